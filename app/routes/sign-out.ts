import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { readSessionSecret, requirePerson } from '~/http/current-person'
import { sessionCookie } from '~/http/session-cookie'

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  const secret = await readSessionSecret(request, context)
  if (secret) await context.services.endSessionOf(person, secret)
  return redirect('/sign-in', { headers: { 'Set-Cookie': await sessionCookie(context).serialize('', { maxAge: 0 }) } })
}

export function loader() {
  return redirect('/')
}
