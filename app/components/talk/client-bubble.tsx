import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mood } from '~/domain/roleplay/client-state'
import { ClientFace } from '../face/client-face'
import type { ClientView } from '../face/view-types'
import { ThinkingNote } from './thinking-note'
import { useRevealedText } from './use-revealed-text'
import type { ReplyStatus } from './view-types'

type ClientBubbleProps = {
  client: ClientView
  text: string
  mood: Mood
  status: ReplyStatus
  /** False for what was said before the page was opened. */
  isFresh: boolean
  onShown?: (() => void) | undefined
  onUseEmbedded?: (() => void) | undefined
}

/**
 * What the client says, appearing at the pace of speech. The moving text is hidden from screen readers; MessageList reads
 * out the whole sentence once.
 */
export function ClientBubble({ client, text, mood, status, isFresh, onShown, onUseEmbedded }: ClientBubbleProps) {
  const { t } = useTranslation('talk')
  const shown = useRevealedText(text, isFresh)
  const isWhole = status === 'done' && shown.length === text.length
  const isSilent = shown.length === 0 && status !== 'done'
  const hasTold = useRef(false)
  useEffect(() => {
    if (!isWhole || hasTold.current) return
    hasTold.current = true
    onShown?.()
  }, [isWhole, onShown])
  return (
    <div className="flex items-end gap-2">
      <ClientFace client={client} mood={isSilent ? 'neutral' : mood} isThinking={isSilent} size="small" isDecorative />
      <div className="min-w-0 max-w-[34rem] rounded-card rounded-bl-sm border border-hairline bg-surface px-4 py-2.5">
        {isSilent ? (
          <ThinkingNote who={client.address} onUseEmbedded={onUseEmbedded} />
        ) : (
          <p className="whitespace-pre-wrap">
            <span className="sr-only">{`${client.address}: `}</span>
            {isWhole ? text : <span aria-hidden="true">{shown}</span>}
          </p>
        )}
        {isWhole && mood !== 'neutral' ? (
          <span className="sr-only">{t(`face.${mood}`, { who: client.address })}</span>
        ) : null}
      </div>
    </div>
  )
}
