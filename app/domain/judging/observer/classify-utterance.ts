import { rememberRecent } from '../../shared/remember-recent'
import { extractFeatures, listContext } from './classifier/extract-features'
import { ANY_VIOLATION, estimateCodes, type ObserverModel, placeOfCode } from './classifier/linear-model'
import type { ObserverContext } from './observer-context'
import type { Finding } from './rules/rule'
import { isDisowned, isSoundTalk } from './text/judge-frame'

type Span = { start: number; end: number; isSentence: boolean }
/** `estimates`: from `estimateCodes`. */
type Window = Span & { estimates: Float64Array }

const MAX_WINDOWS = 60
const MIN_CLAUSE_LENGTH = 5

/** Stretches of the utterance that are judged one by one: sentences, and in long ones pairs of clauses and clauses. */
function listWindows(context: ObserverContext): Span[] {
  const { sentences, clauses } = context.utterance
  const windows: Span[] = []
  for (const sentence of sentences) {
    const inside = clauses.slice(sentence.firstClause, sentence.lastClause + 1)
    windows.push({ start: inside[0]!.start, end: inside.at(-1)!.end, isSentence: true })
    if (inside.length < 2) continue
    for (const clause of inside)
      if (clause.end - clause.start >= MIN_CLAUSE_LENGTH)
        windows.push({ start: clause.start, end: clause.end, isSentence: false })
    if (inside.length < 3) continue
    for (let i = 0; i + 1 < inside.length; i++)
      windows.push({ start: inside[i]!.start, end: inside[i + 1]!.end, isSentence: false })
  }
  return windows.slice(0, MAX_WINDOWS)
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}

/** Codes that depend on the talk more than on words; the classifier does not find them by itself. */
const NOT_ALONE = new Set([
  'listening.answer',
  'listening.ignore',
  'objection.respond',
  'objection.confirm',
  'explanation.tailor',
  'listening.paraphrase',
  'explanation.jargon',
  'closing.ask',
  'closing.premature',
  'meta.off_topic',
  'meta.injection',
  'objection.argue',
  'objection.acknowledge',
  'objection.clarify',
])

/** Signing or filling for somebody takes another hand, or a sheet that is still empty: without such a word it is only signing. */
const ANOTHER_HAND = /代|替|幫|空白|填|勾|蓋|印章|描|仿|我(?:來)?簽|名字|筆跡/u

/** A violation's rule is not believed where the classifier sees next to no sign of any violation. */
const ANY_VETO = 0.06
/** A rule this sure needs no second opinion, unless it alleges a violation. */
const TRUSTED = 0.72

/**
 * Joins rules and classifier: a rule's finding stands unless the classifier thinks it very unlikely; the classifier's
 * own finding stands where it is sure and, for a violation, where the speaker owns the words.
 */
export function weighFindings(context: ObserverContext, found: readonly Finding[], model: ObserverModel): Finding[] {
  const estimate = openEstimator(model)
  const { text } = context.utterance
  const flags = context.clientText === '' ? '' : listContext(context.clientLine).join(' ')
  const windows = listWindows(context).map((span) => ({
    ...span,
    estimates: estimate(`${flags}\n${text.slice(span.start, span.end + 1)}`),
  }))
  const kept = found.filter((finding) => isBelieved(finding, windows, model))
  const own = listAlone(model).flatMap((one) => findAlone(context, one, windows, model, kept))
  return [...kept, ...own]
}

/** The wordings that are weighed for a turn share most of their words with each other and with those of other turns. */
const MOST_STRETCHES = 4_000
const estimators = new WeakMap<ObserverModel, (key: string) => Float64Array>()

/** Estimates by what `listContext` gives, a line end, and the words. */
function openEstimator(model: ObserverModel): (key: string) => Float64Array {
  const known = estimators.get(model)
  if (known !== undefined) return known
  const estimate = rememberRecent((key) => {
    const end = key.indexOf('\n')
    return estimateCodes(model, extractFeatures(key.slice(end + 1), key.slice(0, end).split(' ').filter(Boolean)))
  }, MOST_STRETCHES)
  estimators.set(model, estimate)
  return estimate
}

function isBelieved(finding: Finding, windows: readonly Window[], model: ObserverModel): boolean {
  const one = model.get(finding.code)
  const near = windows.filter((window) => overlaps(window, finding))
  if (one === undefined || near.length === 0) return true
  if (finding.code.startsWith('violation.') && estimateMost(near, ANY_VIOLATION, model) < ANY_VETO) return false
  if (!finding.code.startsWith('violation.') && finding.confidence >= TRUSTED) return true
  return estimateMost(near, finding.code, model) >= one.veto
}

function estimateMost(windows: readonly Window[], code: string, model: ObserverModel): number {
  const place = placeOfCode(model, code)
  return place === undefined ? 0 : Math.max(...windows.map((window) => window.estimates[place]!))
}

/** A code that the classifier may find by itself, and from which probability on. */
type Alone = { code: string; place: number; enough: number; isViolation: boolean }
const alone = new WeakMap<ObserverModel, readonly Alone[]>()

function listAlone(model: ObserverModel): readonly Alone[] {
  const known = alone.get(model)
  if (known !== undefined) return known
  const listed = [...model].flatMap(([code, { enough }], place) =>
    enough < 1 && code !== ANY_VIOLATION && !NOT_ALONE.has(code)
      ? [{ code, place, enough, isViolation: code.startsWith('violation.') }]
      : [],
  )
  alone.set(model, listed)
  return listed
}

function mayStandAlone(code: string, context: ObserverContext): boolean {
  // Whoever runs down a fraudster runs down no competitor.
  if (code === 'violation.disparage' && /群組|老師說|詐騙|匯款|入金/u.test(context.clientHistory)) return false
  return !code.startsWith('opening.') || context.turnIndex <= 1
}

function findAlone(
  context: ObserverContext,
  { code, place, enough, isViolation }: Alone,
  windows: readonly Window[],
  model: ObserverModel,
  kept: readonly Finding[],
): Finding[] {
  const anyPlace = isViolation ? placeOfCode(model, ANY_VIOLATION) : undefined
  const found: Finding[] = []
  for (const window of windows) {
    const own = window.estimates[place]!
    const any = anyPlace === undefined ? 0 : window.estimates[anyPlace]!
    const p = isViolation ? Math.sqrt(own * any) : own
    // Exemplars are sentences: a fragment cut from one must convince more.
    if (p < (window.isSentence ? enough : (1 + enough) / 2)) continue
    if (kept.some((finding) => finding.code === code && overlaps(finding, window))) continue
    if (!mayStandAlone(code, context) || (isViolation && !isMeant(context, code, window))) continue
    found.push({ code, start: window.start, end: window.end, confidence: p * 0.9 })
  }
  return found
}

/** Whether a violation that the classifier sees in a stretch is one in its sentence, and the speaker's own. */
function isMeant({ utterance }: ObserverContext, code: string, { start, end }: Span): boolean {
  if (code === 'violation.sign_for' && !ANOTHER_HAND.test(utterance.text.slice(start, end))) return false
  const sentence = utterance.sentences.find((one) => one.start <= start && one.end >= end)
  return !isSoundTalk(sentence?.text ?? '') && !isDisowned(utterance, { start: Math.max(start, end - 2), end })
}
