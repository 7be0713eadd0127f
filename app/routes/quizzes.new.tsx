import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { listMakeDocuments } from '~/components/make/list-make-documents'
import { listScenarioChoices } from '~/components/quiz/build-item-views'
import { MAKE_SOURCES, MakeForm, type MakeValues } from '~/components/quiz/make-form'
import { ITEM_TYPES } from '~/domain/quiz/item'
import { requirePermission, requirePerson } from '~/http/current-person'
import { linkToMade } from '~/http/link-to-made'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('出一份測驗', 'Make a quiz')

const DEFAULT_COUNT = '10'
const DEFAULT_PASS = '60'
const REQUEST_ID = /^[\w-]{8,64}$/

/** Where a quiz is made from documents, a topic or a scenario; `?topic=`, `?documentId=`, `?scenarioId=` and what else the form holds fill it. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const { locale } = await readPreferences(request)
  const { services } = context
  const { searchParams } = new URL(request.url)
  const topic = searchParams.get('topic') ?? ''
  const documentIds = searchParams.getAll('documentId')
  const scenarioId = searchParams.get('scenarioId') ?? ''
  const source = documentIds.length > 0 ? 'documents' : scenarioId ? 'scenario' : 'topic'
  const values: MakeValues = {
    requestId: randomUUID(),
    source,
    topic,
    documentIds,
    scenarioId,
    count: searchParams.get('count') ?? DEFAULT_COUNT,
    types: ITEM_TYPES.filter((one) => searchParams.getAll('types').includes(one)),
    title: searchParams.get('title') ?? '',
    timeLimitMinutes: searchParams.get('timeLimitMinutes') ?? '',
    passPercent: searchParams.get('passPercent') ?? DEFAULT_PASS,
  }
  return {
    values,
    scenarios: listScenarioChoices(services.content, locale),
    documents: listMakeDocuments(await services.listKnowledgeDocuments(person)),
  }
})

function readValues(form: FormData): MakeValues {
  const read = (name: string) => String(form.get(name) ?? '').trim()
  const requestId = read('requestId')
  return {
    requestId: REQUEST_ID.test(requestId) ? requestId : randomUUID(),
    source: MAKE_SOURCES.find((one) => one === read('source')) ?? 'topic',
    topic: read('topic'),
    documentIds: form.getAll('documentIds').map(String),
    scenarioId: read('scenarioId'),
    count: read('count'),
    types: ITEM_TYPES.filter((one) => form.getAll('types').includes(one)),
    title: read('title'),
    timeLimitMinutes: read('timeLimitMinutes'),
    passPercent: read('passPercent'),
  }
}

/** @returns field to reason, for what is missing before anything is asked of the sources. */
function findMissing({ source, topic, documentIds }: MakeValues): Record<string, string> {
  if (source === 'topic' && topic === '') return { topic: 'required' }
  if (source === 'documents' && documentIds.length === 0) return { documentIds: 'required' }
  return {}
}

/** Anything that is no number is out of range, which is said beside its field. */
const readNumber = (text: string) => (text === '' ? Number.NaN : Number(text))

export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const values = readValues(await request.formData())
  const missing = findMissing(values)
  if (Object.keys(missing).length > 0) return Response.json({ values, faults: missing }, { status: 400 })
  const { source, topic, documentIds, scenarioId, title, types, requestId } = values
  const making = await context.services.quiz.startMaking(person, {
    requestId,
    ...(source === 'topic' ? { topic } : source === 'documents' ? { documentIds } : { scenarioId }),
    ...(title && { title }),
    count: readNumber(values.count),
    types,
    timeLimitMinutes: values.timeLimitMinutes === '' ? null : Number(values.timeLimitMinutes),
    passPercent: readNumber(values.passPercent),
  })
  switch (making.status) {
    case 'made':
      return redirect(linkToMade(making.made))
    case 'making':
      return redirect(`/quizzes/making/${making.quizId}`)
    case 'refused':
      return Response.json({ values, faults: making.fields }, { status: 400 })
    case 'failed':
      throw making.error
  }
})

export default function NewQuizPage() {
  const { values, documents, scenarios } = useLoaderData<typeof loader>()
  const answer = useActionData<{ values: MakeValues; faults: Record<string, string> }>()
  const { t } = useTranslation('quiz')
  const isBusy = useNavigation().formAction === '/quizzes/new'
  return (
    <Page title={t('make.title')} lead={t('make.lead')} width="text">
      <MakeForm
        key={JSON.stringify(answer ?? values)}
        values={answer?.values ?? values}
        faults={answer?.faults ?? {}}
        documents={documents}
        scenarios={scenarios}
        isBusy={isBusy}
      />
    </Page>
  )
}
