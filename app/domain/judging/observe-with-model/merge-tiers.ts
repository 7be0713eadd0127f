import { HINT_WEIGHT, hearInstructions } from '../../shared/instructions/hear-instructions'
import type { Catalogue, CatalogueEntry, Observation, TalkLine } from '../../shared/observation'
import { analyseClientLine } from '../observer/analyse-client-line'
import { combineFindings } from '../observer/combine-findings'
import { canBeViolation } from './can-be-violation'
import { canShowGood } from './can-show-good'
import { smellInstructions } from './smell-instructions'

/** Why the model's additions to a whole turn are set aside. */
export type Distrust =
  /** The words may be speaking to a machine. */
  | 'instructions-in-words'
  /** The model passes over a violation of which the embedded tier is sure. */
  | 'overlooks-violation'
  /** More of what it adds than a sentence can hold. */
  | 'too-many'
  /** Half or more of its items named no code or no words. */
  | 'unverifiable'

export type Disagreement = {
  code: string
  heardBy: 'embedded' | 'model'
  quote: string
  /** Whether it counts for the score. */
  counts: boolean
  /** Which of the rules below decided, e.g. `V3-no-cue`. */
  rule: string
}

export type MergeInput = {
  utterance: string
  /** The talk before the utterance, oldest first. */
  talk: readonly TalkLine[]
  client: { age: number | null }
  embedded: readonly Observation[]
  /** Verified by parse-observation-reply.ts. */
  model: readonly Observation[]
  /** Items of the model's reply that were left out for a code or quote that is not there. */
  droppedCount: number
  catalogue: Catalogue
}

/** `observations` begins with those of the embedded tier, in their order. */
export type Merged = { observations: Observation[]; disagreements: Disagreement[]; distrust: Distrust | null }

const MAX_ADDED_GOOD = 3
const MOST_HEARD_ALONE = 8
const SURE = 0.9
/** A model that gives a whole speech as evidence has not pointed at anything. */
const MOST_QUOTED_LETTERS = 80
const ADDED_CONFIDENCE = 0.6

/** Two readings that cannot both be; what the embedded tier heard stands. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['listening.answer', 'listening.ignore'],
  ['objection.respond', 'listening.ignore'],
  ['objection.respond', 'objection.argue'],
  ['objection.acknowledge', 'objection.argue'],
  ['closing.ask', 'closing.premature'],
  ['explanation.plain', 'explanation.jargon'],
  ['listening.empathy', 'listening.rude'],
]
const FOR_ELDERS = new Set(['disclosure.recording', 'discovery.elder_capacity'])
const ELDER_AGE = 65

/**
 * Merges what the two tiers heard in one utterance. The rules:
 *
 * - E1 All that the embedded tier heard counts. A model never takes anything away, so a model that fails, is silent or obeys an attack
 *   leaves the embedded score as it is.
 * - E2 What the model adds is set aside for the whole turn when it cannot be trusted there (`Distrust`).
 * - G1 A good code heard by both counts once, with the embedded quote.
 * - G2 A good code heard by the model alone counts when its moment is there (a question to answer, a worry to meet, a client of 65), its
 *   words speak of its matter (can-show-good.ts), nothing the embedded tier heard is its opposite, its words are not those of a violation, its quote is short, and neither its sentence nor one that touches it hints at words for a machine
 *   (hear-instructions.ts); at most three a turn.
 * - F1 A fault heard by the model alone counts under the conditions of G2, with no limit.
 * - V1 A violation heard by both, or by the embedded tier alone, counts.
 * - V2 A violation heard by the model alone counts when its sentence holds the violation's own words and the speaker states them
 *   (can-be-violation.ts); a false statement needs knowledge and never counts on a model's word.
 * - Everything that one tier heard alone is listed for review, with the rule that decided.
 */
export function mergeTiers(input: MergeInput): Merged {
  const { embedded, model } = input
  const heard = new Set(embedded.map((each) => each.code))
  const heardByModel = new Set(model.map((each) => each.code))
  const alone = model.filter((each) => !heard.has(each.code))
  const distrust = findDistrust(input, alone)
  const disagreements: Disagreement[] = embedded
    .filter((each) => !heardByModel.has(each.code))
    .map(({ code, quote }) => ({ code, heardBy: 'embedded', quote, counts: true, rule: 'E1' }))
  const added: Observation[] = []
  for (const each of alone) {
    const rule = distrust === null ? judgeAddition(input, each, added) : `E2-${distrust}`
    const counts = rule === 'G2' || rule === 'F1' || rule === 'V2'
    disagreements.push({ code: each.code, heardBy: 'model', quote: each.quote, counts, rule })
    if (counts) added.push({ ...each, confidence: ADDED_CONFIDENCE })
  }
  return { observations: [...embedded, ...added], disagreements, distrust }
}

