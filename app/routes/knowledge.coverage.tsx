import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { CoverageList } from '~/components/knowledge/coverage-list'
import { KnowledgeTabs } from '~/components/knowledge/knowledge-tabs'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('引用情形', 'Coverage')

/** What of the knowledge base is cited, and what never was. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'knowledge.manage')
  const onlyNever = new URL(request.url).searchParams.get('never') === '1'
  const all = (await context.services.readKnowledgeCoverage(person)).map((row) => ({
    ...row.document,
    passages: row.passageCount,
    cited: [...row.cited],
    never: row.document.kind === 'regulation' && row.cited.length > 0 ? [...row.never] : [],
    wholeCount: row.wholeCount,
  }))
  const never = all.filter((row) => row.cited.length === 0 && row.wholeCount === 0)
  return { rows: onlyNever ? never : all, total: all.length, never: never.length, onlyNever }
})

export default function CoveragePage() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation('knowledge')
  return (
    <Page title={t('title')} lead={t('coverage.lead')}>
      <KnowledgeTabs here="coverage" />
      <CoverageList {...data} />
    </Page>
  )
}
