import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ModalDialog } from '../ui/modal-dialog'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))

/** `?` lists the keys; `/` goes to whatever on the page carries `data-slash-focus`: the message box or the search. */
export function KeyboardHelp() {
  const { t } = useTranslation('frame')
  const [isOpen, setIsOpen] = useState(false)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
      if (event.key === '?') setIsOpen(true)
      if (event.key !== '/') return
      const target = document.querySelector<HTMLElement>('[data-slash-focus]')
      if (!target) return
      event.preventDefault()
      target.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  const rows = [
    ['/', t('keys.focus')],
    [t('key.enter'), t('keys.send')],
    [t('key.shiftEnter'), t('keys.newLine')],
    [t('key.arrows'), t('keys.moments')],
    [t('key.escape'), t('keys.escape')],
    ['?', t('keys.help')],
  ] as const
  return (
    <ModalDialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={t('keys.title')}>
      <dl className="grid gap-3">
        {rows.map(([key, text]) => (
          <div key={key} className="flex items-baseline gap-4">
            <dt className="w-36 shrink-0">
              <kbd className="rounded-md border border-edge bg-sunken px-2 py-0.5 font-sans text-small font-medium">
                {key}
              </kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </ModalDialog>
  )
}
