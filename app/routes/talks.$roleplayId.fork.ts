import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { DomainError } from '~/domain/shared/domain-error'
import { requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

/** Tries a moment again: posts `fromTurn`, and `say` for words to begin with. */
export const action = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const form = await request.formData()
  const fromTurn = Number(form.get('fromTurn'))
  if (!Number.isInteger(fromTurn) || fromTurn < 0) throw new DomainError('bad-input', 'fromTurn: not a turn')
  const fork = await context.services.forkRoleplay(person, params.roleplayId ?? '', fromTurn)
  const say = form.get('say')
  return redirect(`/talks/${fork.id}${typeof say === 'string' && say ? `?say=${encodeURIComponent(say)}` : ''}`)
})

export function loader() {
  return redirect('/')
}
