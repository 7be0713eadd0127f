import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BriefingSheet } from '~/components/briefing/briefing-sheet'
import { buildBriefingView } from '~/components/briefing/build-briefing-view'
import { Page } from '~/components/frame/page'
import { ScormLinks } from '~/components/learn/scorm-links'
import { findResults } from '~/components/practise/build-practise-view'
import { isAllowed } from '~/domain/governance/authorise'
import { requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.briefing.title ?? '拜訪資料'} · 對練` },
]

export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { locale } = await readPreferences(request)
  const { scenario, duties } = context.services.getBriefing(params.scenarioId ?? '')
  const { best } = findResults(await context.services.listOwnTalks(person), scenario.id)
  return {
    briefing: buildBriefingView(context.services.content, scenario, duties, best, locale),
    // Set where a learning platform has opened this page, and wants to hear the result.
    launchId: new URL(request.url).searchParams.get('launch'),
    canPackage: isAllowed(person, 'learning.manage'),
  }
})

/** Starts the talk. */
export const action = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const form = await request.formData()
  const { id } = await context.services.startRoleplay(person, {
    scenarioId: params.scenarioId ?? '',
    mode: form.get('mode') === 'exam' ? 'exam' : 'practice',
  })
  const launchId = form.get('launch')
  if (typeof launchId === 'string') await context.services.exchange.bindLaunch(person, launchId, id)
  return redirect(`/talks/${id}`)
})

export default function BriefingPage() {
  const { briefing, launchId, canPackage } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['practise', 'frame'])
  const isStarting = useNavigation().formAction?.startsWith('/scenarios/') ?? false
  return (
    <Page title={briefing.title} crumbs={[{ label: t('title'), to: '/' }]}>
      <BriefingSheet
        briefing={briefing}
        startAction={`/scenarios/${briefing.scenarioId}`}
        launchId={launchId}
        isStarting={isStarting}
      />
      {canPackage ? <ScormLinks to={`/scenarios/${briefing.scenarioId}/scorm`} /> : null}
    </Page>
  )
}
