import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import type { FrameView } from '~/components/frame/view-types'
import { DevicesList } from '~/components/me/devices-list'
import { SettingsPanel, SignOutButton } from '~/components/me/settings-panel'
import { TokensPanel } from '~/components/me/tokens-panel'
import { PapersCard } from '~/components/print/papers-card'
import { readSessionSecret, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction = () => [{ title: '我的 · 對練' }]

export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const secret = await readSessionSecret(request, context)
  const [sessions, tokens] = await Promise.all([
    context.services.listSessions(person),
    context.services.listApiTokens(person),
  ])
  const own = secret ? context.services.hashSecret(secret) : null
  return {
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

/** `deviceId` ends a session; `tokenId` deletes a token; `tokenName` makes one and shows it once. */
export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const form = await request.formData()
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
  const { devices, tokens } = useLoaderData<typeof loader>()
  const answer = useActionData<{ madeToken: string }>()
  const frame = useRouteLoaderData<{ frame: FrameView }>('root')?.frame
  const { t } = useTranslation('me')
  return (
    <Page title={t('title')} action={<SignOutButton />} width="text">
      <div className="grid gap-6">
        {frame ? <SettingsPanel frame={frame} /> : null}
        <PapersCard />
        <DevicesList devices={devices} action="/me" />
        <TokensPanel tokens={tokens} madeToken={answer?.madeToken ?? null} />
      </div>
    </Page>
  )
}
