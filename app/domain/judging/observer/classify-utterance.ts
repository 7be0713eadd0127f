import { extractFeatures, type Features } from './classifier/extract-features'
import { ANY_VIOLATION, estimateCode, type ObserverModel } from './classifier/linear-model'
import type { ObserverContext } from './observer-context'
import type { Finding } from './rules/rule'
import { isDisowned, isSoundTalk } from './text/judge-frame'

type Span = { start: number; end: number; isSentence: boolean }
type Window = Span & { features: Features; probabilities: Map<string, number> }

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
  const windows = listWindows(context).map((span) => ({
    ...span,
    features: extractFeatures(
      context.utterance.text.slice(span.start, span.end + 1),
      context.clientText === '' ? null : context.clientLine,
    ),
    probabilities: new Map<string, number>(),
  }))
  const kept = found.filter((finding) => isBelieved(finding, windows, model))
  const own = [...model]
    .filter(([code, one]) => one.enough < 1 && mayStandAlone(code, context))
    .flatMap(([code, one]) => findAlone(context, code, one.enough, windows, model, kept))
  return [...kept, ...own]
}

function estimate(window: Window, code: string, model: ObserverModel): number {
  const known = window.probabilities.get(code)
  if (known !== undefined) return known
  const one = model.get(code)
  const p = one === undefined ? 0 : estimateCode(one, window.features)
  window.probabilities.set(code, p)
  return p
}

function isBelieved(finding: Finding, windows: readonly Window[], model: ObserverModel): boolean {
  const one = model.get(finding.code)
  const near = windows.filter((window) => overlaps(window, finding))
  if (one === undefined || near.length === 0) return true
  if (
    finding.code.startsWith('violation.') &&
    Math.max(...near.map((window) => estimate(window, ANY_VIOLATION, model))) < ANY_VETO
  )
    return false
  if (!finding.code.startsWith('violation.') && finding.confidence >= TRUSTED) return true
  return Math.max(...near.map((window) => estimate(window, finding.code, model))) >= one.veto
}

function mayStandAlone(code: string, context: ObserverContext): boolean {
  if (code === ANY_VIOLATION || NOT_ALONE.has(code)) return false
  // Whoever runs down a fraudster runs down no competitor.
  if (code === 'violation.disparage' && /群組|老師說|詐騙|匯款|入金/u.test(context.clientHistory)) return false
  return !code.startsWith('opening.') || context.turnIndex <= 1
}

function findAlone(
  context: ObserverContext,
  code: string,
  enough: number,
  windows: readonly Window[],
  model: ObserverModel,
  kept: readonly Finding[],
): Finding[] {
  const isViolation = code.startsWith('violation.')
  return windows.flatMap((window) => {
    const own = estimate(window, code, model)
    const p = isViolation ? Math.sqrt(own * estimate(window, ANY_VIOLATION, model)) : own
    // Exemplars are sentences: a fragment cut from one must convince more.
    if (
      p < (window.isSentence ? enough : (1 + enough) / 2) ||
      kept.some((finding) => finding.code === code && overlaps(finding, window))
    )
      return []
    if (code === 'violation.sign_for' && !ANOTHER_HAND.test(context.utterance.text.slice(window.start, window.end)))
      return []
    if (
      isViolation &&
      isSoundTalk(
        context.utterance.sentences.find((one) => one.start <= window.start && one.end >= window.end)?.text ?? '',
      )
    )
      return []
    if (
      isViolation &&
      isDisowned(context.utterance, { start: Math.max(window.start, window.end - 2), end: window.end })
    )
      return []
    return [{ code, start: window.start, end: window.end, confidence: p * 0.9 }]
  })
}
