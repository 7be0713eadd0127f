import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

/** Begins a quiz, or goes on with one that is open. */
export const action = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const mode = (await request.formData()).get('mode') === 'exam' ? 'exam' : 'practice'
  const { attempt } = await context.services.quiz.startAttempt(person, params.quizId ?? '', mode)
  return redirect(`/attempts/${attempt.id}`)
})

/** Somebody who reloads the address after an error is led back to the quiz. */
export const loader = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  await requirePerson(request, context)
  return redirect(`/quizzes/${params.quizId ?? ''}`)
})
