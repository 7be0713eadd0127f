import { ChevronDown, Ear } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TurnScore } from '~/domain/judging/score-types'
import { ToneIcon } from '../ui/badge'
import { joinClasses } from '../ui/join-classes'
import { BetterWordingNote } from './better-wording-note'
import { LineItemList } from './line-item-list'
import { type ScoreTone, toneOfTurn } from './tone-of-score'

const LOOKS: Record<ScoreTone, string> = {
  good: 'text-good-ink bg-good-soft',
  weak: 'text-weak-ink bg-weak-soft',
  breach: 'text-breach-ink bg-breach-soft',
}

/** The small tab under what I said; it unfolds the arithmetic. */
export function ScoreTab({ score, startsOpen = false }: { score: TurnScore; startsOpen?: boolean }) {
  const { t } = useTranslation('talk')
  const [isOpen, setIsOpen] = useState(startsOpen)
  const detailId = useId()
  if (score.status === 'not-scored') {
    return (
      <p className="inline-flex max-w-full items-start gap-1.5 text-small text-ink-soft">
        <Ear aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t('score.notScoredText')}
      </p>
    )
  }
  const tone = toneOfTurn(score.total, score.items)
  return (
    <div className="grid w-full justify-items-end gap-2">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={detailId}
        onClick={() => setIsOpen(!isOpen)}
        className={joinClasses(
          'inline-flex min-h-9 animate-rise items-center gap-1.5 rounded-full px-3 text-small font-medium',
          LOOKS[tone],
        )}
      >
        <ToneIcon tone={tone} />
        {t('score.tab', { total: score.total })}
        <span className="sr-only">{isOpen ? t('score.hide') : t('score.open')}</span>
        <ChevronDown
          aria-hidden
          className={joinClasses('size-4 transition-transform duration-150', isOpen && 'rotate-180')}
        />
      </button>
      <div
        id={detailId}
        hidden={!isOpen}
        className="w-full animate-rise rounded-card border border-hairline bg-surface p-3"
      >
        {isOpen ? (
          <div className="grid gap-3">
            <LineItemList score={score} />
            {score.betterWording ? <BetterWordingNote wording={score.betterWording} /> : null}
          </div>
        ) : null}
      </div>
    </div>
  )
}
