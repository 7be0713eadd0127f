import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

/** A leader holds the talk good enough to learn from (`intent` approve), or no longer (withdraw). */
export const action = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const roleplayId = params.roleplayId ?? ''
  const form = await request.formData()
  await context.services.models.setApproval(person, roleplayId, form.get('intent') !== 'withdraw')
  return redirect(`/talks/${roleplayId}/scorecard`)
})

export function loader() {
  return redirect('/studio/approved')
}
