import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { COURSE_SOURCES, MakeCourseForm, type MakeCourseValues } from '~/components/course/make-course-form'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { listMakeDocuments } from '~/components/make/list-make-documents'
import { listScenarioChoices } from '~/components/quiz/build-item-views'
import type { CourseOrigin } from '~/domain/course/course-ports'
import { requirePermission, requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { isDomainError } from '~/http/problem-details'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('做一門課', 'Make a course')

/** Where a course is made from documents, a scenario or what went wrong; `?documentId=`, `?scenarioId=` and `?personId=` fill the form. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const { locale } = await readPreferences(request)
  const { services } = context
  const { searchParams } = new URL(request.url)
  const [all, people] = await Promise.all([
    services.listKnowledgeDocuments(person),
    services.courses.listLearners(person),
  ])
  const scenarioId = searchParams.get('scenarioId') ?? ''
  const personId = searchParams.get('personId')
  const values: MakeCourseValues = {
    source: scenarioId ? 'scenario' : personId === null ? 'documents' : 'remedy',
    documentIds: searchParams.getAll('documentId'),
    scenarioId,
    personId: personId ?? '',
    title: '',
  }
  return {
    values,
    people,
    scenarios: listScenarioChoices(services.content, locale),
    documents: listMakeDocuments(all),
    hasWriter: services.courses.hasWriter(),
  }
})

function readValues(form: FormData): MakeCourseValues {
  const read = (name: string) => String(form.get(name) ?? '').trim()
  return {
    source: COURSE_SOURCES.find((one) => one === read('source')) ?? 'documents',
    documentIds: form.getAll('documentIds').map(String),
    scenarioId: read('scenarioId'),
    personId: read('personId'),
    title: read('title'),
  }
}

function toOrigin({ source, documentIds, scenarioId, personId }: MakeCourseValues): CourseOrigin {
  if (source === 'documents') return { kind: 'documents', documentIds }
  return source === 'scenario' ? { kind: 'scenario', scenarioId } : { kind: 'remedy', personId: personId || null }
}

export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const values = readValues(await request.formData())
  try {
    // Goes on when the page is left: the course then stands in the list.
    const course = await context.services.courses.makeCourse(person, { from: toOrigin(values), title: values.title })
    return redirect(`/courses/${course.id}`)
  } catch (error) {
    if (isDomainError(error) && error.code === 'bad-input')
      return Response.json({ values, faults: error.fields }, { status: 400 })
    throw error
  }
})

export default function NewCoursePage() {
  const { values, documents, scenarios, people, hasWriter } = useLoaderData<typeof loader>()
  const answer = useActionData<{ values: MakeCourseValues; faults: Record<string, string> }>()
  const { t } = useTranslation('course')
  const isBusy = useNavigation().formAction === '/courses/new'
  return (
    <Page title={t('make.title')} lead={t(hasWriter ? 'make.leadModel' : 'make.lead')} width="text">
      <MakeCourseForm
        key={JSON.stringify(answer ?? values)}
        values={answer?.values ?? values}
        faults={answer?.faults ?? {}}
        documents={documents}
        scenarios={scenarios}
        people={people}
        isBusy={isBusy}
        hasWriter={hasWriter}
      />
    </Page>
  )
}
