import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/frame/empty-state'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { buildCompareSide } from '~/components/records/build-compare-side'
import { CompareTalks } from '~/components/records/compare-talks'
import { requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('比較兩次', 'Compare two talks')

export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { locale } = await readPreferences(request)
  const ids = new URL(request.url).searchParams.getAll('talk').slice(0, 2)
  const talks = await Promise.all(ids.map((id) => context.services.readTalk(person, id)))
  const sides = talks.map((input) => buildCompareSide(input, locale)).filter((side) => side !== null)
  return { sides: sides.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)) }
})

export default function ComparePage() {
  const [earlier, later] = useLoaderData<typeof loader>().sides
  const { t } = useTranslation('records')
  return (
    <Page title={t('compare.title')} crumbs={[{ label: t('title'), to: '/records' }]}>
      {earlier && later ? (
        <CompareTalks earlier={earlier} later={later} />
      ) : (
        <EmptyState title={t('compare.title')} text={t('compare.need')} />
      )}
    </Page>
  )
}
