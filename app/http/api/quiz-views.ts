import type { z } from 'zod'
import type { ItemContent } from '~/domain/quiz/item'
import type {
  AttemptView,
  FullQuiz,
  ItemQuestion,
  ItemRecord,
  ItemResult,
  PlacedItem,
  QuizSummary,
} from '~/domain/quiz/quiz-ports'
import type { Services } from '~/services.server'
import type * as schemas from './quiz-schemas'

// From items, quizzes and attempts to the JSON of the contract.

type View<Schema extends z.ZodType> = z.input<Schema>
type Returned<Name extends keyof Services['quiz']> = Awaited<ReturnType<Services['quiz'][Name]>>

const HUNDRED = 100

function listKey(content: ItemContent): string[] {
  switch (content.type) {
    case 'true-false':
      return [String(content.isTrue)]
    case 'cloze':
      return content.blanks.map((blank) => blank.accepted[0]!)
    case 'matching':
      return content.pairs.map((pair) => pair.right)
    case 'ordering':
      return content.steps
    case 'short-answer':
      return [content.modelAnswer]
    default:
      return content.options.filter((option) => option.isKey).map((option) => option.id)
  }
}

function viewItem({ itemId, version, status, content }: PlacedItem): View<typeof schemas.itemSchema> {
  return { id: itemId, version, status, ...content, key: listKey(content) }
}

const toPlaced = ({ id, version, status, content }: ItemRecord): PlacedItem => ({
  itemId: id,
  version,
  status,
  content,
})

export function viewItems(found: Returned<'listItems'>): View<typeof schemas.itemsSchema> {
  return { items: found.items.map((item) => viewItem(toPlaced(item))), total: found.total }
}

export function viewItemDetail({
  item,
  faults,
  stale,
  events,
}: Returned<'readItem'>): View<typeof schemas.itemDetailSchema> {
  return {
    ...viewItem(toPlaced(item)),
    origin: item.origin,
    faults: [...faults],
    stale: stale.map(({ citedPassageId, currentPassageId, label }) => ({ citedPassageId, currentPassageId, label })),
    events: events.map((one) => ({ ...one, at: one.at.toISOString() })),
  }
}

export function viewQuizSummary(quiz: QuizSummary): View<typeof schemas.quizSummarySchema> {
  const { id, title, status, origin, itemCount, timeLimitMinutes, passPercent, createdAt } = quiz
  return {
    id,
    title,
    status,
    origin: { ...origin },
    itemCount,
    timeLimitMinutes,
    passPercent,
    createdAt: createdAt.toISOString(),
  }
}

export function viewQuiz(quiz: FullQuiz) {
  return {
    ...viewQuizSummary({ ...quiz, itemCount: quiz.items.length }),
    items: quiz.items.map(viewItem),
  } satisfies View<typeof schemas.quizSchema>
}

export function viewMadeQuiz(made: Returned<'makeQuiz'>): View<typeof schemas.madeQuizSchema> {
  const { quiz, requested, made: count, rejected, engine, fellBack } = made
  return { ...viewQuiz(quiz), requested, made: count, rejected: { ...rejected }, engine, fellBack }
}

function viewQuestion({ options, lefts, rights, steps, ...rest }: ItemQuestion) {
  return {
    ...rest,
    ...(options && { options: options.map(({ id, text }) => ({ id, text })) }),
    ...(lefts && { lefts: [...lefts] }),
    ...(rights && { rights: [...rights] }),
    ...(steps && { steps: [...steps] }),
  }
}

function viewResult({ question, content, response, points }: ItemResult) {
  const { itemId, version, position } = question
  const { status: _status, ...item } = viewItem({ itemId, version, status: 'draft', content })
  return { itemId, position, points, response, item }
}

export function viewAttempt(view: AttemptView): View<typeof schemas.attemptSchema> {
  const { id, quizId, mode, startedAt, deadline, finishedAt, points, maxPoints, passed } = view.attempt
  const itemIds = new Map(view.questions.map((one) => [one.position, one.itemId]))
  return {
    id,
    quizId,
    title: view.title,
    mode,
    startedAt: startedAt.toISOString(),
    deadline: deadline?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    points,
    maxPoints,
    percent: points === null || maxPoints === 0 ? null : Math.min(HUNDRED, (points / maxPoints) * HUNDRED),
    passed,
    questions: view.questions.map(viewQuestion),
    answers: view.answers.map((one) => ({ itemId: itemIds.get(one.position) ?? '', ...one })),
    results: view.results.map(viewResult),
  }
}

export function viewAnswered({ status, result }: Returned<'answerItem'>): View<typeof schemas.answeredSchema> {
  return { status, result: result && viewResult(result) }
}
