import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { ApprovedList } from '~/components/models/approved-list'
import { inLocale } from '~/domain/shared/in-locale'
import { requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('範例對談', 'Sample talks')

/** Leaders: the talks of their people that were approved, and the files that can be made of them. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { locale } = await readPreferences(request)
  const approved = await context.services.models.listApprovedTalks(person)
  return {
    rows: approved.map(({ talk, scenario, approvedByName, approvedAt }) => {
      const card = talk.roleplay.scorecard
      return {
        id: talk.roleplay.id,
        who: talk.owner.name,
        title: inLocale(scenario.title, locale),
        overall: card?.status === 'scored' ? card.overall : null,
        turns: talk.turns.length,
        approvedBy: approvedByName,
        approvedAt: approvedAt.toISOString(),
      }
    }),
  }
})

export default function ApprovedPage() {
  const { rows } = useLoaderData<typeof loader>()
  const { t } = useTranslation('models')
  return (
    <Page title={t('approved.title')} lead={t('approved.lead')}>
      <ApprovedList rows={rows} />
    </Page>
  )
}
