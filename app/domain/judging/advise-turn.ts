import type { Localised } from '../shared/localised'
import type { Catalogue } from '../shared/observation'
import { hashText } from '../shared/seeded-random'
import type { AdviceFile } from './advice-schema'
import { listNeededDisclosures } from './list-needed-disclosures'
import type { Moment } from './read-moment'
import type { Rubric } from './rubric-schema'
import type { TurnContext } from './score-turn'
import type { Advice, LineItem, TurnPoints } from './score-types'

export type AdviseInput = {
  points: TurnPoints
  /** From `readMoment` on the same turn. */
  moment: Moment
  context: TurnContext
  /** How a polite agent addresses the client, in both languages; null when unknown. */
  address: Localised | null
  /** Same seed, same wording; the roleplay's. */
  seed: string
}

const NOBODY: Localised = { zh: '客戶', en: 'the client' }
const MAX_ADVICE = 2
/** Longer words are not repeated in the advice. */
const MAX_QUOTE = 30
/** From this total on a turn is good enough to be praised first. */
const PRAISE_FROM = 85

/**
 * One or two pieces of advice: what cost most first, then what the moment called for and did not get, else praise.
 *
 * @returns never more than two, never none, never the same code twice.
 */
export function adviseTurn(input: AdviseInput, file: AdviceFile, rubric: Rubric, catalogue: Catalogue): Advice[] {
  const weak = rankWeak(input.points.items, catalogue)
  const missing = listMissing(input, rubric).filter((code) => file.missing[code])
  const wanted: { code: string; from: readonly Localised[]; quote: string }[] = []
  const want = (code: string, from: readonly Localised[] | undefined, quote = '') => {
    if (from && wanted.length < MAX_ADVICE && wanted.every((one) => one.code !== code))
      wanted.push({ code, from, quote })
  }
  for (const item of weak) want(item.code, file.seen[item.code], item.quote)
  if (wanted.length === 0 && input.points.total >= PRAISE_FROM) praise(input.points, file, catalogue, want)
  // A breach is enough to think about: nothing is added to it.
  const hasBreach = weak.some((item) => catalogue.entries.get(item.code)?.polarity === 'violation')
  if (!hasBreach && missing[0]) want(missing[0], file.missing[missing[0]])
  if (wanted.length === 0) praise(input.points, file, catalogue, want)
  return wanted.map((one) => phrase(one, input, catalogue))
}

/** Behaviours that the moment called for and neither this turn nor, for disclosures, an earlier one has shown. */
export function listMissing(input: AdviseInput, rubric: Rubric): string[] {
  const shown = new Set(input.points.observations.map((one) => one.code))
  return [
    ...missingReply(input.moment, shown),
    ...missingOpening(input, shown),
    ...missingContent(input, shown, rubric),
  ]
}

/** A client who was passed over is a fault of its own, with its own advice. */
function missingReply(moment: Moment, shown: ReadonlySet<string>): string[] {
  if (shown.has('listening.ignore')) return []
  const missing: string[] = []
  if (moment.afterQuestion && !shown.has('listening.answer')) missing.push('listening.answer')
  if (!moment.afterWorry) return missing
  if (!shown.has('objection.acknowledge') && !shown.has('listening.empathy')) missing.push('objection.acknowledge')
  if (!hasPrefix(shown, 'objection.')) missing.push('objection.respond')
  return missing
}

function missingOpening({ moment, context }: AdviseInput, shown: ReadonlySet<string>): string[] {
  if (!moment.isOpening) return moment.beforeNeed && !hasPrefix(shown, 'discovery.') ? ['discovery.goal'] : []
  const came = (code: string) => shown.has(code) || (context.seen[code] ?? 0) > 0
  const missing: string[] = []
  if (!came('opening.identify')) missing.push('opening.identify')
  if (!came('opening.purpose') && !came('opening.permission')) missing.push('opening.permission')
  return missing
}

function missingContent({ moment, context }: AdviseInput, shown: ReadonlySet<string>, rubric: Rubric): string[] {
  const needed = listNeededDisclosures(context).filter((code) => !shown.has(code) && !(context.seen[code]! > 0))
  if (moment.isProductTalk) {
    const isTied = shown.has('explanation.tailor') || shown.has('disclosure.suitable')
    return isTied ? needed : [...needed, 'explanation.tailor']
  }
  const hasOffered = rubric.turn.moments.productTalk.some((code) => (context.seen[code] ?? 0) > 0)
  const asks = hasPrefix(shown, 'discovery.') ? [] : nextQuestions(context, rubric)
  if (!hasOffered) return asks
  return [...asks, ...needed, ...(hasPrefix(shown, 'closing.') ? [] : ['closing.next_step'])]
}

function hasPrefix(codes: ReadonlySet<string>, prefix: string): boolean {
  return [...codes].some((code) => code.startsWith(prefix))
}

/** What is still unknown about the client, weightiest first. */
function nextQuestions(context: TurnContext, rubric: Rubric): string[] {
  const order = [
    'discovery.goal',
    'discovery.finance',
    'discovery.family',
    'discovery.coverage',
    'discovery.premium_source',
  ]
  return order.filter((code) => rubric.turn.good[code] !== undefined && !(context.seen[code]! > 0))
}

function rankWeak(items: readonly LineItem[], catalogue: Catalogue): { code: string; quote: string }[] {
  const severity = { critical: 3, major: 2, minor: 1 }
  const weigh = (item: LineItem) => {
    const entry = catalogue.entries.get(item.code)
    return (entry?.severity ? severity[entry.severity] * 100 : 0) - item.points
  }
  return items
    .filter((item) => item.points < 0 && catalogue.entries.has(item.code))
    .sort((a, b) => weigh(b) - weigh(a))
    .map((item) => ({ code: item.code, quote: item.quote ?? '' }))
}

function praise(
  points: TurnPoints,
  file: AdviceFile,
  catalogue: Catalogue,
  want: (code: string, from: readonly Localised[], quote: string) => void,
): void {
  const best = points.items
    .filter((item) => item.points > 0 && catalogue.entries.get(item.code)?.polarity === 'good')
    .reduce<LineItem | null>((top, item) => (top === null || item.points > top.points ? item : top), null)
  if (best) want(best.code, file.praise, best.quote ?? '')
  else want('base', file.plain, '')
}

function phrase(
  one: { code: string; from: readonly Localised[]; quote: string },
  { address, seed, context }: AdviseInput,
  catalogue: Catalogue,
): Advice {
  const isQuotable = one.quote !== '' && one.quote.length <= MAX_QUOTE
  const usable = isQuotable ? one.from : one.from.filter((text) => !text.zh.includes('{quote}'))
  const from = usable.length > 0 ? usable : one.from
  const text = from[hashText(`${seed}:${one.code}:${context.turnIndex}`) % from.length]!
  const entry = catalogue.entries.get(one.code)
  const who = address ?? NOBODY
  const fill = (template: string, language: 'zh' | 'en') =>
    template
      .replaceAll('{address}', () => who[language])
      .replaceAll('{quote}', () => one.quote)
      .replaceAll('{name}', () => entry?.[language] ?? one.code)
  return { code: one.code, zh: fill(text.zh, 'zh'), en: fill(text.en, 'en') }
}
