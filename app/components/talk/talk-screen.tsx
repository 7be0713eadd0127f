import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Localised } from '~/domain/shared/localised'
import type { TalkView } from './build-talk-view'
import { ClientPanel } from './client-panel'
import { CoachPanel } from './coach-panel'
import { Composer } from './composer'
import { AskEndDialog, EndedDialog, EndedNote } from './end-dialog'
import { HintButton } from './hint-button'
import { MessageList } from './message-list'
import { MovedOnNote } from './moved-on-note'
import { TalkLayout } from './talk-layout'
import type { BreachLookup } from './talk-page-state'
import { useTalk } from './use-talk'
import type { EndView, HintView, TurnView } from './view-types'

type TalkScreenProps = {
  view: TalkView
  breaches: BreachLookup
  pick: (text: Localised) => string
  /** Words to begin with, when a moment is tried again. */
  prefill: string | null
  isBusy: boolean
  hint: HintView | null
  onFinish: () => void
  onHint: () => void
  /** Tries the moment again from the turn with this index, starting from the words that were said. */
  onSayAgain: (fromTurn: number, say: string) => void
}

const lastScored = (turns: readonly TurnView[]) => turns.findLast((turn) => turn.score !== null) ?? null

/** The words were shown already when the page was opened: nobody needs a dialog about an old end. */
function useEndDialog(hasEndedAtLoad: boolean, hasEnded: boolean, isSpoken: boolean) {
  const [isClosed, setIsClosed] = useState(hasEndedAtLoad)
  return { isOpen: hasEnded && isSpoken && !isClosed, close: () => setIsClosed(true) }
}

export function TalkScreen(props: TalkScreenProps) {
  const { view, breaches, pick, isBusy } = props
  const { t } = useTranslation('talk')
  const options = useMemo(() => ({ mode: view.mode, breaches, pick }), [view.mode, breaches, pick])
  const { state, say, retry, goOn } = useTalk(view.id, view.state, options)
  const [isAsking, setIsAsking] = useState(false)
  const [shownTurnId, setShownTurnId] = useState<string | null>(null)
  const [hintsUsed, setHintsUsed] = useState(view.hintsUsed)
  useEffect(() => {
    if (props.hint) setHintsUsed((used) => Math.max(used, view.hintsUsed + 1))
  }, [props.hint, view.hintsUsed])

  const last = state.turns.at(-1)
  const isThinking = last?.reply?.status === 'waiting' && last.mine.status !== 'failed'
  const isWaiting = last?.reply !== undefined && last.reply !== null && last.reply.status !== 'done'
  const scored = lastScored(state.turns)
  const hasEnded = state.ended !== null
  const isSpoken = last === undefined || shownTurnId === last.turnId || view.state.ended !== null
  const dialog = useEndDialog(view.state.ended !== null, hasEnded, isSpoken)
  const end: EndView | null = state.ended && {
    reason: state.ended.reason,
    partingWords: state.ended.reason === 'trainee' ? null : (last?.reply?.text ?? null),
    scorecardHref: `/talks/${view.id}/scorecard`,
  }
  // A hint belongs to the turn it was asked for.
  const hint = state.turns.length === view.state.turns.length ? (props.hint ?? view.hint) : null

  const clientPanel = (
    <ClientPanel
      client={view.client}
      mood={state.mood}
      isThinking={isThinking}
      learnt={state.learnt.map(({ note, ...fact }) => ({ ...fact, note: pick(note) }))}
      turnIndex={state.turns.length - 1}
      elapsedSecondsAtLoad={view.elapsedSeconds}
      isRunning={!hasEnded}
      plannedMinutes={view.plannedMinutes}
    />
  )
  const coachPanel = (
    <CoachPanel
      mode={hasEnded ? 'practice' : view.mode}
      score={scored?.score ?? null}
      turnIndex={scored?.index ?? 0}
      ledger={state.ledger}
      hint={
        view.mode === 'exam' || hasEnded ? undefined : (
          <HintButton
            costPoints={view.hintCostPoints}
            used={hintsUsed}
            left={null}
            hint={hint}
            isBusy={isBusy}
            onAsk={props.onHint}
          />
        )
      }
    />
  )
  return (
    <>
      <TalkLayout
        title={view.title}
        backHref="/"
        client={view.client}
        mood={state.mood}
        isThinking={isThinking}
        mode={view.mode}
        connection={state.connection}
        coachNewsKey={scored?.turnId ?? null}
        hasEnded={hasEnded}
        onEnd={() => setIsAsking(true)}
        clientPanel={clientPanel}
        messages={
          <MessageList
            client={view.client}
            opening={view.opening}
            turns={state.turns}
            mode={view.mode}
            onRetrySend={retry}
            onSayAgain={(turnId) => {
              const turn = state.turns.find((one) => one.turnId === turnId)
              if (turn) props.onSayAgain(turn.index, turn.mine.text)
            }}
            onGoOn={goOn}
            onReplyShown={setShownTurnId}
          />
        }
        composer={
          state.hasMovedOn ? (
            <MovedOnNote />
          ) : end ? (
            <EndedNote end={end} />
          ) : (
            <Composer
              roleplayId={view.id}
              onSend={say}
              waitingFor={isWaiting ? view.client.address : null}
              isFirst={state.turns.length === 0}
              prefill={props.prefill ? { key: view.id, text: props.prefill } : null}
            />
          )
        }
        coachPanel={coachPanel}
      />
      <AskEndDialog
        isOpen={isAsking && !hasEnded}
        isBusy={isBusy}
        onStay={() => setIsAsking(false)}
        onEnd={props.onFinish}
      />
      {end ? <EndedDialog isOpen={dialog.isOpen} client={view.client} end={end} onClose={dialog.close} /> : null}
    </>
  )
}
