import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { AskExamples } from '~/components/knowledge/ask-form'
import { KnowledgeTabs } from '~/components/knowledge/knowledge-tabs'
import { BenchForm, BenchHits } from '~/components/knowledge/search-bench'
import { searchInput } from '~/http/api/knowledge-schemas'
import { viewExplained } from '~/http/api/knowledge-views'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('檢索測試', 'Search bench')

/** What a query finds and why, for trainers who look after the knowledge base. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'knowledge.manage')
  const { searchParams } = new URL(request.url)
  const read = (name: string) => searchParams.get(name) ?? ''
  const input = { q: read('q'), kind: read('kind'), asOf: read('asOf'), k: read('k') }
  const query = searchInput.safeParse(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== '')))
  if (!query.success) return { input, result: null }
  const begin = performance.now()
  const { q, ...rest } = query.data
  const found = await context.services.searchKnowledge(person, { query: q, ...rest })
  const tookMs = Math.round((performance.now() - begin) * 10) / 10
  const { passages } = context.services.readKnowledgeState()
  return { input, result: { ...viewExplained(found), tookMs, passages } }
})

export default function SearchBenchPage() {
  const { input, result } = useLoaderData<typeof loader>()
  const { t } = useTranslation('knowledge')
  const isBusy = useNavigation().location?.pathname === '/knowledge/test'
  return (
    <Page title={t('title')} lead={t('test.lead')}>
      <KnowledgeTabs here="test" />
      <div className="grid gap-6">
        <BenchForm input={input} isBusy={isBusy} />
        {result ? <BenchHits result={result} /> : <AskExamples path="/knowledge/test" />}
      </div>
    </Page>
  )
}
