import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { buildKeyView } from '~/components/quiz/build-answered-view'
import { buildSources } from '~/components/quiz/build-item-views'
import { buildQuizCards, listOpenAttempts, toResultView } from '~/components/quiz/build-quiz-cards'
import type { MadeNoteView } from '~/components/quiz/made-note'
import { QuizKeepingPage, type SettingsAnswer } from '~/components/quiz/quiz-keeping-page'
import { QuizStartPage } from '~/components/quiz/quiz-start-page'
import { isAllowed } from '~/domain/governance/authorise'
import type { PersonRecord } from '~/domain/ports'
import type { FullQuiz } from '~/domain/quiz/quiz-ports'
import { DomainError } from '~/domain/shared/domain-error'
import type { Locale } from '~/domain/shared/localised'
import { requirePermission, requirePerson } from '~/http/current-person'
import type { AppLoadContext } from '~/http/load-context'
import { readPreferences } from '~/http/preferences'
import { isDomainError } from '~/http/problem-details'
import { readCitedTexts } from '~/http/read-cited-texts'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? '測驗'} · 對練` }]

/** Trainees begin a quiz here; those who keep it review its items. `?take=1` shows them what trainees see. */
export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.use')
  const { locale } = await readPreferences(request)
  const { searchParams } = new URL(request.url)
  const id = params.quizId ?? ''
  if (isAllowed(person, 'learning.manage') && searchParams.get('take') !== '1') {
    const quiz = await context.services.quiz.readQuiz(person, id)
    return { title: quiz.title, keeping: await readKeeping(context, person, quiz, searchParams, locale) }
  }
  const summary = await context.services.quiz.describeQuiz(person, id)
  const attempts = (await context.services.quiz.listAttempts(person)).filter((one) => one.quizId === id)
  const [card] = buildQuizCards([summary], attempts, person.personId)
  const results = attempts.flatMap((one) => {
    const result = toResultView(one)
    return result ? [{ ...result, title: summary.title }] : []
  })
  return { title: summary.title, start: { quiz: card!, open: listOpenAttempts(attempts), results } }
})

/** The queue of a quiz's items with one of them open. */
async function readKeeping(
  context: AppLoadContext,
  person: PersonRecord,
  quiz: FullQuiz,
  searchParams: URLSearchParams,
  locale: Locale,
) {
  const wanted = Number(searchParams.get('at')) - 1
  const firstOpen = quiz.items.findIndex((one) => one.status !== 'approved')
  const position = wanted in quiz.items ? wanted : Math.max(0, firstOpen)
  return {
    id: quiz.id,
    title: quiz.title,
    status: quiz.status,
    origin: quiz.origin.kind,
    itemCount: quiz.items.length,
    minutes: quiz.timeLimitMinutes,
    passPercent: quiz.passPercent,
    canChange: quiz.organisationId === person.organisationId,
    rows: quiz.items.map(({ itemId, status, content }) => ({ itemId, status, type: content.type, stem: content.stem })),
    position,
    current: quiz.items[position] ? await readCurrent(context, person, quiz.items[position], locale) : null,
    note: readNote(searchParams),
    isSaved: searchParams.get('saved') === '1',
  }
}

async function readCurrent(
  context: AppLoadContext,
  person: PersonRecord,
  placed: FullQuiz['items'][number],
  locale: Locale,
) {
  const { services } = context
  const { itemId, content } = placed
  const [{ faults, stale, item }, texts] = await Promise.all([
    services.quiz.readItem(person, itemId),
    readCitedTexts(
      context,
      person,
      content.citations.map((one) => one.passageId),
    ),
  ])
  const staleViews = stale.map(({ citedPassageId, currentPassageId, label }) => ({
    citedPassageId,
    currentPassageId,
    label,
  }))
  return {
    view: buildKeyView({ itemId, content, isUnreviewed: false }, services.content, locale),
    ability: content.ability,
    difficulty: content.difficulty,
    sources: buildSources(content, new Map([...texts].map(([id, one]) => [id, one.text])), staleViews),
    stale: staleViews,
    faults: [...faults],
    /** The bank has gone on since the quiz was published. */
    newerVersion: item.version > placed.version ? item.version : null,
  }
}

function readNote(searchParams: URLSearchParams): MadeNoteView | null {
  const [made, requested, rejected] = ['made', 'requested', 'rejected'].map((name) => Number(searchParams.get(name)))
  if (!made || !requested) return null
  return {
    made,
    requested,
    rejected: rejected || 0,
    engine: (['llm', 'embedded'] as const).find((one) => one === searchParams.get('engine')) ?? null,
    hasFallenBack: searchParams.has('fellBack'),
  }
}

export const action = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const { quiz } = context.services
  const id = params.quizId ?? ''
  const form = await request.formData()
  const here = `/quizzes/${id}`
  switch (form.get('intent')) {
    case 'approve': {
      const itemId = String(form.get('itemId'))
      await quiz.setItemStatus(person, [itemId], 'approved')
      return redirect(`${here}?at=${await findNextToReview(context, person, id, itemId)}`)
    }
    case 'drop': {
      const { items } = await quiz.readQuiz(person, id)
      const itemId = String(form.get('itemId'))
      const left = items.map((one) => one.itemId).filter((one) => one !== itemId)
      await quiz.setQuizItems(person, id, left)
      const at = items.findIndex((one) => one.itemId === itemId) + 1
      return redirect(`${here}?at=${Math.max(1, Math.min(at, left.length))}`)
    }
    case 'publish':
      return tellRefusal(() => quiz.publishQuiz(person, id), here)
    case 'retire':
      await quiz.retireQuiz(person, id)
      return redirect(here)
    case 'settings':
      return saveSettings(context, person, id, form)
    default:
      throw new DomainError('bad-input', 'unknown intent')
  }
})

/** @returns from 1: the next item after this one that nobody has approved, else the one after. */
async function findNextToReview(context: AppLoadContext, person: PersonRecord, id: string, itemId: string) {
  const { items } = await context.services.quiz.readQuiz(person, id)
  const here = items.findIndex((one) => one.itemId === itemId)
  const open = items.map((one, at) => (one.status === 'approved' ? -1 : at)).filter((at) => at >= 0)
  const next = open.find((at) => at > here) ?? open[0] ?? Math.min(here + 1, items.length - 1)
  return Math.max(0, next) + 1
}

async function tellRefusal(publish: () => Promise<void>, here: string) {
  try {
    await publish()
    return redirect(here)
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'bad-input') throw error
    return Response.json({ refusal: error.fields.items ?? error.fields.status ?? '' }, { status: 400 })
  }
}

async function saveSettings(context: AppLoadContext, person: PersonRecord, id: string, form: FormData) {
  const read = (name: string) => String(form.get(name) ?? '').trim()
  const values = {
    title: read('title'),
    timeLimitMinutes: read('timeLimitMinutes'),
    passPercent: read('passPercent'),
  }
  try {
    await context.services.quiz.updateQuiz(person, id, {
      title: values.title,
      timeLimitMinutes: values.timeLimitMinutes === '' ? null : Number(values.timeLimitMinutes),
      passPercent: values.passPercent === '' ? Number.NaN : Number(values.passPercent),
    })
    return redirect(`/quizzes/${id}?saved=1`)
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'bad-input') throw error
    return Response.json({ values, faults: error.fields }, { status: 400 })
  }
}

export default function QuizPage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<{ refusal?: string } & Partial<SettingsAnswer>>()
  if (data.start) return <QuizStartPage {...data.start} />
  const settings = answer?.values && answer.faults ? { values: answer.values, faults: answer.faults } : null
  return <QuizKeepingPage quiz={data.keeping} refusal={answer?.refusal ?? null} settings={settings} />
}
