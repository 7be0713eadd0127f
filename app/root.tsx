import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useMemo } from 'react'
import { I18nextProvider } from 'react-i18next'
import { AppShell } from '~/components/frame/app-shell'
import { ErrorState } from '~/components/frame/error-state'
import { placesForRole } from '~/components/frame/places-for-role'
import type { ErrorKind, FrameView } from '~/components/frame/view-types'
import { CodeLabelsProvider } from '~/components/ui/code-labels'
import { inLocale } from '~/domain/shared/localised'
import { findPerson } from '~/http/current-person'
import { useNonce } from '~/http/nonce'
import { readPreferences } from '~/http/preferences'
import { createI18n } from '~/locales/i18n'
import '~/tailwind.css' // not ?url: under Tailwind 4 the server build would hash it differently from the client build

/** Set by routes that fill the window. */
export type PageHandle = { layout?: 'page' | 'talk' | 'bare' }

export const links: LinksFunction = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }]

/** For pages without a title of their own: those of errors. */
export const meta: MetaFunction = () => [{ title: '對練' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [person, preferences] = await Promise.all([findPerson(request, context), readPreferences(request)])
  const frame: FrameView = {
    user: person && { name: person.name, role: person.role },
    places: person ? placesForRole(person.role) : [],
    ...preferences,
  }
  const codeLabels = person
    ? Object.fromEntries(
        [...context.services.content.catalogue.entries.values()].map((entry) => [
          entry.code,
          inLocale(entry, preferences.locale),
        ]),
      )
    : {}
  return { frame, codeLabels }
}

const GUEST_FRAME: FrameView = { user: null, places: [], locale: 'zh-Hant', theme: 'system', textSize: 'normal' }

/** Also around errors: without the root's data it falls back to the defaults. */
function useFrame(): FrameView {
  return useRouteLoaderData<typeof loader>('root')?.frame ?? GUEST_FRAME
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const { locale, theme, textSize } = useFrame()
  const i18n = useMemo(() => createI18n(locale), [locale])
  return (
    <html lang={locale === 'en' ? 'en' : 'zh-Hant-TW'} data-theme={theme} data-text-size={textSize}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <I18nextProvider i18n={i18n}>{children}</I18nextProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

function Shell({ children }: { children: ReactNode }) {
  const frame = useFrame()
  const { pathname, search } = useLocation()
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined)
  const layout = handles.findLast((handle) => handle?.layout)?.layout
  if (layout === 'bare') return <main id="main">{children}</main>
  return (
    <AppShell frame={frame} path={pathname + search} layout={layout ?? 'page'}>
      {children}
    </AppShell>
  )
}

export default function App() {
  const { codeLabels } = useLoaderData<typeof loader>()
  return (
    <CodeLabelsProvider labels={codeLabels}>
      <Shell>
        <Outlet />
      </Shell>
    </CodeLabelsProvider>
  )
}

const KIND_BY_STATUS: Record<number, ErrorKind> = {
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  429: 'busy',
  503: 'busy',
}

export function ErrorBoundary() {
  const error = useRouteError()
  const frame = useFrame()
  const { pathname } = useLocation()
  const isAnswer = isRouteErrorResponse(error)
  const reference =
    isAnswer && typeof error.data === 'object' ? (error.data?.requestId as string | undefined) : undefined
  return (
    <AppShell frame={frame} path={pathname}>
      <ErrorState kind={isAnswer ? (KIND_BY_STATUS[error.status] ?? 'broken') : 'broken'} reference={reference} />
    </AppShell>
  )
}
