import { RotateCcw, Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Moment } from '~/domain/judging/score-types'
import { AppForm } from '../ui/app-form'
import { Badge } from '../ui/badge'
import { Button, ButtonLink } from '../ui/button'
import { Quote } from '../ui/quote'
import type { NextStepView } from './view-types'

type FirstStepsProps = {
  moments: readonly Moment[]
  next: NextStepView | undefined
  /** Takes `fromTurn`; null where the reader is not the one who talked. */
  retryAction: string | null
}

/** Beside the result: one thing that went well, one thing to mend, and the way to do it now. */
export function FirstSteps({ moments, next, retryAction }: FirstStepsProps) {
  const { t } = useTranslation('scorecard')
  const best = moments.find((moment) => moment.kind === 'best')
  const toMend = moments.find((moment) => moment.kind === 'costliest') ?? moments.find((one) => one.kind === 'missed')
  if (!best && !next) return null
  return (
    <div className="grid content-start gap-4 self-start rounded-card bg-sunken p-5 print:hidden">
      {best?.quote ? (
        <div>
          <Badge tone="good" icon={<Star aria-hidden className="size-3.5" />}>
            {t('first.good')}
          </Badge>
          <p className="mt-1.5 line-clamp-3">
            <Quote text={best.quote} />
          </p>
        </div>
      ) : null}
      {next ? (
        <div>
          <Badge tone="teal">{t('first.mend')}</Badge>
          <p className="mt-1.5">{next.reason}</p>
        </div>
      ) : null}
      {retryAction === null ? null : (
        <div className="flex flex-wrap gap-3">
          {toMend ? (
            <AppForm method="post" action={retryAction}>
              <input type="hidden" name="fromTurn" value={toMend.turnIndex} />
              <Button type="submit" tone="primary" icon={<RotateCcw aria-hidden className="size-4" />}>
                {t('first.again', { turn: toMend.turnIndex + 1 })}
              </Button>
            </AppForm>
          ) : null}
          {next ? (
            <ButtonLink to={next.href} tone={toMend ? 'plain' : 'primary'}>
              {t('first.whole')}
            </ButtonLink>
          ) : null}
        </div>
      )}
    </div>
  )
}
