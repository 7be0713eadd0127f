import { fillWording, type ProductWords } from '../judging/describe-product'
import { matchCondition, type TalkFacts } from '../judging/match-condition'
import type { WordingBlock } from '../judging/wording-schema'
import type { Line, Persona } from '../persona/persona-schema'
import type { Dimension } from '../shared/observation'
import { createSeededRandom, hashText } from '../shared/seeded-random'
import { CONCERN_NAMES, CONCERNS, type Concern } from '../shared/topics'

/** What the client has just raised when somebody slips into one of these. */
const CONCERNS_OF_FAULTS: Readonly<Record<string, readonly Concern[]>> = {
  'violation.guaranteed_return': ['guarantee', 'return', 'surrender'],
  'violation.false_statement': ['coverage', 'exclusion'],
  'violation.conceal': ['fee', 'surrender'],
  'violation.nondisclosure': ['health'],
  'violation.rebate': ['premium', 'fee'],
  'violation.exaggerate': ['coverage', 'need'],
  'violation.sign_for': ['process', 'time'],
  'violation.twisting': ['replacement', 'need'],
  'violation.loan_to_pay': ['premium', 'liquidity'],
  'violation.handle_money': ['process', 'time'],
  'violation.unapproved': ['comparison', 'return'],
  'violation.improper_comparison': ['comparison', 'guarantee'],
  'violation.disparage': ['comparison', 'safety'],
  'violation.pressure': ['family_consent', 'time'],
  'violation.unsuitable': ['need', 'premium'],
  'violation.skip_safeguard': ['recording', 'process'],
  'violation.privacy': ['privacy', 'agent'],
  'violation.tax_pitch': ['tax', 'beneficiary'],
  'listening.ignore': ['surrender', 'fee'],
  'listening.rude': ['understanding', 'premium'],
  'explanation.jargon': ['understanding', 'coverage'],
  'objection.argue': ['premium', 'surrender'],
  'closing.premature': ['need', 'time'],
}
/** What to say in the place of a fault; the client's words stay those that led into it. */
const GOOD_INSTEAD: Readonly<Record<string, string>> = {
  'violation.guaranteed_return': 'disclosure.non_guaranteed',
  'violation.false_statement': 'explanation.evidence',
  'violation.conceal': 'disclosure.fee',
  'violation.nondisclosure': 'disclosure.duty_to_disclose',
  'violation.rebate': 'disclosure.affordability',
  'violation.exaggerate': 'explanation.evidence',
  'violation.sign_for': 'closing.no_pressure',
  'violation.twisting': 'disclosure.replacement_loss',
  'violation.loan_to_pay': 'disclosure.affordability',
  'violation.handle_money': 'closing.next_step',
  'violation.unapproved': 'objection.respond',
  'violation.improper_comparison': 'disclosure.guaranty_fund',
  'violation.disparage': 'objection.acknowledge',
  'violation.pressure': 'closing.no_pressure',
  'violation.unsuitable': 'disclosure.suitable',
  'violation.skip_safeguard': 'disclosure.recording',
  'violation.privacy': 'opening.privacy_notice',
  'violation.tax_pitch': 'listening.answer',
  'listening.ignore': 'listening.answer',
  'listening.rude': 'listening.empathy',
  'explanation.jargon': 'explanation.plain',
  'objection.argue': 'objection.acknowledge',
  'closing.premature': 'discovery.goal',
}
/** The behaviour that stands for a skill where nothing in particular is missing. */
export const CODE_OF_SKILL: Readonly<Record<Dimension, string>> = {
  opening: 'opening.identify',
  discovery: 'discovery.goal',
  listening: 'listening.empathy',
  explanation: 'explanation.plain',
  disclosure: 'disclosure.surrender_loss',
  objection: 'objection.acknowledge',
  closing: 'closing.next_step',
  compliance: 'disclosure.suitable',
}
const MAX_CANDIDATES = 9

/** @returns the behaviour to show in the place of a fault; a good one is its own. */
export function findGoodInstead(code: string): string {
  return GOOD_INSTEAD[code] ?? code
}

/** What a client has in mind when this behaviour is called for. */
export function listConcerns(code: string): readonly Concern[] {
  return CONCERNS_OF_FAULTS[code] ?? CONCERN_NAMES.filter((one) => (CONCERNS[one] as readonly string[]).includes(code))
}

/**
 * A line of a client that calls for a behaviour, in the client's own voice.
 *
 * @param productId keeps to what they say of this product, or of none.
 * @returns null where none of them has such a line.
 */
