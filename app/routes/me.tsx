import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import type { FrameView } from '~/components/frame/view-types'
import { DevicesList } from '~/components/me/devices-list'
import { PasswordCard } from '~/components/me/password-card'
import { SettingsPanel, SignOutButton } from '~/components/me/settings-panel'
import { TokensPanel } from '~/components/me/tokens-panel'
import type { PasswordAnswer } from '~/components/me/view-types'
import { PapersCard } from '~/components/print/papers-card'
import type { PersonRecord } from '~/domain/ports'
import { readSessionSecret, requirePerson } from '~/http/current-person'
import type { AppLoadContext } from '~/http/load-context'
import { isDomainError, statusOf } from '~/http/problem-details'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('我的', 'Me')

export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const secret = await readSessionSecret(request, context)
  const [sessions, tokens, hasPassword] = await Promise.all([
    context.services.listSessions(person),
    context.services.listApiTokens(person),
    context.services.hasPassword(person),
  ])
  const own = secret ? context.services.hashSecret(secret) : null
  return {
    passwordOf: hasPassword ? person.email : null,
    devices: sessions.map(({ id, device, lastSeenAt }) => ({
      id,
      label: device,
      lastSeenAt: lastSeenAt.toISOString(),
      isThis: id === own,
    })),
    tokens: tokens.map(({ id, name, createdAt }) => ({ id, name, createdAt: createdAt.toISOString() })),
  }
})

const MAX_TOKEN_NAME = 60

async function changePassword(form: FormData, person: PersonRecord, request: Request, context: AppLoadContext) {
  const secret = await readSessionSecret(request, context)
  const answer = (faults: object, status: number) =>
    Response.json({ password: { isChanged: status === 200, faults } }, { status })
  try {
    await context.services.changePassword(person, {
      currentPassword: String(form.get('currentPassword') ?? ''),
      newPassword: String(form.get('newPassword') ?? ''),
      sessionId: context.services.hashSecret(secret ?? ''),
      address: context.address,
    })
    return answer({}, 200)
  } catch (error) {
    if (!isDomainError(error)) throw error
    if (error.code === 'bad-input') return answer(error.fields, statusOf(error.code))
    if (error.code === 'too-many-requests') return answer({ form: error.code }, statusOf(error.code))
    throw error
  }
}

/** `deviceId` ends a session; `newPassword` changes it; `tokenId` deletes a token; `tokenName` makes one and shows it once. */
export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const form = await request.formData()
  if (form.has('newPassword')) return changePassword(form, person, request, context)
  const [deviceId, tokenId, tokenName] = [form.get('deviceId'), form.get('tokenId'), form.get('tokenName')]
  if (typeof deviceId === 'string') await context.services.endSession(person, deviceId)
  if (typeof tokenId === 'string') await context.services.deleteApiToken(person, tokenId)
  if (typeof tokenName === 'string') {
    const name = tokenName.trim().slice(0, MAX_TOKEN_NAME) || 'API'
    return Response.json({ madeToken: await context.services.createApiToken(person, name) })
  }
  return redirect('/me')
})

export default function MePage() {
  const { devices, tokens, passwordOf } = useLoaderData<typeof loader>()
  const answer = useActionData<{ madeToken?: string; password?: PasswordAnswer }>()
  const isChanging = useNavigation().formData?.has('newPassword') ?? false
  const frame = useRouteLoaderData<{ frame: FrameView }>('root')?.frame
  const { t } = useTranslation('me')
  return (
    <Page title={t('title')} action={<SignOutButton />} width="text">
      <div className="grid gap-6">
        {frame ? <SettingsPanel frame={frame} /> : null}
        <PapersCard />
        {passwordOf === null ? null : (
          <div id="password">
            <PasswordCard email={passwordOf} answer={answer?.password ?? null} isBusy={isChanging} />
          </div>
        )}
        <DevicesList devices={devices} action="/me" />
        <TokensPanel tokens={tokens} madeToken={answer?.madeToken ?? null} />
      </div>
    </Page>
  )
}
