import { isSameMeasure, listMeasures, toCanonicalText } from '../quiz/check/canonical-text'
import type { ItemSource } from '../quiz/item'
import { buildPairs, type LetterPairs, measureContainment, measureLikeness } from '../roleplay/measure-likeness'
import type { CitedText } from './course'
import type { WrittenLesson, WrittenStatement } from './course-writer'
import { citeSource, MAX_KEY_POINTS } from './pick-key-points'
import { checkStatement, type StatementFault } from './statement/check-statement'
import { readDuties } from './statement/find-duty-fault'

/** `copied`: the source's own words, which need no model. `near`: says what another one says. `thinner`: tells less than the source's own sentence that it would replace. */
export type DropReason = StatementFault | 'copied' | 'near' | 'thinner' | 'too-many' | 'unreadable'

export type MergedLesson = {
  introduction: CitedText[]
  goals: string[]
  points: CitedText[]
  /** How many of the model's statements are in it. */
  kept: number
  dropped: Partial<Record<DropReason, number>>
}

/** Two statements that are so alike say the same. */
const MAX_LIKENESS = 0.72
/** Share of pairs that one text must hold of another to be about the same words. */
const SAME_WORDS = 0.8
const MAX_INTRODUCTION = 2
const MAX_WRITTEN_GOALS = 2
/** Points about what the extract does not tell. */
const MAX_ADDED = 4

type Held = { text: string; source: ItemSource; quote: string; pairs: LetterPairs; quotePairs: LetterPairs }

/**
 * Puts what a model wrote in the place of the source's own sentences that it tells, as far as it stands the checks. Every extracted point is either told by the
 * model, with all its numbers and duties, or stays as it is: a lesson never holds less than without a model.
 *
 * @param sources the passages of the lesson, by id.
 */
export function mergeWritten(
  written: WrittenLesson,
  lesson: { points: readonly CitedText[]; goals: readonly string[] },
  sources: ReadonlyMap<string, ItemSource>,
): MergedLesson {
  const dropped: MergedLesson['dropped'] = {}
  const drop = (reason: DropReason, count = 1) => {
    if (count > 0) dropped[reason] = (dropped[reason] ?? 0) + count
  }
  const read = (statements: readonly WrittenStatement[], role?: 'goal') => keepHeld(statements, sources, role, drop)
  drop('unreadable', written.unreadable)
  const { points, kept } = weavePoints(read(written.points), lesson.points, drop)
  const all = points.map((one) => buildPairs(one.text))
  const fresh = read(written.introduction).filter((one) => {
    const isNear = all.some((pairs) => measureLikeness(pairs, one.pairs) > MAX_LIKENESS)
    if (isNear) drop('near')
    return !isNear
  })
  const introduction = fresh.slice(0, MAX_INTRODUCTION)
  const goals = mergeGoals(read(written.goals, 'goal'), lesson.goals)
  drop('too-many', fresh.length - introduction.length)
  return {
    introduction: introduction.map((one) => cite(one)),
    goals,
    points,
    kept: kept + introduction.length + goals.length - lesson.goals.length,
    dropped,
  }
}

function keepHeld(
  statements: readonly WrittenStatement[],
  sources: ReadonlyMap<string, ItemSource>,
  role: 'goal' | undefined,
  drop: (reason: DropReason) => void,
): Held[] {
  const held: Held[] = []
  for (const statement of statements) {
    const checked = checkStatement(statement, sources, role)
    if (checked.status === 'unheld') {
      drop(checked.fault)
      continue
    }
    const { text, ground } = checked
    const pairs = buildPairs(text)
    if (toCanonicalText(ground.whole).includes(toCanonicalText(text))) drop('copied')
    else if (held.some((one) => measureLikeness(one.pairs, pairs) > MAX_LIKENESS)) drop('near')
    else held.push({ text, source: ground.source, quote: ground.quote, pairs, quotePairs: buildPairs(ground.quote) })
  }
  return held
}