function findDistrust(input: MergeInput, alone: readonly Observation[]): Distrust | null {
  const { embedded, model, droppedCount } = input
  const isInjected = embedded.some((each) => each.code === 'meta.injection')
  if (isInjected || smellInstructions(input.utterance, input.talk)) return 'instructions-in-words'
  const sure = embedded.filter((each) => isViolation(input, each) && each.confidence >= SURE)
  if (sure.length > 0 && !model.some((each) => isViolation(input, each))) return 'overlooks-violation'
  if (alone.length > MOST_HEARD_ALONE) return 'too-many'
  if (droppedCount >= 2 && droppedCount >= model.length) return 'unverifiable'
  return null
}

function isViolation(input: MergeInput, { code }: Observation): boolean {
  return input.catalogue.entries.get(code)?.polarity === 'violation'
}

/** @returns the rule under which the addition counts, or the one that keeps it out. */
function judgeAddition(input: MergeInput, each: Observation, added: readonly Observation[]): string {
  const entry = input.catalogue.entries.get(each.code)
  if (entry === undefined) return 'unknown-code'
  if (entry.polarity === 'violation') {
    return canBeViolation(each.code, input.utterance, each.start, each.end) ? 'V2' : 'V2-no-cue'
  }
  const reason = findHindrance(input, entry, each, added)
  const rule = entry.polarity === 'good' ? 'G2' : 'F1'
  if (reason !== null) return `${rule}-${reason}`
  if (entry.polarity === 'fault') return rule
  const good = added.filter(({ code }) => input.catalogue.entries.get(code)?.polarity === 'good')
  if (new Set(good.map(({ code }) => code)).size >= MAX_ADDED_GOOD) return 'G2-limit'
  return good.some((other) => sharesWords(other, each)) ? 'G2-same-words' : rule
}

function findHindrance(
  input: MergeInput,
  entry: CatalogueEntry,
  each: Observation,
  added: readonly Observation[],
): string | null {
  if (entry.code.startsWith('meta.')) return 'meta'
  if (each.quote.length > MOST_QUOTED_LETTERS) return 'long-quote'
  if (FOR_ELDERS.has(entry.code) && (input.client.age ?? 0) < ELDER_AGE) return 'no-occasion'
  if (!hasOccasion(input, entry.code)) return 'no-occasion'
  if (entry.polarity === 'good' && each.source === 'trainee' && touchesInstructions(input.utterance, each))
    return 'instructed'
  if (entry.polarity === 'good' && !canShowGood(entry.code, quoteWithMark(input.utterance, each))) return 'no-cue'
  const others = [...input.embedded, ...added].map(({ code }) => code)
  if (
    OPPOSITES.some(
      (pair) => pair.includes(entry.code) && others.some((code) => code !== entry.code && pair.includes(code)),
    )
  )
    return 'opposite'
  if (each.source === 'trainee' && !survivesStronger(input, each)) return 'weaker-reading'
  return null
}

/** A quote ends before the mark of its sentence. */
const MARK = 1

/** Words that sound a little like instructions are not enough to distrust a model for the turn, but its good codes do not rest on them. */
function touchesInstructions(utterance: string, { start, end }: Observation): boolean {
  return hearInstructions(utterance).spans.some(
    (span) => span.weight >= HINT_WEIGHT && span.start <= end + MARK && start <= span.end + MARK,
  )
}

/** The quoted words with the mark after them, which tells a question. */
function quoteWithMark(utterance: string, { start, end }: Observation): string {
  return utterance.slice(start, end + (/[？?]/u.test(utterance[end] ?? '') ? 1 : 0))
}

/** Answering needs a question, meeting an objection needs a worry, passing over needs something that was passed over. */
function hasOccasion({ talk }: MergeInput, code: string): boolean {
  const last = talk.at(-1)
  const text = last?.who === 'client' ? last.text : ''
  const line = analyseClientLine(text.slice(0, 1500))
  const hasWorry = line.worries.length > 0 || line.objections.length > 0 || line.isRefusal
  if (code === 'listening.answer') return line.questions.length > 0
  if (code === 'listening.ignore') return line.questions.length > 0 || hasWorry || line.requests.length > 0
  if (code.startsWith('objection.')) return hasWorry
  return true
}

/** Words of one place that have a stronger reading in the embedded tier keep it. */
function survivesStronger({ embedded }: MergeInput, each: Observation): boolean {
  const own = embedded.filter((other) => other.source === 'trainee')
  return combineFindings([...own, each]).some((finding) => finding.code === each.code)
}

/** Two codes on largely the same words: one of them points at nothing of its own. */
function sharesWords(a: Observation, b: Observation): boolean {
  const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return overlap > 0.5 * Math.min(a.end - a.start, b.end - b.start)
}
