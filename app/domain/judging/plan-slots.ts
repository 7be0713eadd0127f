import type { Insurer } from '../knowledge/product-schema'
import type { Concern } from '../shared/topics'
import { type AdviseInput, listMissing } from './advise-turn'
import type { ProductWords } from './describe-product'
import { matchCondition, type TalkFacts } from './match-condition'
import type { ClientLine } from './observer/analyse-client-line'
import type { Rubric } from './rubric-schema'
import type { WordingBlock, WordingRole } from './wording-schema'

export type CandidateInput = Omit<AdviseInput, 'address'> & {
  utterance: string
  /** How the client is addressed (林老師); null when unknown. */
  address: string | null
  facts: TalkFacts
  insurer: Insurer
  blocks: readonly WordingBlock[]
}

/** One place in a sentence plan: a role, and the code that is wanted there if any will not do. */
export type Slot = { role: WordingRole; code?: string | undefined }
export type Builder = {
  input: CandidateInput
  words: ProductWords
  /** What the client's words are about; what was asked weighs more than what was said beside it. */
  concerns: ReadonlyMap<Concern, number>
  line: ClientLine
  /** Whether a block may be said in this talk: its conditions hold, and it can be filled in. */
  isEligible(block: WordingBlock): boolean
}

/** Sentence plans for the moment, best first. */
export function planSlots(builder: Builder, rubric: Rubric): Slot[][] {
  const { input } = builder
  const needsName = input.moment.isOpening && (input.context.seen['opening.identify'] ?? 0) === 0
  const reply = replySlots(builder)
  if (needsName) {
    return [
      [{ role: 'open' }, ...reply, { role: 'purpose', code: 'opening.purpose' }],
      [{ role: 'open' }, { role: 'purpose', code: 'opening.purpose' }, { role: 'ask', code: 'discovery.goal' }],
    ]
  }
  if (matchCondition({ isProtective: true }, input.facts)) {
    return [
      [...reply, { role: 'scam' }],
      [{ role: 'empathy' }, { role: 'scam' }, { role: 'ask', code: 'discovery.elder_capacity' }],
    ]
  }
  return nextSlots(builder, rubric).map((slots) => [...reply, ...slots])
}

function replySlots({ input, line }: Builder): Slot[] {
  if (line.isRefusal)
    return [{ role: 'acknowledge' }, { role: 'answer' }, { role: 'close', code: 'closing.no_pressure' }]
  if (input.moment.afterWorry) return [{ role: 'acknowledge' }, { role: 'answer' }]
  if (input.moment.afterQuestion) return [{ role: 'answer' }]
  return []
}

/** What can follow the reply: the first thing that is missing, a second one, or a check of understanding. */
function nextSlots({ input, line }: Builder, rubric: Rubric): Slot[][] {
  if (line.isRefusal) return [[{ role: 'close', code: 'closing.next_step' }], [{ role: 'clarify' }]]
  const wanted = [...listMissing({ ...input, address: null }, rubric), ...openQuestions(input), 'closing.next_step']
  const slots = wanted.flatMap((code): Slot[] => {
    if (code.startsWith('discovery.')) return [{ role: 'ask', code }]
    if (code.startsWith('disclosure.')) return [{ role: 'disclose', code }]
    return code === 'closing.next_step' ? [{ role: 'close', code }] : []
  })
  const [first, second] = slots
  const one: Slot[] = first ? [first] : []
  const two: Slot[] = second ? [second] : []
  // A worry is no time for the next disclosure on the list.
  const ask = slots.filter((slot) => slot.role === 'ask').slice(0, 1)
  if (input.moment.afterWorry)
    return [[{ role: 'check', code: 'objection.confirm' }, ...ask], [{ role: 'clarify' }], ask]
  const check: Slot = { role: 'check', code: 'listening.check' }
  if (input.moment.afterQuestion) return [one, two, [check]]
  const isExplaining = input.moment.isProductTalk || (input.context.seen['explanation.feature'] ?? 0) > 0
  return isExplaining ? [[...one, ...two], [{ role: 'plain' }, check, ...one], one] : [[...one, ...two], one]
}

function openQuestions({ context, facts }: CandidateInput): string[] {
  const isElder = matchCondition({ minAge: 65 }, facts)
  const order = [
    'discovery.goal',
    'discovery.family',
    'discovery.finance',
    'discovery.coverage',
    'discovery.premium_source',
  ]
  return [...order, ...(isElder ? ['discovery.elder_capacity'] : [])].filter((code) => !(context.seen[code]! > 0))
}
