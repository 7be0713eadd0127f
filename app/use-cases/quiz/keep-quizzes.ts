import { type Actor, isAllowed } from '../../domain/governance/authorise'
import type { FullQuiz, QuizRecord, QuizSummary } from '../../domain/quiz/quiz-ports'
import { DomainError } from '../../domain/shared/domain-error'
import { groupBy } from '../../domain/shared/group-by'
import {
  DEFAULT_PASS_PERCENT,
  isKeptBy,
  MAX_QUIZ_ITEMS,
  ownerOf,
  type QuizDeps,
  requireKeeper,
  requireRight,
} from './quiz-deps'

const MAX_TITLE = 200
const MAX_MINUTES = 600

export type QuizChange = {
  title?: string | undefined
  /** 1 to 600. */
  timeLimitMinutes?: number | null | undefined
  /** 0 to 100. */
  passPercent?: number | undefined
}
export type ExamYear = {
  /** Of the Republic. */
  year: number
  sections: readonly { section: string; papers: readonly QuizSummary[] }[]
}

type Deps = Pick<QuizDeps, 'quizzes' | 'settings'>

/** Whether somebody may take a quiz: what is published, drafts only those who keep them. A remedy for one person is nobody else's. */
export function canTake(actor: Actor, quiz: QuizRecord): boolean {
  if (!isAllowed(actor, 'learning.use') || quiz.status === 'retired') return false
  if (isKeptBy(actor, quiz)) return true
  const forPerson = quiz.origin.kind === 'remedy' ? quiz.origin.personId : null
  return quiz.status === 'published' && (forPerson === null || forPerson === actor.personId)
}

/** Those who make quizzes see all that they keep, and what is published; others what they can take. Papers of the exam are in `listExamPapers`. */
export async function listQuizzes(deps: Pick<Deps, 'quizzes'>, actor: Actor): Promise<QuizSummary[]> {
  requireRight(actor, 'learning.use')
  const quizzes = await deps.quizzes.listQuizzes(actor.organisationId)
  return quizzes.filter((one) => one.origin.kind !== 'exam' && (isKeptBy(actor, one) || canTake(actor, one)))
}

/** What everybody may know of a quiz that they can take, or keep. @throws DomainError `not-found`. */
export async function describeQuiz(deps: Pick<Deps, 'quizzes'>, actor: Actor, id: string): Promise<QuizSummary> {
  const quiz = await deps.quizzes.findQuiz(id, actor.organisationId)
  if (!quiz || !(isKeptBy(actor, quiz) || canTake(actor, quiz))) throw new DomainError('not-found', `quiz ${id}`)
  const { items, ...record } = quiz
  return { ...record, itemCount: items.length }
}

/** Published papers of the national exam, newest year first. */
export async function listExamPapers(deps: Pick<Deps, 'quizzes'>, actor: Actor): Promise<ExamYear[]> {
  requireRight(actor, 'learning.use')
  const papers = (await deps.quizzes.listQuizzes(actor.organisationId)).flatMap((quiz) =>
    quiz.origin.kind === 'exam' && quiz.status === 'published'
      ? [{ quiz, year: quiz.origin.year, section: quiz.origin.section }]
      : [],
  )
  const byTitle = (a: QuizSummary, b: QuizSummary) => a.title.localeCompare(b.title, 'zh-Hant')
  return [...groupBy(papers, (one) => one.year)]
    .sort(([a], [b]) => b - a)
    .map(([year, some]) => ({
      year,
      sections: [...groupBy(some, (one) => one.section)]
        .sort(([a], [b]) => a.localeCompare(b, 'zh-Hant'))
        .map(([section, those]) => ({ section, papers: those.map((one) => one.quiz).sort(byTitle) })),
    }))
}

/** With the keys, so for those who make quizzes only. @throws DomainError `not-allowed`, `not-found`. */
export async function readQuiz(deps: Pick<Deps, 'quizzes'>, actor: Actor, id: string): Promise<FullQuiz> {
  requireRight(actor, 'learning.manage')
  const quiz = await deps.quizzes.findQuiz(id, actor.organisationId)
  if (!quiz || (quiz.status === 'draft' && !isKeptBy(actor, quiz))) throw new DomainError('not-found', `quiz ${id}`)
  return quiz
}

async function getOwn(deps: Pick<Deps, 'quizzes'>, actor: Actor, id: string): Promise<FullQuiz> {
  const quiz = await readQuiz(deps, actor, id)
  requireKeeper(actor, quiz)
  return quiz
}

function requireDraft(quiz: FullQuiz): void {
  if (quiz.status !== 'draft')
    throw new DomainError('bad-input', `quiz ${quiz.id} is ${quiz.status}`, { status: 'not-a-draft' })
}

/** @throws DomainError `not-allowed`, `not-found`; `bad-input` with the field that is out of range. */
export async function updateQuiz(
  deps: Pick<Deps, 'quizzes'>,
  actor: Actor,
  id: string,
  change: QuizChange,
): Promise<void> {
  await getOwn(deps, actor, id)
  requireInRange(change)
  const { title, timeLimitMinutes, passPercent } = change
  await deps.quizzes.updateQuiz(id, {
    ...(title !== undefined && { title: title.trim() }),
    ...(timeLimitMinutes !== undefined && { timeLimitMinutes }),
    ...(passPercent !== undefined && { passPercent }),
  })
}

