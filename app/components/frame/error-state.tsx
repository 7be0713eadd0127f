import { CircleHelp, CloudOff, Hourglass, KeyRound, Lock, type LucideIcon, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../ui/button'
import type { ErrorKind } from './view-types'

const ICONS: Record<ErrorKind, LucideIcon> = {
  'not-found': SearchX,
  'not-allowed': Lock,
  'not-signed-in': KeyRound,
  offline: CloudOff,
  busy: Hourglass,
  broken: CircleHelp,
}

type ErrorStateProps = {
  kind: ErrorKind
  /** What support can look up, e.g. the request's id. */
  reference?: string | undefined
  /** Who can open the door, for `not-allowed`. */
  askWhom?: string | undefined
  /** Try again without leaving; without it the button loads the page anew. */
  onRetry?: () => void
  homeHref?: string
  signInHref?: string
}

/** What happened, what is safe, what to do next, and a reference. */
export function ErrorState({
  kind,
  reference,
  askWhom,
  onRetry,
  homeHref = '/',
  signInHref = '/sign-in',
}: ErrorStateProps) {
  const { t } = useTranslation('errors')
  const Icon = ICONS[kind]
  const canRetry = kind === 'offline' || kind === 'busy' || kind === 'broken'
  return (
    <div role="alert" className="mx-auto grid max-w-[36rem] justify-items-start gap-4 px-4 py-12">
      <Icon aria-hidden className="size-10 text-ink-faint" strokeWidth={1.5} />
      <h1 className="text-large">{t(`title.${kind}`)}</h1>
      <div className="grid gap-1">
        <p>{t(`what.${kind}`)}</p>
        <p>{t(`safe.${kind}`)}</p>
        <p className="font-medium">{t(`next.${kind}`)}</p>
        {askWhom ? <p>{t('askWhom', { who: askWhom })}</p> : null}
      </div>
      <div className="flex flex-wrap gap-3">
        {canRetry ? (
          <Button tone="primary" onClick={onRetry ?? (() => window.location.reload())}>
            {t('retry')}
          </Button>
        ) : null}
        {kind === 'not-signed-in' ? (
          <ButtonLink to={signInHref} tone="primary">
            {t('signIn')}
          </ButtonLink>
        ) : (
          <ButtonLink to={homeHref} tone={canRetry ? 'plain' : 'primary'}>
            {t('home')}
          </ButtonLink>
        )}
      </div>
      {reference ? (
        <p className="text-small text-ink-soft">
          {t('reference')} <code className="select-all rounded bg-sunken px-1.5 py-0.5">{reference}</code>
        </p>
      ) : null}
    </div>
  )
}
