import type { Content } from '~/domain/content'
import type { ItemResponse } from '~/domain/quiz/item'
import type { AttemptView, ItemQuestion, ItemResult } from '~/domain/quiz/quiz-ports'
import { inLocale, type Locale } from '~/domain/shared/localised'
import { buildAnsweredView, findClient } from './build-answered-view'
import { countPercent } from './count-percent'
import { isBlank } from './read-response'
import type { AttemptResultView, GivenAnswer, NextStep, PlayerView, QuestionView } from './view-types'

function buildQuestion(question: ItemQuestion, content: Content, locale: Locale): QuestionView {
  return {
    itemId: question.itemId,
    type: question.type,
    stem: question.stem,
    situation: question.situation ?? null,
    clientSays: question.clientSays ?? null,
    client: findClient(content, question.scenarioId, locale),
    options: [...(question.options ?? [])],
    lefts: [...(question.lefts ?? [])],
    rights: [...(question.rights ?? [])],
    steps: [...(question.steps ?? [])],
    isUnreviewed: question.isUnreviewed,
  }
}

/** @param response null for an untouched form. */
function toGiven(question: ItemQuestion, response: ItemResponse | null): GivenAnswer {
  return {
    optionIds: response?.type === 'choice' ? response.optionIds : [],
    isTrue: response?.type === 'true-false' ? response.isTrue : null,
    words: Array.from({ length: question.blanks ?? 0 }, (_, at) =>
      response?.type === 'cloze' ? (response.words[at] ?? '') : '',
    ),
    rights: (question.lefts ?? []).map((_, at) =>
      response?.type === 'matching' ? (response.rights[at] ?? null) : null,
    ),
    steps: response?.type === 'ordering' ? response.steps : [...(question.steps ?? [])],
    text: response?.type === 'short-answer' ? response.text : '',
  }
}

/** Where to go on: the first position without an answer, the last one when all have one. */
export function findNextOpen(answered: readonly boolean[], after = -1): number {
  const later = answered.findIndex((isDone, at) => !isDone && at > after)
  const any = later < 0 ? answered.indexOf(false) : later
  return any < 0 ? answered.length - 1 : any
}

export function listAnswered(view: AttemptView): boolean[] {
  const positions = new Set(view.answers.filter((one) => !isBlank(one.response)).map((one) => one.position))
  return view.questions.map((one) => positions.has(one.position))
}

/**
 * One question of an open attempt.
 *
 * @param wanted position from 0; null to go on where nothing is answered yet.
 * @param typed what was sent and not taken, to stand in the form again.
 */
export function buildPlayerView(
  view: AttemptView,
  place: { wanted: number | null; typed: ItemResponse | null; now: Date },
  content: Content,
  locale: Locale,
): PlayerView {
  const answered = listAnswered(view)
  const wanted = place.wanted !== null && place.wanted in view.questions ? place.wanted : null
  const position = wanted ?? findNextOpen(answered)
  const question = view.questions[position]!
  const stored = view.answers.find((one) => one.position === position)?.response ?? null
  const result = view.results.find((one) => one.question.position === position)
  return {
    attemptId: view.attempt.id,
    title: view.title,
    mode: view.attempt.mode,
    total: view.questions.length,
    position,
    question: buildQuestion(question, content, locale),
    given: toGiven(question, place.typed ?? stored),
    answered,
    result: result ? buildAnsweredView(result, content, locale) : null,
    deadline: view.attempt.deadline?.toISOString() ?? null,
    now: place.now.toISOString(),
  }
}

type ResultContext = {
  passPercent: number | null
  isMine: boolean
  /** Item id to the day of its next review. */
  reviews: ReadonlyMap<string, Date>
  scenarioId: string | null
}

/** An ended attempt. */
export function buildResultView(
  view: AttemptView,
  { passPercent, isMine, reviews, scenarioId }: ResultContext,
  content: Content,
  locale: Locale,
): AttemptResultView {
  const { attempt } = view
  const points = attempt.points ?? 0
  const missed = view.results.filter((one) => one.points < 1)
  const items = view.results.map((one) => ({
    ...buildAnsweredView(one, content, locale),
    dueAt: one.points < 1 && isMine ? (reviews.get(one.question.itemId)?.toISOString() ?? null) : null,
  }))
  return {
    attemptId: attempt.id,
    quizId: attempt.quizId,
    title: view.title,
    mode: attempt.mode,
    points,
    maxPoints: attempt.maxPoints,
    percent: countPercent(points, attempt.maxPoints),
    passed: attempt.passed,
    passPercent,
    startedAt: attempt.startedAt.toISOString(),
    finishedAt: (attempt.finishedAt ?? attempt.startedAt).toISOString(),
    isMine,
    items,
    nextSteps: isMine ? findNextSteps(missed, scenarioId, content, locale) : [],
  }
}

function findNextSteps(
  missed: readonly ItemResult[],
  scenarioId: string | null,
  content: Content,
  locale: Locale,
): NextStep[] {
  const steps: NextStep[] = []
  if (missed.length > 0) steps.push({ kind: 'review', due: missed.length, href: '/reviews' })
  const lesson = findLesson(missed, content, locale)
  if (lesson) steps.push(lesson)
  const talk = findTalk(missed, scenarioId, content, locale)
  if (talk) steps.push(talk)
  return steps
}

const mostFrequent = (all: readonly string[]): string | undefined => {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** The sheet or guide that most of what was missed stands in. */
function findLesson(missed: readonly ItemResult[], content: Content, locale: Locale): NextStep | null {
  const cited = missed.flatMap((one) => one.content.citations.map(({ passageId }) => passageId.split('@')[0]!))
  const id = mostFrequent(cited.filter((one) => content.products.has(one) || content.guides.has(one)))
  const product = id === undefined ? undefined : content.products.get(id)
  const guide = id === undefined ? undefined : content.guides.get(id)
  if (product) return { kind: 'lesson', title: inLocale(product.name, locale), href: `/learn/products/${id}` }
  return guide ? { kind: 'lesson', title: inLocale(guide.title, locale), href: `/learn/guides/${id}` } : null
}

/** A talk in which to use it: the scenario that the items are about, else one that trains the skill that was missed most. */
function findTalk(
  missed: readonly ItemResult[],
  scenarioId: string | null,
  content: Content,
  locale: Locale,
): NextStep | null {
  const own = missed.flatMap((one) => (one.content.type === 'situation' ? (one.content.scenarioId ?? []) : []))
  const skill = mostFrequent(missed.flatMap((one) => one.content.dimension ?? []))
  const trains = [...content.scenarios.values()].find((one) => one.practises.some((practised) => practised === skill))
  const scenario = content.scenarios.get(scenarioId ?? mostFrequent(own) ?? trains?.id ?? '')
  const client = scenario && findClient(content, scenario.id, locale)
  if (!scenario || !client) return null
  return { kind: 'talk', title: inLocale(scenario.title, locale), href: `/scenarios/${scenario.id}`, client }
}
