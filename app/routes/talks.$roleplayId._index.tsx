import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { buildTalkView, pickLocalised } from '~/components/talk/build-talk-view'
import { buildBreachLookup } from '~/components/talk/talk-page-state'
import { TalkScreen } from '~/components/talk/talk-screen'
import { isAllowed } from '~/domain/governance/authorise'
import { requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const handle = { layout: 'talk' }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.view.title ?? '對談'} · 對練` }]

export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { locale } = await readPreferences(request)
  const input = await context.services.readTalk(person, params.roleplayId ?? '')
  // A talk is read by others only as a scorecard.
  if (!isAllowed(person, 'roleplay.act', input.talk.owner)) throw redirect(`/talks/${params.roleplayId}/scorecard`)
  const { content } = context.services
  return {
    view: buildTalkView(input, content.rubric.overall.hint, locale),
    breaches: buildBreachLookup(content.catalogue),
    locale,
    /** Words to begin with when a moment is tried again. */
    prefill: new URL(request.url).searchParams.get('say'),
  }
})

/** Ending, or a hint; turns go through the API. */
export const action = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const roleplayId = params.roleplayId ?? ''
  const form = await request.formData()
  switch (form.get('intent')) {
    case 'finish':
      await context.services.finishRoleplay(person, roleplayId)
      return redirect(`/talks/${roleplayId}/scorecard`)
    default:
      // The page reads the hint anew with the talk.
      await context.services.askHint(person, roleplayId)
      return redirect(`/talks/${roleplayId}`)
  }
})

export default function TalkPage() {
  const { view, breaches, locale, prefill } = useLoaderData<typeof loader>()
  const fetcher = useFetcher()
  const send = (fields: Record<string, string>) => fetcher.submit(fields, { method: 'post' })
  return (
    <TalkScreen
      key={view.id}
      view={view}
      breaches={breaches}
      pick={pickLocalised(locale)}
      prefill={prefill}
      isBusy={fetcher.state !== 'idle'}
      onFinish={() => send({ intent: 'finish' })}
      onHint={() => send({ intent: 'hint' })}
      onSayAgain={(fromTurn, say) =>
        fetcher.submit({ fromTurn: String(fromTurn), say }, { method: 'post', action: `/talks/${view.id}/fork` })
      }
    />
  )
}
