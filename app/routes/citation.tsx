import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/frame/empty-state'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { ArticleUses } from '~/components/knowledge/article-uses'
import { findArticleUses } from '~/components/knowledge/find-article-uses'
import { ButtonLink } from '~/components/ui/button'
import { requirePermission, requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('條文', 'Article')

/** Leads from a citation (`ref`, and `asOf` for the day) to the words it means. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'knowledge.read')
  const query = new URL(request.url).searchParams
  const cite = query.get('ref') ?? ''
  const asOf = /^\d{4}-\d{2}-\d{2}$/.exec(query.get('asOf') ?? '')?.[0]
  const passageId = await context.services.findCitedPassage(person, { cite, asOf })
  if (passageId) throw redirect(`/passages/${encodeURIComponent(passageId)}`)
  const { locale } = await readPreferences(request)
  return { cite, uses: findArticleUses(context.services.content, cite, locale) }
})

export default function CitationPage() {
  const { cite, uses } = useLoaderData<typeof loader>()
  const { t } = useTranslation('knowledge')
  return (
    <Page title={cite || t('citation.title')} width="text">
      <div className="grid gap-6">
        <ArticleUses uses={uses} />
        <EmptyState
          title={t('citation.title')}
          text={t('citation.text')}
          action={<ButtonLink to="/ask">{t('citation.ask')}</ButtonLink>}
        />
      </div>
    </Page>
  )
}
