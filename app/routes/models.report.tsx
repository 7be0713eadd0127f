import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { ModelsTabs } from '~/components/models/models-tabs'
import { ReportTable } from '~/components/models/report-table'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('模型評測', 'Model evaluation')

/** The newest run of every model and of the embedded engine; with `?model=` all runs of that model beside the embedded engine. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'models.administer')
  const all = await context.services.models.listEvaluations(person)
  const wanted = new URL(request.url).searchParams.get('model')
  const isNewest = (index: number) => all.findIndex((one) => one.model === all[index]!.model) === index
  const shown = all.filter((one, i) => (wanted !== null && one.model === wanted) || isNewest(i))
  const kept = wanted === null ? shown : shown.filter((one) => one.model === wanted || one.engine === 'embedded')
  return {
    evaluations: kept.map((one) => ({ ...one, versions: { ...one.versions }, ranAt: one.ranAt.toISOString() })),
  }
})

export default function ReportPage() {
  const { evaluations } = useLoaderData<typeof loader>()
  const { t } = useTranslation('models')
  return (
    <Page title={t('report.title')} lead={t('report.lead')}>
      <ModelsTabs here="report" />
      <ReportTable evaluations={evaluations} />
    </Page>
  )
}
