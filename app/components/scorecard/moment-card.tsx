import { RotateCcw, Star, TrendingDown, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Moment } from '~/domain/judging/score-types'
import { AppForm } from '../ui/app-form'
import { Badge, type Tone } from '../ui/badge'
import { Button } from '../ui/button'
import { usePickText } from '../ui/pick-text'
import { Quote } from '../ui/quote'

const LOOKS: Record<Moment['kind'], { tone: Tone; icon: typeof Star }> = {
  best: { tone: 'good', icon: Star },
  costliest: { tone: 'breach', icon: TrendingDown },
  missed: { tone: 'weak', icon: Undo2 },
}

/**
 * One of the three moments. The form posts `fromTurn` to `retryAction`: a new talk equal to this one up to that turn.
 * null where the reader is not the one who talked.
 */
export function MomentCard({ moment, retryAction }: { moment: Moment; retryAction: string | null }) {
  const { t } = useTranslation(['scorecard', 'frame'])
  const pick = usePickText()
  const { tone, icon: Icon } = LOOKS[moment.kind]
  return (
    <article className="flex flex-col gap-3 rounded-card border border-hairline bg-surface p-5">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <Badge tone={tone} icon={<Icon aria-hidden className="size-3.5" />}>
          {t(`moments.kind.${moment.kind}`)}
        </Badge>
        <span className="text-small text-ink-soft">{t('frame:turn', { turn: moment.turnIndex + 1 })}</span>
      </header>
      {moment.quote ? (
        <blockquote className="line-clamp-4 border-l-2 border-hairline pl-3">
          <Quote text={moment.quote} />
        </blockquote>
      ) : null}
      <p className="text-ink-soft">{pick(moment)}</p>
      {retryAction === null ? null : (
        <AppForm method="post" action={retryAction} className="mt-auto pt-1">
          <input type="hidden" name="fromTurn" value={moment.turnIndex} />
          <Button type="submit" isWide icon={<RotateCcw aria-hidden className="size-4" />}>
            {t('moments.retry')}
          </Button>
        </AppForm>
      )}
    </article>
  )
}

export function MomentRow({ moments, retryAction }: { moments: readonly Moment[]; retryAction: string | null }) {
  const { t } = useTranslation('scorecard')
  return (
    <section>
      <h2 className="text-title">{t('moments.title')}</h2>
      <p className="mb-3 text-small text-ink-soft">{moments.length > 0 ? t('moments.lead') : t('moments.none')}</p>
      <div className="grid gap-4 md:grid-cols-3">
        {moments.map((moment) => (
          <MomentCard key={moment.kind} moment={moment} retryAction={retryAction} />
        ))}
      </div>
    </section>
  )
}