const cite = ({ text, source, quote }: Held, label = source.label): CitedText => ({
  text,
  citations: [{ ...citeSource(source, quote), label }],
  writtenBy: 'model',
})

type Extract = { point: CitedText; pairs: LetterPairs; told: readonly Held[] }

/** The written points in the places of those that they tell, the others where they are, new ones at the end. */
function weavePoints(
  held: readonly Held[],
  points: readonly CitedText[],
  drop: (reason: DropReason, count?: number) => void,
): { points: CitedText[]; kept: number } {
  const extracts = assign(held, points)
  const isReplaced = ({ point, pairs, told }: Extract) => told.length > 0 && tellsAll(told, point.text, pairs)
  const replaced = new Set(extracts.filter(isReplaced))
  const related = new Set(extracts.flatMap((one) => one.told))
  const used = new Set([...replaced].flatMap((one) => one.told))
  const added = held.filter((one) => !related.has(one) && !isNearTo(one, extracts))
  const extra = added.slice(0, Math.max(0, Math.min(MAX_ADDED, MAX_KEY_POINTS + MAX_ADDED - points.length)))
  drop('thinner', related.size - used.size)
  drop('near', held.length - related.size - added.length)
  drop('too-many', added.length - extra.length)
  const woven = extracts.flatMap((extract): CitedText[] => {
    if (!replaced.has(extract)) return [extract.point]
    return extract.told.map((one) => cite(one, extract.point.citations[0]?.label))
  })
  return { points: [...woven, ...extra.map((one) => cite(one))], kept: used.size + extra.length }
}

/** Each written point to the one extract of the same words that it is most like: however much it quotes, it tells one thing. */
function assign(held: readonly Held[], points: readonly CitedText[]): Extract[] {
  const extracts = points.map((point) => ({ point, pairs: buildPairs(point.text), told: [] as Held[] }))
  for (const one of held) {
    const same = extracts.filter(({ point, pairs }) => isAboutSame(one, point, pairs))
    const likeness = same.map(({ pairs }) => measureLikeness(one.pairs, pairs))
    same[likeness.indexOf(Math.max(...likeness))]?.told.push(one)
  }
  return extracts
}

function isAboutSame({ source, quotePairs }: Held, { citations }: CitedText, pairs: LetterPairs): boolean {
  if (!citations.some((one) => one.passageId === source.passageId)) return false
  return measureContainment(pairs, quotePairs) >= SAME_WORDS || measureContainment(quotePairs, pairs) >= SAME_WORDS
}

/** Whether the quotes cover the sentence, and the statements hold its numbers, duties and bans. */
function tellsAll(told: readonly Held[], sentence: string, pairs: LetterPairs): boolean {
  const quoted: LetterPairs = new Set(told.flatMap((one) => [...one.quotePairs]))
  if (measureContainment(pairs, quoted) < SAME_WORDS) return false
  const text = told.map((one) => one.text).join('\n')
  const [measures, duties] = [listMeasures(text), readDuties(text)]
  return (
    listMeasures(sentence).every((one) => measures.some((other) => isSameMeasure(one, other))) &&
    [...readDuties(sentence)].every((duty) => duty === 'may' || duties.has(duty))
  )
}

const isNearTo = ({ pairs }: Held, extracts: readonly Extract[]) =>
  extracts.some((one) => measureLikeness(one.pairs, pairs) > MAX_LIKENESS)

/** What the model names first; all of those that are there stay. */
function mergeGoals(held: readonly Held[], goals: readonly string[]): string[] {
  const known = goals.map(buildPairs)
  const fresh = held.filter((one) => known.every((pairs) => measureLikeness(pairs, one.pairs) <= MAX_LIKENESS))
  return [...fresh.slice(0, MAX_WRITTEN_GOALS).map((one) => one.text), ...goals]
}
