import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { requirePermission, requirePerson } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { isDomainError } from '~/http/problem-details'
import { withPage } from '~/http/with-page'

const remedyForm = z.object({ roleplayId: z.string().min(1).max(100) })

/** Makes the remedy of a talk from its scorecard, or leads to the one that is there. */
export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.use')
  const { roleplayId } = parseInput(remedyForm, Object.fromEntries(await request.formData()))
  try {
    return redirect(`/courses/${await context.services.courses.makeOwnRemedy(person, roleplayId)}`)
  } catch (error) {
    // Nothing to mend is good news, and said on the scorecard.
    if (isDomainError(error) && error.code === 'bad-input')
      return redirect(`/talks/${roleplayId}/scorecard?remedy=none#remedy`)
    throw error
  }
})
