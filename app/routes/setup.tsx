import { timingSafeEqual } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { type FirstAdminAnswer, FirstAdminForm } from '~/components/admin/first-admin-form'
import { titleMeta } from '~/components/frame/title-meta'
import { describeDevice } from '~/http/describe-device'
import { isDomainError } from '~/http/problem-details'
import { isSameOrigin } from '~/http/same-origin'
import { sessionCookie } from '~/http/session-cookie'

export const handle = { layout: 'bare' }
export const meta = titleMeta('第一次設定', 'Set up')

export async function loader({ context }: LoaderFunctionArgs) {
  if (!(await context.services.needsFirstAdmin())) throw redirect('/sign-in')
  return null
}

function isSame(given: string, wanted: string | null): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted ?? '')]
  return wanted !== null && a.length === b.length && timingSafeEqual(a, b)
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (!isSameOrigin(request)) throw new Response(null, { status: 403 })
  const form = await request.formData()
  const read = (name: string) => String(form.get(name) ?? '')
  const { services, address } = context
  const values = { organisationName: read('organisationName'), name: read('name'), email: read('email') }
  const refuse = (faults: Record<string, string>) => Response.json({ values, faults }, { status: 400 })
  const waitSeconds = await services.takeSignInTry(address)
  if (waitSeconds > 0 || !isSame(read('code').trim(), services.setupCode)) return refuse({ code: 'wrong-code' })
  try {
    await services.addFirstAdmin({ ...values, password: read('password') })
    const { secret, expiresAt } = await services.signIn({
      email: values.email,
      password: read('password'),
      device: describeDevice(request),
      address,
    })
    return redirect('/', {
      headers: { 'Set-Cookie': await sessionCookie(context).serialize(secret, { expires: expiresAt }) },
    })
  } catch (error) {
    if (isDomainError(error) && error.code === 'bad-input') return refuse({ ...error.fields })
    throw error
  }
}

export default function SetupPage() {
  return <FirstAdminForm answer={useActionData<FirstAdminAnswer>() ?? null} />
}
