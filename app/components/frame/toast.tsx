import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ToneIcon } from '../ui/badge'
import { joinClasses } from '../ui/join-classes'
import type { ToastView } from './view-types'

const SHOWN_MS = 6000
const ICON_COLOURS = { good: 'text-good', weak: 'text-weak', breach: 'text-breach', plain: 'text-ink-soft' }

function Toast({ toast, onDismiss }: { toast: ToastView; onDismiss: (id: string) => void }) {
  const { t } = useTranslation('frame')
  // A fault stays until it is dismissed: who reads slowly must not miss it.
  const goesAway = toast.tone === 'good' || toast.tone === 'plain'
  useEffect(() => {
    if (!goesAway) return
    const timer = setTimeout(() => onDismiss(toast.id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [goesAway, toast.id, onDismiss])
  return (
    <li className="flex animate-rise items-start gap-3 rounded-card border border-hairline bg-surface py-2 pl-4 pr-1">
      <ToneIcon tone={toast.tone} className={joinClasses('mt-1.5 size-5', ICON_COLOURS[toast.tone])} />
      <p className="min-w-0 flex-1 py-1">{toast.text}</p>
      <button
        type="button"
        onClick={() => onDismiss(toast.id)}
        className="inline-flex size-9 shrink-0 items-center justify-center rounded-card text-ink-soft hover:bg-sunken"
      >
        <X aria-hidden className="size-4" />
        <span className="sr-only">{t('dismiss')}</span>
      </button>
    </li>
  )
}

/** Short news about what was just done, read out politely. */
export function ToastStack({ toasts, onDismiss }: { toasts: readonly ToastView[]; onDismiss: (id: string) => void }) {
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-20 md:bottom-6 print:hidden"
    >
      <ul className="pointer-events-auto mx-auto grid max-w-[28rem] gap-2">
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} onDismiss={onDismiss} />
        ))}
      </ul>
    </div>
  )
}
