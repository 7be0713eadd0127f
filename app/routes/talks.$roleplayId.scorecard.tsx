import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RemedyCard } from '~/components/course/remedy-card'
import { ApprovalCard } from '~/components/models/approval-card'
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
  const { canApprove, approvedAt } = await context.services.models.readApproval(person, input.talk)
  return {
    ...buildScorecardView(context.services.content, input, isOwn, locale),
    peoplePath: person.role === 'manager' ? '/dashboard' : '/studio',
    hasNoRemedy: new URL(request.url).searchParams.get('remedy') === 'none',
    approval: canApprove ? { talkId: input.talk.roleplay.id, approvedAt: approvedAt?.toISOString() ?? null } : null,
  }
})

export default function ScorecardRoute() {
  const view = useLoaderData<typeof loader>()
  const remedy =
    view.isOwn && view.card?.status === 'scored' ? <RemedyCard talkId={view.id} hasNothing={view.hasNoRemedy} /> : null
  return (
    <ScorecardPage
      view={view}
      peoplePath={view.peoplePath}
      remedy={remedy}
      review={view.approval && <ApprovalCard approval={view.approval} />}
    />
  )
}
