import { MessageSquareQuote, PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BetterWording } from '~/domain/judging/score-types'

/** A wording that the same judge scored higher. */
export function BetterWordingNote({ wording }: { wording: BetterWording }) {
  const { t } = useTranslation('talk')
  return (
    <div className="rounded-card bg-teal-soft p-3">
      <p className="flex flex-wrap items-center gap-x-2 text-small font-medium text-teal-ink">
        <MessageSquareQuote aria-hidden className="size-4 shrink-0" />
        {t('score.better')}
        <span className="font-normal">{t('score.betterScore', { total: wording.total })}</span>
      </p>
      <p className="mt-1">「{wording.text}」</p>
      {wording.by === 'model' ? (
        <p className="mt-1 flex items-start gap-1 text-small text-ink-soft">
          <PenLine aria-hidden className="mt-1 size-3.5 shrink-0" />
          {t('score.betterByModel')}
        </p>
      ) : null}
    </div>
  )
}
