import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { ModelsTabs } from '~/components/models/models-tabs'
import { RegisterForm } from '~/components/models/register-form'
import { RegisterList } from '~/components/models/register-list'
import type { RegisterAnswer, RegisterValues } from '~/components/models/view-types'
import { requirePermission, requirePerson } from '~/http/current-person'
import { isDomainError } from '~/http/problem-details'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('模型登記', 'Model register')

const FIELDS = [
  'purpose',
  'model',
  'modelVersion',
  'host',
  'riskLevel',
  'dataUsed',
  'approvedBy',
  'approvedOn',
] as const satisfies readonly (keyof RegisterValues)[]

const pickFields = (read: (name: (typeof FIELDS)[number]) => string) =>
  Object.fromEntries(FIELDS.map((name) => [name, read(name)])) as RegisterValues

/** `?edit=` opens an entry, `?purpose=&model=` begins a new one for what is in use. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'models.administer')
  const { register, server } = await context.services.models.readModels(person)
  const { searchParams } = new URL(request.url)
  const edited = register.find((entry) => entry.id === searchParams.get('edit'))
  const values = pickFields((name) => edited?.[name] ?? searchParams.get(name) ?? '')
  return {
    entries: register.map(
      ({ organisationId: _organisation, updatedAt: _at, updatedById: _by, evaluated, ...entry }) => ({
        ...entry,
        evaluated: evaluated && { ...evaluated, at: evaluated.at.toISOString() },
      }),
    ),
    values: {
      ...values,
      riskLevel: values.riskLevel || 'medium',
      host: values.host || (server?.host ?? ''),
    },
    isSaved: searchParams.get('saved') === '1',
  }
})

/** `intent` save with the fields of an entry, or remove with `id`. */
export const action = withPage(async ({ request, context }: ActionFunctionArgs): Promise<Response> => {
  const person = await requirePerson(request, context)
  const form = await request.formData()
  const { models } = context.services
  if (form.get('intent') === 'remove') {
    await models.removeRegisterEntry(person, String(form.get('id') ?? ''))
    return redirect('/models/register')
  }
  const values = pickFields((name) => String(form.get(name) ?? ''))
  try {
    await models.saveRegisterEntry(person, values)
    return redirect('/models/register?saved=1')
  } catch (error) {
    if (isDomainError(error) && error.code === 'bad-input')
      return Response.json({ values, faults: error.fields } satisfies RegisterAnswer, { status: 400 })
    throw error
  }
})

export default function RegisterPage() {
  const { entries, values, isSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<RegisterAnswer>()
  const { t } = useTranslation('models')
  return (
    <Page title={t('register.title')} lead={t('register.lead')}>
      <ModelsTabs here="register" />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <RegisterList entries={entries} />
        <RegisterForm
          values={answer?.values ?? values}
          faults={answer?.faults ?? {}}
          isSaved={isSaved && !answer}
          isBusy={useNavigation().state !== 'idle'}
        />
      </div>
    </Page>
  )
}
