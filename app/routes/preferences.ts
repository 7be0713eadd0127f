import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { changePreferences } from '~/http/preferences'
import { safePath } from '~/http/safe-path'
import { isSameOrigin } from '~/http/same-origin'

/** Language, theme and text size: kept in a cookie, so that they hold before anybody has signed in. */
export async function action({ request }: ActionFunctionArgs) {
  if (!isSameOrigin(request)) throw new Response(null, { status: 403 })
  const form = await request.formData()
  const back = form.get('redirectTo')
  return redirect(safePath(typeof back === 'string' ? back : null), {
    headers: { 'Set-Cookie': await changePreferences(request, form) },
  })
}
