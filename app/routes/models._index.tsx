import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { ModelsTabs } from '~/components/models/models-tabs'
import { PolicyCard } from '~/components/models/policy-card'
import { ServerCard } from '~/components/models/server-card'
import { UseList } from '~/components/models/use-list'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction = () => [{ title: '語言模型 · 對練' }]

/** Administrators: which text goes to which model, how the server stands, and what happens to personal data. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'models.administer')
  const { uses, server, dataPolicy } = await context.services.models.readModels(person)
  return {
    uses,
    server: server && {
      ...server,
      breaker: { ...server.breaker, retryAt: server.breaker.retryAt?.toISOString() ?? null },
    },
    dataPolicy,
    isSaved: new URL(request.url).searchParams.get('saved') === '1',
  }
})

/** Posts `dataPolicy`. */
export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const form = await request.formData()
  await context.services.models.chooseDataPolicy(person, String(form.get('dataPolicy') ?? ''))
  return redirect('/models?saved=1')
})

export default function ModelsPage() {
  const { uses, server, dataPolicy, isSaved } = useLoaderData<typeof loader>()
  const { t } = useTranslation('models')
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ModelsTabs here="overview" />
      <div className="grid gap-6">
        <UseList uses={uses} host={server?.host ?? null} />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <ServerCard server={server} />
          <PolicyCard policy={dataPolicy} isSaved={isSaved} isBusy={useNavigation().state !== 'idle'} />
        </div>
      </div>
    </Page>
  )
}
