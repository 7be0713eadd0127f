import { GraduationCap } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerEntry, TurnScore } from '~/domain/judging/score-types'
import { Badge } from '../ui/badge'
import { usePickText } from '../ui/pick-text'
import { LedgerList } from './ledger-list'
import { toneOfTurn } from './tone-of-score'
import type { TalkMode } from './view-types'
import { WordsSource } from './words-source'

type CoachPanelProps = {
  mode: TalkMode
  /** Of the last scored turn; null before the first. */
  score: TurnScore | null
  turnIndex: number
  ledger: readonly LedgerEntry[]
  /** A HintButton; left out in exam mode. */
  hint?: ReactNode
}

/** The coach's quiet note beside the talk. */
export function CoachPanel({ mode, score, turnIndex, ledger, hint }: CoachPanelProps) {
  const { t } = useTranslation('talk')
  if (mode === 'exam') {
    return (
      <p className="flex items-start gap-2 text-ink-soft">
        <GraduationCap aria-hidden className="mt-1 size-5 shrink-0" />
        {t('coach.examNote')}
      </p>
    )
  }
  const met = ledger.filter((entry) => entry.status === 'met').length
  return (
    <div className="grid gap-5">
      <TurnNote score={score} turnIndex={turnIndex} />
      {ledger.length > 0 ? (
        <section className="border-t border-hairline pt-4">
          <h3 className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3 font-bold">
            {t('coach.ledger')}
            <span className="text-small font-normal text-ink-soft">
              {t('coach.ledgerCount', { met, total: ledger.length })}
            </span>
          </h3>
          <LedgerList ledger={ledger} />
        </section>
      ) : null}
      {hint ? <div className="border-t border-hairline pt-4">{hint}</div> : null}
    </div>
  )
}

function TurnNote({ score, turnIndex }: { score: TurnScore | null; turnIndex: number }) {
  const { t } = useTranslation(['talk', 'frame'])
  const pick = usePickText()
  if (!score) return <p className="text-ink-soft">{t('coach.none')}</p>
  if (score.status === 'not-scored') return <p className="text-ink-soft">{t('score.notScoredText')}</p>
  return (
    <section>
      <h3 className="flex items-center justify-between gap-3 font-bold">
        {t('frame:turn', { turn: turnIndex + 1 })}
        <Badge tone={toneOfTurn(score.total, score.items)}>{t('frame:points', { points: score.total })}</Badge>
      </h3>
      <ul className="mt-2 grid gap-2">
        {score.advice.slice(0, 2).map((advice) => (
          <li key={advice.code} className="border-l-2 border-teal pl-3">
            {pick(advice)}
            <WordsSource by={advice.by} citations={advice.citations} />
          </li>
        ))}
      </ul>
    </section>
  )
}
