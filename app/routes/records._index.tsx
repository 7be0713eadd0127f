import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { buildTalkRows, hasBegun } from '~/components/records/build-talk-rows'
import { measureProgress } from '~/components/records/measure-progress'
import { OwnProgress } from '~/components/records/own-progress'
import { TalkTable } from '~/components/records/talk-table'
import { requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('紀錄', 'Records')

export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { locale } = await readPreferences(request)
  const talks = (await context.services.listOwnTalks(person)).filter(hasBegun)
  return {
    rows: buildTalkRows(context.services.content, talks, locale),
    own: {
      progress: measureProgress(talks),
      overalls: talks.flatMap((talk) => (talk.overall === null ? [] : [talk.overall])).reverse(),
    },
  }
})

export default function RecordsPage() {
  const { rows, own } = useLoaderData<typeof loader>()
  const { t } = useTranslation('records')
  return (
    <Page title={t('title')}>
      <OwnProgress own={own} />
      <TalkTable rows={rows} compareAction="/records/compare" />
    </Page>
  )
}
