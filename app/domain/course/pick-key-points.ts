import type { ItemSource } from '../quiz/item'
import { checkAnswer } from '../retrieval/check-answer'
import { buildPairs, measureLikeness } from '../roleplay/measure-likeness'
import type { CitedText } from './course'
import { cutStatements, type Statement } from './cut-statements'

export const MAX_KEY_POINTS = 8
/** Two points that are so alike say the same. */
const MAX_LIKENESS = 0.72
/** What authorities do, and what only points elsewhere, is below. */
const LEAST_WEIGHT = -1
/** How much more a point counts that is about the matter of the lesson. */
const MATTER_WEIGHT = 6

export type PointWish = {
  limit?: number
  /** What the lesson is about; points that match count more. */
  matter?: readonly RegExp[]
  /** Only points about the matter. */
  isStrict?: boolean
}

/**
 * Chooses the sentences of the sources that matter most, spread over the sources, none twice, in the order of the text. Each is the source's own sentence with
 * its place, and passes the checker of answers.
 *
 * @returns at most `limit` points (8), none when the sources say nothing that can stand alone.
 */
export function pickKeyPoints(sources: readonly ItemSource[], wish: PointWish = {}): CitedText[] {
  const { limit = MAX_KEY_POINTS, matter = [], isStrict = false } = wish
  const isAbout = (text: string) => matter.some((one) => one.test(text))
  const all = sources.flatMap((source) => cutStatements(source)).filter((one) => one.weight >= LEAST_WEIGHT)
  const wanted = isStrict ? all.filter((one) => isAbout(one.text)) : all
  const weigh = (one: Statement) => one.weight + (isAbout(one.text) ? MATTER_WEIGHT : 0)
  const ranked = [...wanted].sort((a, b) => weigh(b) - weigh(a) || all.indexOf(a) - all.indexOf(b))
  const perSource = Math.max(2, Math.ceil(limit / Math.max(1, sources.length)))
  const picked: { statement: Statement; pairs: ReturnType<typeof buildPairs> }[] = []
  for (const statement of ranked) {
    if (picked.length >= limit) break
    const fromHere = picked.filter((one) => one.statement.source === statement.source).length
    const pairs = buildPairs(statement.text)
    const isKnown = picked.some((one) => measureLikeness(one.pairs, pairs) > MAX_LIKENESS)
    if (fromHere < perSource && !isKnown && isSound(statement)) picked.push({ statement, pairs })
  }
  return picked
    .map((one) => one.statement)
    .sort((a, b) => all.indexOf(a) - all.indexOf(b))
    .map(({ text, source }) => ({ text, citations: [citeSource(source, text)] }))
}

/** @param quote kept only where the passage holds exactly these words. */
export function citeSource(source: ItemSource, quote?: string) {
  const { passageId, label } = source
  return quote !== undefined && source.text.includes(quote) ? { passageId, label, quote } : { passageId, label }
}

function isSound({ text, source }: Statement): boolean {
  return isHeldBy(text, [source])
}

/** Whether every number, date and article of the text stands in these passages. */
export function isHeldBy(text: string, sources: readonly ItemSource[]): boolean {
  const passages = new Map(
    sources.map(({ passageId, article, text: words, title }) => [passageId, { article, text: words, title }]),
  )
  return checkAnswer([{ text, passageIds: [...passages.keys()] }], passages).length === 0
}
