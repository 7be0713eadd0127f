import { useMemo, useState } from 'react'
import type { Localised } from '~/domain/shared/localised'
import type { TalkView } from './build-talk-view'
import { ClientPanel } from './client-panel'
import { CoachPanel } from './coach-panel'
import { Composer } from './composer'
import { AskEndDialog, EndedDialog, EndedNote } from './end-dialog'
import { HintButton } from './hint-button'
import { MessageList } from './message-list'
import { StoppedNote } from './stopped-note'
import { TalkLayout } from './talk-layout'
import type { BreachLookup, TalkPageState } from './talk-page-state'
import { useTalk } from './use-talk'
import type { EndView } from './view-types'

type TalkScreenProps = {
  view: TalkView
  breaches: BreachLookup
  pick: (text: Localised) => string
  /** Words to begin with, when a moment is tried again. */
  prefill: string | null
  isBusy: boolean
  onFinish: () => void
  onHint: () => void
  /** Tries the moment again from the turn with this index, starting from the words that were said. */
  onSayAgain: (fromTurn: number, say: string) => void
}

/** What the page shows beside the words, worked out from the state of the talk. */
function describeTalk(state: TalkPageState, view: TalkView, shownTurnId: string | null) {
  const last = state.turns.at(-1)
  const reply = last?.reply ?? null
  const scored = state.turns.findLast((turn) => turn.score !== null)
  const end: EndView | null = state.ended && {
    reason: state.ended.reason,
    partingWords: state.ended.reason === 'trainee' ? null : (reply?.text ?? null),
    scorecardHref: `/talks/${view.id}/scorecard`,
  }
  const hadEndedAtLoad = view.state.ended !== null
  return {
    end,
    scored,
    isThinking: reply?.status === 'waiting',
    isWaiting: reply !== null && reply.status !== 'done',
    // The client's last words are read before the dialog comes; nobody needs one about an old end.
    isEndNew: end !== null && !hadEndedAtLoad && (last === undefined || shownTurnId === last.turnId),
    // A hint belongs to the turn it was asked for.
    hint: state.turns.length === view.state.turns.length ? view.hint : null,
  }
}

export function TalkScreen(props: TalkScreenProps) {
  const { view, breaches, pick, isBusy } = props
  const options = useMemo(() => ({ mode: view.mode, breaches, pick }), [view.mode, breaches, pick])
  const { state, say, retry, goOn, answerWithoutModel } = useTalk(view.id, view.state, view.pending, options)
  const [isAsking, setIsAsking] = useState(false)
  const [isEndRead, setIsEndRead] = useState(false)
  const [shownTurnId, setShownTurnId] = useState<string | null>(null)
  const { end, scored, isThinking, isWaiting, isEndNew, hint } = describeTalk(state, view, shownTurnId)
  const sayAgain = (turnId: string) => {
    const turn = state.turns.find((one) => one.turnId === turnId)
    if (turn) props.onSayAgain(turn.index, turn.mine.text)
  }
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
        // In an exam the coach says nothing until the end.
        coachNewsKey={view.mode === 'exam' && !end ? null : (scored?.turnId ?? null)}
        hasEnded={end !== null}
        onEnd={() => setIsAsking(true)}
        clientPanel={
          <ClientPanel
            client={view.client}
            mood={state.mood}
            isThinking={isThinking}
            learnt={state.learnt.map(({ note, ...fact }) => ({ ...fact, note: pick(note) }))}
            turnIndex={state.turns.length - 1}
            elapsedSecondsAtLoad={view.elapsedSeconds}
            isRunning={end === null}
            plannedMinutes={view.plannedMinutes}
          />
        }
        messages={
          <MessageList
            client={view.client}
            opening={view.opening}
            turns={state.turns}
            mode={view.mode}
            onRetrySend={retry}
            onSayAgain={sayAgain}
            onGoOn={goOn}
            onUseEmbedded={view.hasModel ? answerWithoutModel : undefined}
            onReplyShown={setShownTurnId}
          />
        }
        composer={
          <TalkFoot
            view={view}
            prefill={props.prefill}
            state={state}
            end={end}
            waitingFor={isWaiting ? view.client.address : null}
            onSend={say}
          />
        }
        coachPanel={
          <CoachPanel
            mode={end ? 'practice' : view.mode}
            score={scored?.score ?? null}
            turnIndex={scored?.index ?? 0}
            ledger={state.ledger}
            hint={
              view.mode === 'exam' || end ? undefined : (
                <HintButton
                  costPoints={view.hintCostPoints}
                  used={view.hintsUsed}
                  left={null}
                  hint={hint}
                  isBusy={isBusy}
                  onAsk={props.onHint}
                />
              )
            }
          />
        }
      />
      <AskEndDialog
        isOpen={isAsking && end === null}
        isBusy={isBusy}
        onStay={() => setIsAsking(false)}
        onEnd={props.onFinish}
      />
      {end ? (
        <EndedDialog
          isOpen={isEndNew && !isEndRead}
          client={view.client}
          end={end}
          onClose={() => setIsEndRead(true)}
        />
      ) : null}
    </>
  )
}

type TalkFootProps = {
  view: TalkView
  prefill: string | null
  state: TalkPageState
  end: EndView | null
  waitingFor: string | null
  onSend: (text: string) => void
}

/** Where one writes, while there is something to write. */
function TalkFoot({ view, prefill, state, end, waitingFor, onSend }: TalkFootProps) {
  if (state.stoppedBy) return <StoppedNote reason={state.stoppedBy} />
  if (end) return <EndedNote end={end} />
  return (
    <Composer
      roleplayId={view.id}
      onSend={onSend}
      waitingFor={waitingFor}
      isFirst={state.turns.length === 0}
      prefill={view.isFreshFork && prefill ? { key: view.id, text: prefill } : null}
    />
  )
}
