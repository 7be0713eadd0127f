import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { CitingList } from '~/components/knowledge/citing-list'
import { DiffView } from '~/components/knowledge/diff-view'
import { FlagCard } from '~/components/knowledge/flag-list'
import { RetireForm } from '~/components/knowledge/retire-form'
import { TextStructure } from '~/components/knowledge/text-structure'
import { VersionList } from '~/components/knowledge/version-list'
import { Card } from '~/components/ui/card'
import { DomainError } from '~/domain/shared/domain-error'
import { viewComparison, viewDocument, viewPieces } from '~/http/api/knowledge-views'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.document.title ?? '知識庫'} · 對練` }]

/** One document: its texts, its structure, two texts side by side, what cites it. */
export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'knowledge.manage')
  const { services } = context
  const { searchParams } = new URL(request.url)
  const id = params.documentId ?? ''
  const [before, after] = [searchParams.get('before'), searchParams.get('after')]
  const comparison =
    before && after ? await services.compareKnowledgeTexts(person, { documentId: id, before, after }) : null
  const read = await services.readKnowledgeDocument(person, id, searchParams.get('version') || undefined)
  const articles = new Set(read.passages.flatMap((one) => (one.article === null ? [] : [one.article])))
  const citing = comparison ? [] : await services.listKnowledgeCiting(person, read.document, articles)
  return {
    document: viewDocument(read.document),
    shown: read.version.id,
    pieces: comparison ? [] : viewPieces(read),
    citing: citing.map(({ kind, id: citingId, label, cite }) => ({ kind, id: citingId, label, cite })),
    comparison: comparison && viewComparison(comparison),
    compared: before && after ? { before, after } : null,
  }
})

export const action = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'knowledge.manage')
  const id = params.documentId ?? ''
  const intent = (await request.formData()).get('intent')
  if (intent === 'retire') await context.services.retireKnowledgeDocument(person, id)
  else if (intent === 'restore') await context.services.restoreKnowledgeDocument(person, id)
  else throw new DomainError('bad-input', 'unknown intent')
  return redirect(`/knowledge/${encodeURIComponent(id)}`)
})

export default function DocumentPage() {
  const { document, shown, pieces, citing, comparison, compared } = useLoaderData<typeof loader>()
  const { t } = useTranslation('knowledge')
  const kind = t(`kind.${document.kind}`)
  const version = document.versions.find((one) => one.version === shown)!
  return (
    <Page
      title={document.title}
      lead={comparison ? t('document.compare') : kind}
      crumbs={[{ label: t('title'), to: '/knowledge' }, ...crumbsOf(document, kind, comparison !== null)]}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-6 max-lg:order-last">
          {comparison ? (
            <DiffView comparison={comparison} isLaw={document.kind === 'regulation'} />
          ) : (
            <>
              <FlagCard flags={version.flags} />
              <TextStructure pieces={pieces} version={version} />
            </>
          )}
        </div>
        <div className="grid gap-6">
          <VersionList document={document} shown={comparison ? '' : shown} compared={compared} />
          {comparison ? null : (
            <Card title={t('document.citedBy')} aside={citing.length}>
              <CitingList citing={citing} emptyText={t('document.citedNone')} />
            </Card>
          )}
          <RetireForm title={document.title} isRetired={document.isRetired} />
        </div>
      </div>
    </Page>
  )
}

function crumbsOf(document: { id: string; title: string; kind: string }, kind: string, isComparison: boolean) {
  return [
    { label: kind, to: `/knowledge?kind=${document.kind}` },
    ...(isComparison ? [{ label: document.title, to: `/knowledge/${encodeURIComponent(document.id)}` }] : []),
  ]
}
