import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { SignInCard } from '~/components/auth/sign-in-card'
import type { AuthFault, ShowcaseView, SignInView } from '~/components/auth/view-types'
import { buildClientView } from '~/components/face/build-client-view'
import { titleMeta } from '~/components/frame/title-meta'
import type { Content } from '~/domain/content'
import type { Locale } from '~/domain/shared/localised'
import { findPerson } from '~/http/current-person'
import { describeDevice } from '~/http/describe-device'
import type { AppLoadContext } from '~/http/load-context'
import { readPreferences } from '~/http/preferences'
import { isDomainError, statusOf } from '~/http/problem-details'
import { safePath } from '~/http/safe-path'
import { isSameOrigin } from '~/http/same-origin'
import { sessionCookie } from '~/http/session-cookie'

export const handle = { layout: 'bare' }
export const meta = titleMeta('登入', 'Sign in')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const redirectTo = safePath(new URL(request.url).searchParams.get('next'))
  if (await findPerson(request, context)) throw redirect(redirectTo)
  const [demoPeople, { locale }] = await Promise.all([context.services.listDemoSignIns(), readPreferences(request)])
  return {
    redirectTo,
    demoRoles: [...new Set(demoPeople.map((person) => person.role))],
    showcase: buildShowcase(context.services.content, locale),
  }
}

/** The client of the sample exchange: a retiree, because hers is the question every agent hears. */
function buildShowcase({ personas, scenarios }: Content, locale: Locale): ShowcaseView | null {
  const people = [...personas.values()]
  const persona = people.find((one) => one.group === 'retiree') ?? people[0]
  return persona
    ? { client: buildClientView(persona, locale), personas: personas.size, scenarios: scenarios.size }
    : null
}

type Faults = SignInView['faults']

function findFaults(email: string, password: string): Faults {
  const faults: Faults = {}
  if (!email) faults.email = 'email-missing'
  else if (!email.includes('@')) faults.email = 'email-invalid'
  if (!password) faults.password = 'password-missing'
  return faults
}

async function signInFrom(form: FormData, request: Request, context: AppLoadContext) {
  const origin = { device: describeDevice(request), address: context.address }
  const role = form.get('demoRole')
  if (typeof role === 'string') {
    const person = (await context.services.listDemoSignIns()).find((candidate) => candidate.role === role)
    return context.services.signInAsDemo({ personId: person?.personId ?? '', ...origin })
  }
  return context.services.signIn({
    email: String(form.get('email') ?? ''),
    password: String(form.get('password') ?? ''),
    ...origin,
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (!isSameOrigin(request)) throw new Response(null, { status: 403 })
  const form = await request.formData()
  const values = { email: String(form.get('email') ?? '').trim() }
  const faults = form.has('demoRole') ? {} : findFaults(values.email, String(form.get('password') ?? ''))
  if (Object.keys(faults).length > 0) return Response.json({ values, faults }, { status: 400 })
  try {
    const { secret, expiresAt } = await signInFrom(form, request, context)
    return redirect(safePath(String(form.get('redirectTo') ?? '/')), {
      headers: { 'Set-Cookie': await sessionCookie(context).serialize(secret, { expires: expiresAt }) },
    })
  } catch (error) {
    if (!isDomainError(error)) throw error
    const known: AuthFault[] = ['wrong-credentials', 'too-many-requests']
    const fault = known.find((one) => one === error.code) ?? 'broken'
    return Response.json({ values, faults: { form: fault } }, { status: statusOf(error.code) })
  }
}

export default function SignInPage() {
  const { redirectTo, demoRoles, showcase } = useLoaderData<typeof loader>()
  const answer = useActionData<{ values: SignInView['values']; faults: Faults }>()
  const isBusy = useNavigation().state !== 'idle'
  const view: SignInView = {
    values: answer?.values ?? { email: '' },
    faults: answer?.faults ?? {},
    demoRoles,
    redirectTo,
  }
  return <SignInCard view={view} showcase={showcase} isBusy={isBusy} />
}
