import type { Product } from '../knowledge/product-schema'
import { hashText } from '../shared/seeded-random'
import type { Concern } from '../shared/topics'
import { describeProduct, fillWording } from './describe-product'
import { matchCondition } from './match-condition'
import { analyseClientLine, type ClientLine } from './observer/analyse-client-line'
import { type Builder, type CandidateInput, planSlots, type Slot } from './plan-slots'
import type { Rubric } from './rubric-schema'
import type { WordingBlock, WordingRole } from './wording-schema'

export const MAX_CANDIDATES = 4
const MAX_LENGTH = 170
const MAX_KEPT = 70

/**
 * Other ways to say what this moment calls for: answer or acknowledge the client's words, then one disclosure or one
 * question; the good sentences of the trainee's own that carry no fault are kept in some of them.
 *
 * @returns at most four different texts, none equal to the utterance, in an order that depends on the seed alone.
 */
export function buildCandidates(input: CandidateInput, rubric: Rubric): string[] {
  const builder = startBuilder(input)
  const kept = keepGoodSentences(input)
  const plans = planSlots(builder, rubric)
  const texts = new Set<string>()
  // Variants before plans, so that each plan has its turn while room is left.
  for (let round = 0; round < MAX_CANDIDATES && texts.size < MAX_CANDIDATES; round++) {
    for (const plan of plans) {
      if (texts.size >= MAX_CANDIDATES) break
      const text = writePlan(plan, round % 2 === 0 ? kept : NOTHING_KEPT, round, builder)
      if (text !== '' && text.length <= MAX_LENGTH && text !== input.utterance) texts.add(text)
    }
  }
  return [...texts]
}

function startBuilder(input: CandidateInput): Builder {
  const line = analyseClientLine(input.moment.clientLine)
  const product = choosePrimary(input.facts.products)
  const words = describeProduct(product, input.insurer, input.address ?? '')
  const known = new Map<WordingBlock, boolean>()
  // Most blocks are for other places and are never asked about.
  const isEligible = (block: WordingBlock) => {
    const before = known.get(block)
    if (before !== undefined) return before
    const applies = block.when.length === 0 || block.when.some((condition) => matchCondition(condition, input.facts))
    const is = applies && block.say.some((text) => fillWording(text, words) !== null)
    known.set(block, is)
    return is
  }
  return { input, line, concerns: weighConcerns(line, input.moment.clientLine), isEligible, words }
}

const VAGUE: readonly Concern[] = ['process', 'understanding', 'comparison']
const PROCESS = /接下來|流程|下一步|手續|要準備|要帶/
const FAMILY = /先生|太太|老公|老婆|兒子|女兒|孩子|家人|爸|媽|商量|討論/

function weighConcerns(line: ClientLine, clientLine: string): Map<Concern, number> {
  const weights = new Map<Concern, number>()
  const add = (concerns: readonly Concern[], weight: number) => {
    for (const one of concerns) weights.set(one, (weights.get(one) ?? 0) + weight)
  }
  // Words like 什麼意思 or 別家 come with every matter: they count when asked, and the matter itself goes first.
  for (const { concerns } of line.questions) {
    add(
      concerns.filter((one) => !VAGUE.includes(one)),
      3,
    )
    add(
      concerns.filter((one) => VAGUE.includes(one)),
      1.5,
    )
  }
  for (const { concerns } of [...line.worries, ...line.objections, ...line.requests]) {
    add(
      concerns.filter((one) => one === 'understanding' || !VAGUE.includes(one)),
      1,
    )
  }
  if (!PROCESS.test(clientLine)) weights.delete('process')
  if (line.isRefusal && FAMILY.test(clientLine)) weights.set('family_consent', (weights.get('family_consent') ?? 0) + 3)
  return weights
}

/** The product that needs most explaining: one with a surrender value before pure protection. */
function choosePrimary(products: readonly Product[]): Product | null {
  return products.find((one) => one.hasSurrenderValue) ?? products[0] ?? null
}

type Kept = { text: string; codes: ReadonlySet<string> }
const NOTHING_KEPT: Kept = { text: '', codes: new Set() }

