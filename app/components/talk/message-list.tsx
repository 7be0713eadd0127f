import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  describeEngines,
  type EngineNote as EngineNoteName,
} from '~/domain/judging/observe-with-model/describe-engines'
import type { ClientView } from '../face/view-types'
import { ClientBubble } from './client-bubble'
import { EngineNote } from './engine-note'
import { MineBubble } from './mine-bubble'
import type { OpeningView, TalkMode, TurnView } from './view-types'

type MessageListProps = {
  client: ClientView
  opening: OpeningView
  turns: readonly TurnView[]
  mode: TalkMode
  onRetrySend: (turnId: string) => void
  onSayAgain: (turnId: string) => void
  onGoOn: (turnId: string) => void
  /** The client's words of a turn stand on the page in full (after the pace of speech). Keep it stable. */
  onReplyShown?: (turnId: string) => void
  /** Lets the built-in client answer a turn for which the model takes long. */
  onUseEmbedded?: ((turnId: string) => void) | undefined
}

/** How near to the end one must be for the list to follow what comes, in px. */
const FOLLOW_WITHIN_PX = 120

/** Keeps the newest words in sight, unless the reader has scrolled up; who says something goes to the end. */
function useFollowEnd(turnCount: number) {
  const boxRef = useRef<HTMLElement>(null)
  const endRef = useRef<HTMLDivElement>(null)
  const followRef = useRef(true)
  useEffect(() => {
    const [box, content] = [boxRef.current, endRef.current?.parentElement]
    if (!box || !content) return
    box.scrollTop = box.scrollHeight
    let lastTop = box.scrollTop
    const onScroll = () => {
      const isNear = box.scrollHeight - box.scrollTop - box.clientHeight < FOLLOW_WITHIN_PX
      // What grows meanwhile moves the end away: only a reader who goes up leaves it.
      if (isNear) followRef.current = true
      else if (box.scrollTop < lastTop) followRef.current = false
      lastTop = box.scrollTop
    }
    const observer = new ResizeObserver(() => {
      if (followRef.current) box.scrollTop = box.scrollHeight
    })
    observer.observe(content)
    observer.observe(box)
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', onScroll)
    }
  }, [])
  const seenCount = useRef(turnCount)
  useEffect(() => {
    if (turnCount > seenCount.current && boxRef.current) {
      followRef.current = true
      boxRef.current.scrollTop = boxRef.current.scrollHeight
    }
    seenCount.current = turnCount
  }, [turnCount])
  return { boxRef, endRef }
}

/** The client's last whole sentence, for the live region. */
function lastWords(turns: readonly TurnView[]): string {
  const reply = turns.at(-1)?.reply
  return reply?.status === 'done' ? reply.text : ''
}

export function MessageList(props: MessageListProps) {
  const { client, opening, turns, mode } = props
  const { t } = useTranslation('talk')
  const { boxRef, endRef } = useFollowEnd(turns.length)
  // What stood on the page when it opened is not spoken again.
  const [knownAtLoad] = useState(
    () => new Set(turns.filter((turn) => turn.reply?.status === 'done').map((turn) => turn.turnId)),
  )
  const notes = describeEngines(turns)
  const lastTurn = turns.at(-1)
  const words = lastTurn && !knownAtLoad.has(lastTurn.turnId) ? lastWords(turns) : ''

  return (
    <section
      ref={boxRef}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={t('message.list')}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 py-5 lg:px-6"
    >
      <div className="mx-auto max-w-[46rem]">
        {opening ? (
          <ClientBubble client={client} text={opening.text} mood={opening.mood} status="done" isFresh={false} />
        ) : turns.length === 0 ? (
          <p className="mx-auto max-w-[28rem] py-8 text-center text-ink-soft">{t('message.empty')}</p>
        ) : null}
        <ol className="grid gap-5 pt-5">
          {turns.map((turn, i) => (
            <TurnRow
              key={turn.turnId}
              turn={turn}
              notes={notes[i] ?? []}
              isFresh={!knownAtLoad.has(turn.turnId)}
              isScored={mode === 'practice'}
              {...props}
            />
          ))}
        </ol>
        <div ref={endRef} />
      </div>
      <p className="sr-only" aria-live="polite" aria-atomic="true">
        {words ? t('message.clientSays', { who: client.address, text: words }) : ''}
      </p>
    </section>
  )
}

type TurnRowProps = Omit<MessageListProps, 'opening' | 'turns' | 'mode'> & {
  turn: TurnView
  notes: readonly EngineNoteName[]
  isFresh: boolean
  isScored: boolean
}

function TurnRow({
  turn,
  notes,
  isFresh,
  isScored,
  client,
  onRetrySend,
  onSayAgain,
  onGoOn,
  onReplyShown,
  onUseEmbedded,
}: TurnRowProps) {
  const { turnId } = turn
  return (
    <li className="grid gap-5">
      <MineBubble
        turn={turn}
        isScoring={isScored && turn.score === null && turn.mine.status === 'saved'}
        onRetrySend={() => onRetrySend(turnId)}
        onSayAgain={() => onSayAgain(turnId)}
        onGoOn={() => onGoOn(turnId)}
      />
      {turn.reply ? (
        <div className="grid gap-1.5">
          <ClientBubble
            client={client}
            text={turn.reply.text}
            mood={turn.reply.mood}
            status={turn.reply.status}
            isFresh={isFresh}
            onShown={onReplyShown ? () => onReplyShown(turnId) : undefined}
            onUseEmbedded={onUseEmbedded ? () => onUseEmbedded(turnId) : undefined}
          />
          {notes.map((note) => (
            <EngineNote key={note} note={note} isFresh={isFresh} />
          ))}
        </div>
      ) : null}
    </li>
  )
}
