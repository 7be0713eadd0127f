import { Clock, KeyRound, NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Mood } from '~/domain/roleplay/client-state'
import { ClientFace } from '../face/client-face'
import type { ClientView } from '../face/view-types'
import { formatElapsed } from '../ui/format-date'
import { useElapsedSeconds } from './use-elapsed-seconds'
import type { LearntView } from './view-types'

type ClientPanelProps = {
  client: ClientView
  mood: Mood
  isThinking: boolean
  learnt: readonly LearntView[]
  /** Facts of this turn are marked as new. */
  turnIndex: number
  elapsedSecondsAtLoad: number
  isRunning: boolean
  plannedMinutes: number
}

export function ClientPanel({
  client,
  mood,
  isThinking,
  learnt,
  turnIndex,
  elapsedSecondsAtLoad,
  isRunning,
  plannedMinutes,
}: ClientPanelProps) {
  const { t } = useTranslation(['talk', 'frame'])
  const elapsed = useElapsedSeconds(elapsedSecondsAtLoad, isRunning)
  return (
    <div className="grid gap-5">
      <div className="grid justify-items-center gap-1 text-center">
        <ClientFace client={client} mood={mood} isThinking={isThinking} isLive size="huge" />
        <h2 className="mt-2 text-title">{client.name}</h2>
        <p className="text-small text-ink-soft">
          {t('frame:years', { age: client.age })} · {client.occupation}
        </p>
        <p className="font-medium text-clay-ink" role="status">
          {isThinking ? t('mood.thinking') : t(`mood.${mood}`)}
        </p>
        <p className="inline-flex items-center gap-1.5 text-small text-ink-soft">
          <Clock aria-hidden className="size-4" />
          <span>{t('panel.elapsed', { time: formatElapsed(elapsed) })}</span>
          <span aria-hidden="true">·</span>
          <span>{t('panel.of', { minutes: plannedMinutes })}</span>
        </p>
      </div>
      <LearntList learnt={learnt} turnIndex={turnIndex} />
    </div>
  )
}

export function LearntList({ learnt, turnIndex }: { learnt: readonly LearntView[]; turnIndex: number }) {
  const { t } = useTranslation('talk')
  return (
    <section>
      <h3 className="mb-2 flex items-center gap-2 border-t border-hairline pt-4 font-bold">
        <NotebookPen aria-hidden className="size-4 text-ink-soft" />
        {t('panel.learnt')}
        {learnt.length > 0 ? <span className="font-normal text-ink-soft">{learnt.length}</span> : null}
      </h3>
      {learnt.length === 0 ? (
        <p className="text-small text-ink-soft">{t('panel.learntNone')}</p>
      ) : (
        <ul className="grid gap-2">
          {[...learnt].reverse().map((fact) => (
            <li key={fact.factId} className="animate-rise border-l-2 border-hairline pl-3 text-small">
              <p>
                {fact.turnIndex === turnIndex ? (
                  <span className="mr-1.5 rounded-full bg-teal-soft px-2 py-0.5 font-medium text-teal-ink">
                    {t('panel.learntNew')}
                  </span>
                ) : null}
                {fact.note}
              </p>
              {fact.isHidden ? (
                <p className="inline-flex items-center gap-1 text-clay">
                  <KeyRound aria-hidden className="size-3.5" />
                  {t('panel.earned')}
                </p>
              ) : fact.how === 'volunteered' ? (
                <p className="text-ink-faint">{t('panel.volunteered')}</p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
