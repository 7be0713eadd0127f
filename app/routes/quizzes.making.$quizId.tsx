import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { titleMeta } from '~/components/frame/title-meta'
import { MakingPage, type MakingView } from '~/components/quiz/making-page'
import { requirePermission, requirePerson } from '~/http/current-person'
import { linkToMade, linkToMakeAgain } from '~/http/link-to-made'
import type { AppLoadContext } from '~/http/load-context'
import { isDomainError } from '~/http/problem-details'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('正在出題', 'Writing the quiz')

const POLL_MS = 1_500

/** How far a quiz is that is being made; leads on to it once it is there. */
export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  try {
    const making = await context.services.quiz.readMaking(person, params.quizId ?? '')
    return making.status === 'made' ? redirect(linkToMade(making.made)) : Response.json(viewMaking(context, making))
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'not-found') throw error
    return Response.json({ status: 'gone' } satisfies MakingView, { status: 404 })
  }
})

type Making = Awaited<ReturnType<AppLoadContext['services']['quiz']['readMaking']>>

function viewMaking(context: AppLoadContext, making: Exclude<Making, { status: 'made' }>): MakingView {
  switch (making.status) {
    case 'making': {
      const { startedAt, requested, stage, usualSeconds } = making
      const seconds = Math.max(0, Math.round((Date.now() - startedAt.getTime()) / 1000))
      return { status: 'making', requested, stage, usualSeconds, seconds }
    }
    case 'refused':
      return { status: 'refused', faults: making.fields, again: linkToMakeAgain(making.input) }
    case 'failed':
      context.services.log.error({ error: making.error, requestId: context.requestId }, 'a quiz could not be made')
      return { status: 'failed', again: linkToMakeAgain(making.input) }
  }
}

export default function MakingQuizPage() {
  const view = useLoaderData() as MakingView
  const { revalidate, state } = useRevalidator()
  const isOpen = view.status === 'making'
  useEffect(() => {
    if (!isOpen || state !== 'idle') return
    const timer = setTimeout(revalidate, POLL_MS)
    return () => clearTimeout(timer)
  }, [isOpen, state, revalidate])
  return <MakingPage view={view} />
}
