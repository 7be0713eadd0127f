import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { describeState } from '~/components/knowledge/describe-state'
import { DocumentFilters } from '~/components/knowledge/document-filters'
import { DocumentList } from '~/components/knowledge/document-list'
import { KnowledgeTabs } from '~/components/knowledge/knowledge-tabs'
import { RecentImports } from '~/components/knowledge/recent-imports'
import { UploadCard } from '~/components/knowledge/upload-card'
import { viewDocument, viewImport } from '~/http/api/knowledge-views'
import { requirePermission, requirePerson } from '~/http/current-person'
import { receiveFiles } from '~/http/receive-files'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('知識庫', 'Library')

/** Trainers and administrators: all documents, and the way to add some. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'knowledge.manage')
  const { services } = context
  const { searchParams } = new URL(request.url)
  const chosen = {
    q: searchParams.get('q')?.trim() ?? '',
    kind: searchParams.get('kind') ?? '',
    state: searchParams.get('state') ?? '',
  }
  const [documents, imports] = await Promise.all([
    services.listKnowledgeDocuments(person),
    services.listKnowledgeImports(person),
  ])
  const today = services.readToday()
  const rows = documents.map(viewDocument).map((one) => ({ ...one, state: describeState(one, today) }))
  const shown = rows.filter(
    (row) =>
      row.title.toLowerCase().includes(chosen.q.toLowerCase()) &&
      (chosen.kind === '' || row.kind === chosen.kind) &&
      (chosen.state === '' || row.state === chosen.state),
  )
  const startedId = searchParams.get('import')
  return {
    rows: shown,
    filters: { chosen, shown: shown.length, total: rows.length },
    started: startedId ? viewImport(await services.readKnowledgeImport(person, startedId)) : null,
    imports: imports.map((one) => ({ ...viewImport(one), createdAt: one.createdAt.toISOString() })),
  }
})

/** The upload form where no script has taken over. */
export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'knowledge.manage')
  const importId = await context.services.startKnowledgeImport(person, await receiveFiles(request))
  return redirect(`/knowledge?import=${importId}`)
})

export default function KnowledgePage() {
  const { rows, filters, started, imports } = useLoaderData<typeof loader>()
  const { t } = useTranslation('knowledge')
  const { revalidate } = useRevalidator()
  return (
    <Page title={t('title')} lead={t('lead')}>
      <KnowledgeTabs here="documents" />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-label={t('list.title')} className="grid gap-4 max-lg:order-last">
          <DocumentFilters filters={filters} />
          <DocumentList rows={rows} isFiltered={filters.shown !== filters.total} />
        </section>
        <div className="grid gap-6">
          <UploadCard action="/knowledge?index" started={started} onEnd={revalidate} />
          <RecentImports imports={imports} />
        </div>
      </div>
    </Page>
  )
}
