import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { BudgetCard } from '~/components/models/budget-card'
import { ModelsTabs } from '~/components/models/models-tabs'
import { PolicyCard } from '~/components/models/policy-card'
import { ServerCard } from '~/components/models/server-card'
import { UsageCard } from '~/components/models/usage-card'
import { UseList } from '~/components/models/use-list'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('語言模型', 'Language models')

/** Administrators: which text goes to which model, how the server stands, and what happens to personal data. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'models.administer')
  const { models } = context.services
  const [{ uses, server, dataPolicy }, usage] = await Promise.all([models.readModels(person), models.readUsage(person)])
  return {
    uses,
    server: server && {
      host: server.host,
      channels: server.channels.map(({ breaker, ...channel }) => ({
        ...channel,
        breaker: { ...breaker, retryAt: breaker.retryAt?.toISOString() ?? null },
      })),
    },
    usage,
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
  const { uses, server, usage, dataPolicy, isSaved } = useLoaderData<typeof loader>()
  const { t } = useTranslation('models')
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ModelsTabs here="overview" />
      <div className="grid gap-6">
        <UseList uses={uses} host={server?.host ?? null} />
        {server || usage.lines.length > 0 ? <UsageCard usage={usage} /> : null}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <div className="grid gap-6">
            <ServerCard server={server} />
            <BudgetCard budget={usage.budget} lines={usage.lines} />
          </div>
          <PolicyCard policy={dataPolicy} isSaved={isSaved} isBusy={useNavigation().state !== 'idle'} />
        </div>
      </div>
    </Page>
  )
}
