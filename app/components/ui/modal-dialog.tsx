import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { joinClasses } from './join-classes'

type ModalDialogProps = {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  /** `sheet` rises from the lower edge: for the phone. */
  placement?: 'centre' | 'sheet'
  /** False where leaving would lose something: then only the buttons inside close it. */
  canDismiss?: boolean
  children: ReactNode
}

const PLACES = {
  centre: 'w-[min(36rem,calc(100vw-2rem))] max-h-[calc(100dvh-2rem)] rounded-card animate-rise',
  sheet: 'w-full max-w-none mb-0 max-h-[85dvh] rounded-t-[1.25rem] animate-rise-sheet',
}

/**
 * The browser's own modal dialog: it keeps the focus inside, gives it back on closing, answers to Escape and needs no
 * style sheet at run time, which a strict content policy would refuse.
 */
export function ModalDialog({
  isOpen,
  onClose,
  title,
  placement = 'centre',
  canDismiss = true,
  children,
}: ModalDialogProps) {
  const { t } = useTranslation('frame')
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (isOpen && !dialog.open) dialog.showModal()
    if (!isOpen && dialog.open) dialog.close()
  }, [isOpen])

  const closeOnBackdrop = (event: MouseEvent) => {
    if (canDismiss && event.target === ref.current) onClose()
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; a click beside it is the same for a mouse
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        if (canDismiss) onClose()
      }}
      onClick={closeOnBackdrop}
      className={joinClasses('border border-hairline bg-surface p-0 text-ink', PLACES[placement])}
    >
      {isOpen ? (
        <div className="p-5 sm:p-6">
          <header className="mb-4 flex items-start justify-between gap-4">
            <h2 id={titleId} tabIndex={-1} className="text-title outline-none">
              {title}
            </h2>
            {canDismiss ? (
              <button
                type="button"
                onClick={onClose}
                className="-m-2 inline-flex size-11 shrink-0 items-center justify-center rounded-card text-ink-soft hover:bg-sunken hover:text-ink"
              >
                <X aria-hidden className="size-5" />
                <span className="sr-only">{t('close')}</span>
              </button>
            ) : null}
          </header>
          {children}
        </div>
      ) : null}
    </dialog>
  )
}
