import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/frame/empty-state'
import { Page } from '~/components/frame/page'
import { ButtonLink } from '~/components/ui/button'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction = () => [{ title: '條文 · 對練' }]

/** Leads from a citation (`ref`, and `asOf` for the day) to the words it means. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'knowledge.read')
  const query = new URL(request.url).searchParams
  const cite = query.get('ref') ?? ''
  const asOf = /^\d{4}-\d{2}-\d{2}$/.exec(query.get('asOf') ?? '')?.[0]
  const passageId = await context.services.findCitedPassage(person, { cite, asOf })
  if (passageId) throw redirect(`/passages/${encodeURIComponent(passageId)}`)
  return { cite }
})

export default function CitationPage() {
  const { cite } = useLoaderData<typeof loader>()
  const { t } = useTranslation('knowledge')
  return (
    <Page title={cite || t('citation.title')} width="text">
      <EmptyState
        title={t('citation.title')}
        text={t('citation.text')}
        action={<ButtonLink to="/ask">{t('citation.ask')}</ButtonLink>}
      />
    </Page>
  )
}
