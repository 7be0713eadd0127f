import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { DocumentText } from '~/components/learn/document-text'
import { DomainError } from '~/domain/shared/domain-error'
import { inLocale } from '~/domain/shared/localised'
import { requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? '學習'} · 對練` }]

/** A product sheet or a sales guide, as its file stands in `content/knowledge`. */
export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  await requirePerson(request, context)
  const { locale } = await readPreferences(request)
  const { content } = context.services
  const id = params.documentId ?? ''
  const product = params.kind === 'products' ? content.products.get(id) : undefined
  const guide = params.kind === 'guides' ? content.guides.get(id) : undefined
  const document = product ?? guide
  const html = context.services.renderDocument(params.kind ?? '', id)
  if (!document || html === null) throw new DomainError('not-found', `document ${params.kind}/${id}`)
  return {
    title: inLocale(product?.name ?? guide!.title, locale),
    version: document.version,
    effectiveFrom: document.effectiveFrom,
    isInvented: product !== undefined,
    html,
  }
})

export default function DocumentPage() {
  const { title, version, effectiveFrom, isInvented, html } = useLoaderData<typeof loader>()
  const { t } = useTranslation('learn')
  const note = [t('version', { version, from: effectiveFrom }), isInvented ? t('invented') : '']
    .filter(Boolean)
    .join(' · ')
  return (
    <Page title={title} lead={note} crumbs={[{ label: t('title'), to: '/learn' }]} width="text">
      <DocumentText html={html} />
    </Page>
  )
}
