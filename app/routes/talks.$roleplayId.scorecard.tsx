import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { buildScorecardView } from '~/components/scorecard/build-scorecard-view'
import { ScorecardPage } from '~/components/scorecard/scorecard-page'
import { requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? '成績'} · 對練` }]

export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { locale } = await readPreferences(request)
  const input = await context.services.readTalk(person, params.roleplayId ?? '')
  if (!input.talk.roleplay.scorecard) throw redirect(`/talks/${params.roleplayId}`)
  const isOwn = input.talk.owner.personId === person.personId
  return buildScorecardView(context.services.content, input, isOwn, locale)
})

export default function ScorecardRoute() {
  return <ScorecardPage view={useLoaderData<typeof loader>()} />
}