/** @throws DomainError `bad-input` with each field that is out of range. */
export function requireInRange({ title, timeLimitMinutes, passPercent }: QuizChange): void {
  const isWhole = (value: number, min: number, max: number) => Number.isInteger(value) && value >= min && value <= max
  const isTitle = title === undefined || (title.trim() !== '' && title.trim().length <= MAX_TITLE)
  const isLimit =
    timeLimitMinutes === undefined || timeLimitMinutes === null || isWhole(timeLimitMinutes, 1, MAX_MINUTES)
  const isPercent = passPercent === undefined || isWhole(passPercent, 0, 100)
  const fields = {
    ...(!isTitle && { title: 'out-of-range' }),
    ...(!isLimit && { timeLimitMinutes: 'out-of-range' }),
    ...(!isPercent && { passPercent: 'out-of-range' }),
  }
  if (Object.keys(fields).length > 0) throw new DomainError('bad-input', JSON.stringify(fields), fields)
}

/** Current versions of these items, in this order. @throws DomainError `bad-input` with `itemIds: unknown` (also for retired ones), `twice` or `too-many` (60). */
async function placeChosen(deps: Pick<Deps, 'quizzes'>, actor: Actor, itemIds: readonly string[]) {
  const refuse = (reason: string) => new DomainError('bad-input', `itemIds: ${reason}`, { itemIds: reason })
  if (new Set(itemIds).size !== itemIds.length) throw refuse('twice')
  if (itemIds.length > MAX_QUIZ_ITEMS) throw refuse('too-many')
  const items = await Promise.all(itemIds.map((itemId) => deps.quizzes.findItem(itemId, actor.organisationId)))
  const placed = items.flatMap((item) =>
    item && item.status !== 'retired' ? [{ itemId: item.id, version: item.version }] : [],
  )
  if (placed.length < itemIds.length) throw refuse('unknown')
  return placed
}

/** Replaces the items of a draft, in this order. @throws as `createQuiz`; `bad-input` with `status: not-a-draft`. */
export async function setQuizItems(
  deps: Pick<Deps, 'quizzes'>,
  actor: Actor,
  id: string,
  itemIds: readonly string[],
): Promise<void> {
  requireDraft(await getOwn(deps, actor, id))
  await deps.quizzes.setQuizItems(id, await placeChosen(deps, actor, itemIds))
}

/**
 * A draft of items of the bank that somebody chose.
 *
 * @returns its id.
 * @throws DomainError `not-allowed`; `bad-input` with the field out of range, or `itemIds: unknown` (also for retired ones), `twice` or `too-many` (60).
 */
export async function createQuiz(
  deps: Pick<QuizDeps, 'quizzes' | 'clock' | 'ids'>,
  actor: Actor,
  input: QuizChange & { title: string; itemIds: readonly string[] },
): Promise<string> {
  requireRight(actor, 'learning.manage')
  requireInRange(input)
  const items = await placeChosen(deps, actor, input.itemIds)
  const id = deps.ids.next()
  await deps.quizzes.createQuiz(
    {
      id,
      organisationId: ownerOf(actor),
      title: input.title.trim(),
      status: 'draft',
      origin: { kind: 'chosen' },
      timeLimitMinutes: input.timeLimitMinutes ?? null,
      passPercent: input.passPercent ?? DEFAULT_PASS_PERCENT,
      seed: deps.ids.next(),
      createdAt: deps.clock.now(),
      createdById: actor.personId,
    },
    items,
  )
  return id
}

/**
 * Opens a draft to everybody of the organisation, with its items as they are now.
 *
 * @throws DomainError `not-allowed`, `not-found`; `bad-input` with `status: not-a-draft`, `items: none`, `items: retired`, or `items: not-reviewed`
 *   unless the organisation allows that.
 */
export async function publishQuiz(deps: Deps, actor: Actor, id: string): Promise<void> {
  const quiz = await getOwn(deps, actor, id)
  requireDraft(quiz)
  const refuse = (reason: string) => new DomainError('bad-input', `items: ${reason}`, { items: reason })
  if (quiz.items.length === 0) throw refuse('none')
  if (quiz.items.some((one) => one.status === 'retired')) throw refuse('retired')
  const { allowsUnreviewedItems } = await deps.settings.read(actor.organisationId)
  if (!allowsUnreviewedItems && quiz.items.some((one) => one.status !== 'approved')) throw refuse('not-reviewed')
  await deps.quizzes.setQuizItems(
    id,
    quiz.items.map(({ itemId, version }) => ({ itemId, version })),
  )
  await deps.quizzes.updateQuiz(id, { status: 'published' })
}

/** Nobody can begin it any more; attempts that are open can be ended. @throws DomainError `not-allowed`, `not-found`. */
export async function retireQuiz(deps: Pick<Deps, 'quizzes'>, actor: Actor, id: string): Promise<void> {
  await getOwn(deps, actor, id)
  await deps.quizzes.updateQuiz(id, { status: 'retired' })
}