export function findClientLine(
  code: string,
  personas: readonly Persona[],
  productId: string | null,
  seed: string,
): { persona: Persona; text: string; concern: Concern } | null {
  const concerns = listConcerns(code)
  const fits = (products: readonly string[]) =>
    products.length === 0 || (productId !== null && products.includes(productId))
  const found = personas.flatMap((persona) =>
    [...persona.questions, ...persona.worries]
      .filter((one) => concerns.includes(one.concern) && fits(one.products))
      .map((one) => ({ persona, concern: one.concern, products: one.products, text: sayLine(one.lines[0]!) })),
  )
  if (found.length === 0) return null
  // What names the product first, then what comes nearest to the behaviour.
  const rank = (one: (typeof found)[number]) => concerns.indexOf(one.concern) - (one.products.length > 0 ? 2 : 0)
  const best = Math.min(...found.map(rank))
  const top = found.filter((one) => rank(one) === best)
  const { persona, text, concern } = top[hashText(`${seed}:${code}`) % top.length]!
  return { persona, text, concern }
}

export function sayLine(line: Line): string {
  return typeof line === 'string' ? line : line.say
}

/** A reply with the behaviours that its wordings are written to show. */
export type Reply = { text: string; codes: readonly string[] }
type ReplyInput = { blocks: readonly WordingBlock[]; facts: TalkFacts; words: ProductWords; seed: string }

/**
 * Replies that should show a behaviour, put together from the wordings: best guesses first, for a judge to choose from.
 *
 * @param concern what the client has just raised; null where nothing was.
 * @returns at most nine different texts; none where no wording fits the product.
 */
export function listReplies(code: string, concern: Concern | null, input: ReplyInput): Reply[] {
  const { blocks, facts } = input
  const usable = blocks.filter(
    (block) => block.when.length === 0 || block.when.some((condition) => matchCondition(condition, facts)),
  )
  const isNear = (block: WordingBlock) => (concern !== null && block.concerns.includes(concern) ? 0 : 1)
  const main = usable
    .filter((block) => block.codes.includes(code))
    .filter((block) => concern === null || block.concerns.length === 0 || isNear(block) === 0)
    .sort((a, b) => isNear(a) - isNear(b) || b.codes.length - a.codes.length)
  const find = (role: WordingBlock['role']) =>
    usable.filter((block) => block.role === role).sort((a, b) => isNear(a) - isNear(b))[0]
  const replies = main.slice(0, MAX_BLOCKS).flatMap((block, turn) => {
    const core = sayBlock(block, turn, input)
    if (core === null) return []
    const before = concern === null || KIND.includes(block.role) ? null : sayBlock(find('acknowledge'), turn, input)
    const after = sayBlock(find(BEHIND[block.role] ?? 'check'), turn, input)
    return [[before, core, after], [before, core], [core, after], [core]].map((parts) =>
      joinParts(parts.filter((one) => one !== null)),
    )
  })
  return replies
    .filter((one, i) => replies.findIndex((other) => other.text === one.text) === i)
    .slice(0, MAX_CANDIDATES)
}

const MAX_BLOCKS = 3
const KIND: readonly WordingBlock['role'][] = ['acknowledge', 'empathy', 'open', 'purpose']
/** What is said behind a wording; else a check of understanding. */
const BEHIND: Partial<Record<WordingBlock['role'], WordingBlock['role']>> = {
  open: 'purpose',
  purpose: 'ask',
  acknowledge: 'clarify',
  empathy: 'clarify',
}

function sayBlock(block: WordingBlock | undefined, turn: number, { words, seed }: ReplyInput): Reply | null {
  if (!block) return null
  const from = hashText(`${seed}:${block.id}`)
  for (let i = 0; i < block.say.length; i++) {
    const filled = fillWording(block.say[(from + turn + i) % block.say.length]!, words)
    if (filled !== null) return { text: endSentence(filled), codes: block.codes }
  }
  return null
}

function joinParts(parts: readonly Reply[]): Reply {
  return { text: parts.map((one) => one.text).join(''), codes: [...new Set(parts.flatMap((one) => one.codes))] }
}

function endSentence(text: string): string {
  return /[。！？!?]$/u.test(text) ? text : `${text}。`
}

/** An utterance that shows a fault, as a teacher writes it. `clientText` empty: nothing in particular was said before. */
export type BadLine = { code: string; clientText: string; text: string }

/** Bad examples of a behaviour that name no figure, in an order that depends on the seed alone. */
export function listBadLines(code: string, lines: readonly BadLine[], seed: string): BadLine[] {
  const own = lines.filter((one) => one.code === code && [...one.text].length >= 10 && !/\d/u.test(one.text))
  const random = createSeededRandom(`${seed}:${code}:bad`)
  const shuffled = own.map((one) => ({ one, at: random.next() })).sort((a, b) => a.at - b.at)
  // With the client's words it is a dialogue already.
  return shuffled
    .map(({ one }) => one)
    .sort((a, b) => Number(b.clientText !== '') - Number(a.clientText !== ''))
    .slice(0, MAX_CANDIDATES)
}
