import { SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { joinClasses } from '../ui/join-classes'
import { isSendKey } from './is-send-key'
import { hasDraft, useDraft } from './use-draft'

/** Longer than this is still sent; it is only unwise. */
const SOFT_LIMIT = 400
/** The server takes no more at once. */
const HARD_LIMIT = 2_000
/** The counter stays away until it has something to say. */
const COUNT_FROM = 300

type ComposerProps = {
  roleplayId: string
  onSend: (text: string) => void
  /** The client whose words are awaited; typing goes on, sending waits. */
  waitingFor: string | null
  isFirst: boolean
  /** Puts words into an empty box, e.g. to say a sentence again; a new `key` each time. */
  prefill?: { key: string; text: string } | null
}

export function Composer({ roleplayId, onSend, waitingFor, isFirst, prefill = null }: ComposerProps) {
  const { t } = useTranslation('talk')
  const { text, wasRestored, change } = useDraft(roleplayId)
  const boxRef = useRef<HTMLTextAreaElement>(null)
  const noteId = useId()
  const isTooLong = text.length > SOFT_LIMIT
  const canSend = text.trim().length > 0 && text.length <= HARD_LIMIT && waitingFor === null

  const send = () => {
    if (!canSend) return
    onSend(text.trim())
    change('')
    boxRef.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!isSendKey({ ...pickKey(event), isComposing: event.nativeEvent.isComposing })) return
    event.preventDefault()
    send()
  }
  usePrefill(roleplayId, prefill, change, boxRef)

  return (
    <form
      className="border-t border-hairline bg-paper px-3 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:px-6"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="mx-auto grid max-w-[46rem] gap-1">
        <div className="flex items-end gap-2 rounded-card border border-edge bg-surface p-1.5 focus-within:border-teal focus-within:outline-2 focus-within:outline-teal">
          <div data-copy={text} className="grow-copy max-h-[9.25rem] min-w-0 flex-1 overflow-y-auto">
            <textarea
              ref={boxRef}
              data-slash-focus
              name="text"
              rows={1}
              value={text}
              aria-label={t('composer.label')}
              aria-describedby={noteId}
              placeholder={isFirst ? t('composer.placeholderFirst') : t('composer.placeholder')}
              onChange={(event) => change(event.target.value)}
              onKeyDown={onKeyDown}
              enterKeyHint="send"
              autoComplete="off"
              className="resize-none overflow-hidden bg-transparent px-2.5 py-1.5 outline-none placeholder:text-ink-faint"
            />
          </div>
          <button
            type="submit"
            aria-disabled={!canSend}
            className={joinClasses(
              'inline-flex size-11 shrink-0 items-center justify-center rounded-[0.6rem] transition-colors duration-150',
              canSend ? 'bg-teal text-on-teal hover:bg-teal-strong' : 'bg-sunken text-ink-faint',
            )}
          >
            <SendHorizontal aria-hidden className="size-5" />
            <span className="sr-only">{t('composer.send')}</span>
          </button>
        </div>
        <div id={noteId} className="flex flex-wrap sm:min-h-6 justify-between gap-x-4 px-1 text-small text-ink-soft">
          <p role="status">
            {waitingFor && text ? (
              t('composer.waiting', { who: waitingFor })
            ) : text.length > HARD_LIMIT ? (
              <span className="font-medium text-breach">{t('composer.tooLong')}</span>
            ) : isTooLong ? (
              <span className="font-medium text-weak">{t('composer.long')}</span>
            ) : wasRestored ? (
              t('composer.restored')
            ) : (
              <span className="max-sm:hidden">{t('composer.keys')}</span>
            )}
          </p>
          {text.length >= COUNT_FROM ? (
            <p className={isTooLong ? 'font-medium text-weak' : undefined}>
              {t('composer.count', { count: text.length, limit: SOFT_LIMIT })}
            </p>
          ) : null}
        </div>
      </div>
    </form>
  )
}

const pickKey = ({ key, shiftKey, keyCode }: KeyboardEvent) => ({ key, shiftKey, keyCode })

function usePrefill(
  roleplayId: string,
  prefill: ComposerProps['prefill'],
  change: (text: string) => void,
  boxRef: { current: HTMLTextAreaElement | null },
) {
  const usedKey = useRef<string | null>(null)
  useEffect(() => {
    if (!prefill || usedKey.current === prefill.key) return
    usedKey.current = prefill.key
    // What was typed since is worth more than what was put there to begin with.
    if (hasDraft(roleplayId)) return
    change(prefill.text)
    boxRef.current?.focus()
  }, [roleplayId, prefill, change, boxRef])
}