/** The trainee's own sentences that show something good and nothing else. */
function keepGoodSentences({ utterance, points }: CandidateInput): Kept {
  const own = points.observations.filter((one) => one.source === 'trainee')
  const pointsOf = new Map(points.items.map((item) => [item.code, item.points]))
  const codes = new Set<string>()
  let text = ''
  for (const sentence of utterance.matchAll(/[^。！？!?\n]+[。！？!?]*/g)) {
    const start = sentence.index
    const inside = own.filter((one) => one.start < start + sentence[0].length && one.end > start)
    const isGood = inside.length > 0 && inside.every((one) => (pointsOf.get(one.code) ?? 0) > 0)
    if (!isGood || text.length + sentence[0].length > MAX_KEPT) continue
    text += endSentence(sentence[0].trim())
    for (const one of inside) codes.add(one.code)
  }
  return { text, codes }
}

type Part = { role: WordingRole; text: string }

function writePlan(plan: readonly Slot[], kept: Kept, round: number, builder: Builder): string {
  const parts: Part[] = []
  const shown = new Set(kept.codes)
  for (const slot of plan) {
    // "Is that clear?" needs something that was made clear.
    if (slot.role === 'check' && !parts.some((part) => TELLING.includes(part.role))) continue
    const block = chooseBlock(slot, shown, builder)
    const text = block && sayVariant(block, round, builder)
    if (!text) continue
    for (const code of block.codes) shown.add(code)
    parts.push({ role: slot.role, text })
  }
  return joinParts(parts, kept, plan)
}

/** The trainee's own words come after the reply to the client and before what is new; a greeting stays first. */
function joinParts(parts: readonly Part[], kept: Kept, plan: readonly Slot[]): string {
  // Kind words alone are no better way to say it.
  if (parts.every((part) => KIND.includes(part.role))) return ''
  const hasReply = parts.some((part) => REPLYING.includes(part.role))
  // A question or a worry is not met with a question of one's own alone.
  if (plan.some((slot) => slot.role === 'answer') && !hasReply && kept.text === '') return ''
  const texts = parts.map((part) => part.text)
  const isGreeting = [...kept.codes].some((code) => code.startsWith('opening.'))
  if (isGreeting && parts[0]!.role === 'open' && !kept.codes.has('opening.identify')) return texts.join('')
  const keepAt = hasReply && !isGreeting ? 1 : 0
  return [...texts.slice(0, keepAt), kept.text, ...texts.slice(keepAt)].join('')
}

const TELLING: readonly WordingRole[] = ['answer', 'disclose', 'plain']
const KIND: readonly WordingRole[] = ['acknowledge', 'empathy']
const REPLYING: readonly WordingRole[] = ['answer', 'acknowledge', 'open']

/** The block that fits the place best and adds something that was not shown yet. */
function chooseBlock(slot: Slot, shown: ReadonlySet<string>, builder: Builder): WordingBlock | null {
  const { isEligible, input } = builder
  const fits = input.blocks.filter((block) => {
    if (block.role !== slot.role) return false
    if (slot.code !== undefined && !block.codes.includes(slot.code)) return false
    if (!isEligible(block)) return false
    if (!isToThePoint(block, shown, builder)) return false
    return block.codes.some((code) => !shown.has(code))
  })
  const weigh = (block: WordingBlock) =>
    4 * weighMatch(block, builder) +
    (block.when.some((one) => one.kinds) ? 2 : block.when.length > 0 ? 1 : 0) +
    block.codes.filter((code) => !shown.has(code)).length +
    (hashText(`${input.seed}:${input.context.turnIndex}:${block.id}`) % 100) / 100
  return fits.reduce<WordingBlock | null>((top, one) => (top === null || weigh(one) > weigh(top) ? one : top), null)
}

/** An answer to nothing in particular ("I will check") only fits a question, and not one that giving one's name answers. */
function isToThePoint(block: WordingBlock, shown: ReadonlySet<string>, builder: Builder): boolean {
  if (shown.has('opening.identify') && block.codes.includes('opening.identify')) return false
  if (block.concerns.length > 0) return weighMatch(block, builder) > 0
  const isAboutInsurance = builder.line.questions.some((question) => question.concerns.length > 0)
  return block.role !== 'answer' || (isAboutInsurance && !shown.has('opening.identify'))
}

function weighMatch(block: WordingBlock, { concerns }: Builder): number {
  return block.concerns.reduce((sum, one) => sum + (concerns.get(one) ?? 0), 0)
}

function sayVariant(block: WordingBlock, round: number, { input, words }: Builder): string | null {
  const from = hashText(`${input.seed}:${block.id}`)
  for (let i = 0; i < block.say.length; i++) {
    const filled = fillWording(block.say[(from + round + i) % block.say.length]!, words)
    if (filled !== null) return endSentence(filled)
  }
  return null
}

function endSentence(text: string): string {
  return /[。！？!?]$/.test(text) ? text : `${text}。`
}
