import type { ItemContent, ItemResponse } from './item'

/** Statistics of one item over first attempts. */
export type ItemStatistics = {
  itemId: string
  answers: number
  /** Mean points, 0 (nobody) to 1 (all). */
  difficulty: number | null
  /** Point-biserial with the rest score (the item itself left out), -1 to 1; null when it does not vary. */
  discrimination: number | null
  /** Per option id, how often it was chosen; empty for types without options. */
  optionCounts: Readonly<Record<string, number>>
  flags: readonly (
    | 'too-few-answers'
    | 'too-easy'
    | 'too-hard'
    | 'discriminates-badly'
    | 'dead-distractor'
    | 'key-suspect'
  )[]
}
export type ItemAnalysis = {
  attempts: number
  meanPercent: number | null
  /** Kuder-Richardson formula 20; null with fewer than two items or attempts, or no variance. */
  kr20: number | null
  items: readonly ItemStatistics[]
}

/** From this many answers on, statistics are told as flags: under it they say little. */
const MIN_ANSWERS = 10
/** Mean points over and under which an item hardly tells people apart. */
const TOO_EASY = 0.95
const TOO_HARD = 0.2
/** Point-biserial under which an item measures something else than the rest (Ebel 1965: .20 to .29 marginal, under .20 poor). */
const MIN_DISCRIMINATION = 0.2
/** Share of answers under which a wrong option distracts nobody (Haladyna and Downing 1993). */
const MIN_DISTRACTOR_SHARE = 0.05

/** All of an answer that the analysis needs. */
export type AnalysedAnswer = {
  attemptId: string
  itemId: string
  itemVersion: number
  /** 0 to 1. */
  points: number
  response: ItemResponse
}

/**
 * Classical item analysis of a quiz.
 *
 * An item that an attempt left out counts 0 there, as in the attempt's own score; an attempt is one that answered anything. Answers to other items or versions
 * than those of `items` are left aside. Variances are those of the whole group (divided by n).
 *
 * Source: Kuder and Richardson 1937 (formula 20; with partial points its general form, Cronbach 1951); corrected point-biserial: Lord and Novick 1968, ch. 15.
 *
 * @param answers of first attempts, at most one for each attempt and item.
 * @returns items in the order given. Flags other than `too-few-answers` from 10 answers on: mean points over .95 or under .2, discrimination under .2, a wrong option
 *   chosen in under 5 % of answers, and a suspect key where discrimination is negative.
 */
export function analyseItems(
  answers: readonly AnalysedAnswer[],
  items: readonly { itemId: string; version: number; content: ItemContent }[],
): ItemAnalysis {
  const places = new Map(items.map((item, at) => [`${item.itemId} ${item.version}`, at]))
  const rows = new Map<string, number[]>()
  const ofItem: AnalysedAnswer[][] = items.map(() => [])
  for (const answer of answers) {
    const at = places.get(`${answer.itemId} ${answer.itemVersion}`)
    if (at === undefined) continue
    const row = rows.get(answer.attemptId) ?? items.map(() => 0)
    row[at] = answer.points
    rows.set(answer.attemptId, row)
    ofItem[at]!.push(answer)
  }
  const scores = [...rows.values()]
  const totals = scores.map(sum)
  return {
    attempts: scores.length,
    meanPercent: scores.length === 0 ? null : (100 * mean(totals)) / items.length,
    kr20: computeKr20(scores, totals, items.length),
    items: items.map(({ itemId, content }, at) => {
      const points = scores.map((row) => row[at]!)
      const rest = totals.map((total, i) => total - points[i]!)
      return describeItem(itemId, content, ofItem[at]!, points, rest)
    }),
  }
}

function describeItem(
  itemId: string,
  content: ItemContent,
  answers: readonly AnalysedAnswer[],
  points: readonly number[],
  rest: readonly number[],
): ItemStatistics {
  const difficulty = answers.length === 0 ? null : mean(points)
  const discrimination = correlate(points, rest)
  const optionCounts = countOptions(content, answers)
  const facts = { itemId, answers: answers.length, difficulty, discrimination, optionCounts }
  return { ...facts, flags: listFlags(facts, content) }
}

function listFlags(facts: Omit<ItemStatistics, 'flags'>, content: ItemContent): ItemStatistics['flags'] {
  const { answers, difficulty, discrimination, optionCounts } = facts
  if (answers < MIN_ANSWERS || difficulty === null) return ['too-few-answers']
  const isDead = ({ id, isKey }: { id: string; isKey: boolean }) =>
    !isKey && (optionCounts[id] ?? 0) / answers < MIN_DISTRACTOR_SHARE
  const found: [boolean, ItemStatistics['flags'][number]][] = [
    [difficulty > TOO_EASY, 'too-easy'],
    [difficulty < TOO_HARD, 'too-hard'],
    [discrimination !== null && discrimination < MIN_DISCRIMINATION, 'discriminates-badly'],
    ['options' in content && content.options.some(isDead), 'dead-distractor'],
    [discrimination !== null && discrimination < 0, 'key-suspect'],
  ]
  return found.filter(([holds]) => holds).map(([, flag]) => flag)
}

function countOptions(content: ItemContent, answers: readonly AnalysedAnswer[]): Record<string, number> {
  if (!('options' in content)) return {}
  const counts = Object.fromEntries(content.options.map(({ id }) => [id, 0]))
  for (const { response } of answers) {
    if (response.type !== 'choice') continue
    for (const id of new Set(response.optionIds)) if (id in counts) counts[id]!++
  }
  return counts
}

function computeKr20(scores: readonly number[][], totals: readonly number[], itemCount: number): number | null {
  const variance = varianceOf(totals)
  if (itemCount < 2 || scores.length < 2 || variance === 0) return null
  const within = sum(Array.from({ length: itemCount }, (_, at) => varianceOf(scores.map((row) => row[at]!))))
  return (itemCount / (itemCount - 1)) * (1 - within / variance)
}

/** @returns Pearson's r, which with 0/1 points is the point-biserial; null where one side does not vary. */
function correlate(a: readonly number[], b: readonly number[]): number | null {
  const [meanA, meanB] = [mean(a), mean(b)]
  const spread = Math.sqrt(varianceOf(a) * varianceOf(b))
  // Differences of the same sums are not quite 0 in floating point.
  if (a.length < 2 || spread < 1e-9) return null
  return mean(a.map((one, i) => (one - meanA) * (b[i]! - meanB))) / spread
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const mean = (numbers: readonly number[]) => (numbers.length === 0 ? 0 : sum(numbers) / numbers.length)

function varianceOf(numbers: readonly number[]): number {
  const middle = mean(numbers)
  return mean(numbers.map((one) => (one - middle) ** 2))
}
