import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { titleMeta } from '~/components/frame/title-meta'
import { buildPeopleRows, buildTeamSummary } from '~/components/records/build-people-rows'
import { buildTalkRows, hasBegun } from '~/components/records/build-talk-rows'
import { ResultsPage } from '~/components/records/results-page'
import { requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('學員', 'Trainees')

/** Trainers and managers: the people of their team and their scorecards. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { locale } = await readPreferences(request)
  const { people, talks: all, teams } = await context.services.listResults(person)
  const talks = all.filter(hasBegun)
  const { pathname, searchParams } = new URL(request.url)
  const chosen = people.find((one) => one.personId === searchParams.get('person'))
  const now = new Date()
  const rows = buildPeopleRows(people, talks, teams, now)
  return {
    people: rows,
    team: buildTeamSummary(rows, talks, now),
    chosen: chosen?.name ?? null,
    talks: buildTalkRows(
      context.services.content,
      talks.filter((talk) => talk.personId === chosen?.personId),
      locale,
    ),
    path: pathname.replace(/\.data$/, ''),
  }
})

export default function StudioPage() {
  return <ResultsPage {...useLoaderData<typeof loader>()} />
}
