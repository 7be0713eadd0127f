import { Check, CircleAlert, Clock, Ear, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TurnScore } from '~/domain/judging/score-types'
import { Button } from '../ui/button'
import { useCodeLabel } from '../ui/code-labels'
import { BreachBar } from './breach-bar'
import { ScoreTab } from './score-tab'
import { type HighlightMark, splitHighlights } from './split-highlights'
import { toneOfItem } from './tone-of-score'
import type { MineStatus, TurnView } from './view-types'

type MineBubbleProps = {
  turn: Pick<TurnView, 'mine' | 'score' | 'breach'>
  /** The judge has been asked and has not answered yet. */
  isScoring: boolean
  onRetrySend: () => void
  onSayAgain: () => void
  onGoOn: () => void
}

function marksOf(score: TurnScore | null, labelOf: (code: string) => string): HighlightMark[] {
  if (score?.status !== 'scored') return []
  return score.items.flatMap((item) =>
    item.source !== 'client' && item.start !== undefined && item.end !== undefined
      ? [{ start: item.start, end: item.end, tone: toneOfItem(item), label: labelOf(item.code) }]
      : [],
  )
}

/** The trainee's words with what counted underlined in the colour of its meaning. */
function MarkedText({ text, score }: { text: string; score: TurnScore | null }) {
  const labelOf = useCodeLabel()
  return (
    <p className="whitespace-pre-wrap">
      {splitHighlights(text, marksOf(score, labelOf)).map((segment) =>
        segment.tone ? (
          <mark
            key={segment.start}
            title={segment.labels.join('、')}
            className={`bg-transparent text-inherit ${segment.tone === 'good' ? 'mark-good' : segment.tone === 'weak' ? 'mark-weak' : 'mark-breach'}`}
          >
            {segment.text}
          </mark>
        ) : (
          <span key={segment.start}>{segment.text}</span>
        ),
      )}
    </p>
  )
}

const STATUS_ICONS = { sending: Clock, saved: Check, failed: CircleAlert }

function SendStatus({ status, onRetrySend }: { status: MineStatus; onRetrySend: () => void }) {
  const { t } = useTranslation('talk')
  const Icon = STATUS_ICONS[status]
  return (
    <p
      className={`inline-flex items-center gap-1 text-small ${status === 'failed' ? 'font-medium text-breach' : 'text-ink-faint'}`}
    >
      <Icon aria-hidden className="size-3.5" />
      {t(`message.${status}`)}
      {status === 'failed' ? (
        <Button
          size="small"
          tone="plain"
          onClick={onRetrySend}
          icon={<RotateCcw aria-hidden className="size-4" />}
          className="ml-1"
        >
          {t('message.retry')}
        </Button>
      ) : null}
    </p>
  )
}

export function MineBubble({ turn, isScoring, onRetrySend, onSayAgain, onGoOn }: MineBubbleProps) {
  const { t } = useTranslation('talk')
  return (
    <div className="ml-auto grid w-full max-w-[38rem] justify-items-end gap-1.5 pl-8 sm:pl-12">
      <div className="max-w-full rounded-card rounded-br-sm bg-teal-soft px-4 py-2.5">
        <span className="sr-only">{`${t('message.you')}: `}</span>
        <MarkedText text={turn.mine.text} score={turn.score} />
      </div>
      {turn.score ? null : (
        <div className="flex items-center gap-3">
          {isScoring ? (
            <p className="inline-flex items-center gap-1 text-small text-ink-faint">
              <Ear aria-hidden className="size-3.5" />
              {t('score.scoring')}
            </p>
          ) : null}
          <SendStatus status={turn.mine.status} onRetrySend={onRetrySend} />
        </div>
      )}
      {turn.score ? <ScoreTab score={turn.score} /> : null}
      {turn.breach ? <BreachBar breach={turn.breach} onSayAgain={onSayAgain} onGoOn={onGoOn} /> : null}
    </div>
  )
}
