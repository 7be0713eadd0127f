import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AttemptPlayer } from '~/components/quiz/attempt-player'
import { AttemptResult } from '~/components/quiz/attempt-result'
import { buildPlayerView, buildResultView, listAnswered } from '~/components/quiz/build-attempt-views'
import { ClosingCard } from '~/components/quiz/closing-card'
import { isEmptyResponse, readResponse } from '~/components/quiz/read-response'
import type { PersonRecord } from '~/domain/ports'
import type { ItemResponse } from '~/domain/quiz/item'
import type { AttemptView } from '~/domain/quiz/quiz-ports'
import { DomainError } from '~/domain/shared/domain-error'
import { requirePerson } from '~/http/current-person'
import type { AppLoadContext } from '~/http/load-context'
import { readPreferences } from '~/http/preferences'
import { isDomainError } from '~/http/problem-details'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title || '作答'} · 對練` }]

const readPosition = (value: string | null) => (value !== null && /^\d{1,3}$/.test(value) ? Number(value) - 1 : null)

/** An attempt: the question to answer, or the result once it has ended. */
export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { locale } = await readPreferences(request)
  const { searchParams } = new URL(request.url)
  const { services } = context
  const view = await services.quiz.readAttempt(person, params.attemptId ?? '')
  if (view.attempt.finishedAt !== null)
    return {
      title: view.title,
      result: buildResultView(view, await readResultContext(context, person, view), services.content, locale),
    }
  if (view.questions.length === 0) throw new DomainError('not-found', 'no question of this attempt is there any more')
  const wanted = readPosition(searchParams.get('at'))
  const place = { wanted, typed: null, now: new Date() }
  return {
    title: view.title,
    player: buildPlayerView(view, place, services.content, locale),
    isClosing: searchParams.get('closing') === '1' || (wanted === null && listAnswered(view).every(Boolean)),
    isEmpty: searchParams.get('empty') === '1',
    isRefused: searchParams.get('refused') === '1',
  }
})

async function readResultContext(context: AppLoadContext, person: PersonRecord, { attempt }: AttemptView) {
  const { quiz } = context.services
  const [reviews, taken] = await Promise.all([
    quiz.listComingReviews(person),
    attempt.quizId === null ? null : findQuiz(context, person, attempt.quizId),
  ])
  return {
    passPercent: taken?.passPercent ?? null,
    isMine: attempt.personId === person.personId,
    reviews: new Map(reviews.map(({ itemId, dueAt }) => [itemId, dueAt])),
    scenarioId: taken?.origin.kind === 'scenario' ? taken.origin.scenarioId : null,
  }
}

/** @returns null when it has been retired since. */
async function findQuiz(context: AppLoadContext, person: PersonRecord, quizId: string) {
  try {
    return await context.services.quiz.describeQuiz(person, quizId)
  } catch (error) {
    if (isDomainError(error) && error.code === 'not-found') return null
    throw error
  }
}

/** The forms where no script has taken over. */
export const action = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { quiz } = context.services
  const id = params.attemptId ?? ''
  const form = await request.formData()
  if (form.get('intent') === 'finish') {
    await quiz.finishAttempt(person, id)
    return redirect(`/attempts/${id}`)
  }
  const view = await quiz.readAttempt(person, id)
  const position = readPosition(new URL(request.url).searchParams.get('at')) ?? 0
  const question = view.questions[position]
  if (view.attempt.finishedAt !== null || !question) return redirect(`/attempts/${id}`)
  const here = `/attempts/${id}?at=${position + 1}`
  const response = readResponse(question.type, form)
  const isExam = view.attempt.mode === 'exam'
  const isMove = form.has('move')
  if (isMove && !isExam) return { typed: { position, response } }
  if (isEmptyResponse(response, form)) return redirect(isExam ? goOn(view, id, position) : `${here}&empty=1`)
  if ((await keepAnswer(() => quiz.answerItem(person, id, position, response))) === 'refused')
    return redirect(`${here}&refused=1`)
  return redirect(isExam && !isMove ? goOn(view, id, position) : here)
})

const goOn = ({ questions }: AttemptView, id: string, position: number) =>
  position + 1 < questions.length ? `/attempts/${id}?at=${position + 2}` : `/attempts/${id}?closing=1`

/** Too late is no error: the page shows the result then. What is no answer to this item is said beside it. */
async function keepAnswer(answer: () => Promise<unknown>): Promise<'kept' | 'refused'> {
  try {
    await answer()
  } catch (error) {
    if (isDomainError(error) && error.code === 'bad-input') return 'refused'
    if (!isDomainError(error) || error.code !== 'attempt-ended') throw error
  }
  return 'kept'
}

export default function AttemptPage() {
  const data = useLoaderData<typeof loader>()
  const typed = useActionData<{ typed?: { position: number; response: ItemResponse } }>()?.typed
  if (data.result) return <AttemptResult result={data.result} />
  const { player, isClosing, isEmpty, isRefused } = data
  if (isClosing) return <ClosingCard player={player} />
  // An order that was changed without a script, and is not an answer yet.
  const isTyped = typed?.position === player.position && typed.response.type === 'ordering'
  const shown =
    isTyped && typed.response.type === 'ordering'
      ? { ...player, given: { ...player.given, steps: typed.response.steps } }
      : player
  return <AttemptPlayer player={shown} fault={isRefused ? 'refused' : isEmpty ? 'empty' : null} />
}
