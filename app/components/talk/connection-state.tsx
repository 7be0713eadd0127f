import { CloudCheck, LoaderCircle, Wifi, WifiOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ConnectionStatus } from './view-types'

const ICONS = { connected: Wifi, saved: CloudCheck, resuming: LoaderCircle, offline: WifiOff }
const COLOURS = { connected: 'text-ink-soft', saved: 'text-ink-soft', resuming: 'text-weak', offline: 'text-breach' }

/** The state of the line. With `isShort` the word is kept for screen readers while all is well. */
export function ConnectionState({ status, isShort = false }: { status: ConnectionStatus; isShort?: boolean }) {
  const { t } = useTranslation('talk')
  const Icon = ICONS[status]
  const isFine = status === 'connected' || status === 'saved'
  return (
    <p role="status" className={`inline-flex items-center gap-1.5 text-small ${COLOURS[status]}`}>
      <Icon aria-hidden className={`size-4 shrink-0 ${status === 'resuming' ? 'animate-spin' : ''}`} />
      <span className={isShort && isFine ? 'sr-only' : undefined}>{t(`connection.${status}`)}</span>
    </p>
  )
}
