import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { buildTalkRows } from '~/components/records/build-talk-rows'
import { TalkTable } from '~/components/records/talk-table'
import { requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction = () => [{ title: '紀錄 · 對練' }]

export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { locale } = await readPreferences(request)
  const talks = await context.services.listOwnTalks(person)
  return { rows: buildTalkRows(context.services.content, talks, locale) }
})

export default function RecordsPage() {
  const { rows } = useLoaderData<typeof loader>()
  const { t } = useTranslation('records')
  return (
    <Page title={t('title')}>
      <TalkTable rows={rows} compareAction="/records/compare" />
    </Page>
  )
}
