import { Lightbulb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import type { HintView } from './view-types'

type HintButtonProps = {
  /** Taken off the overall score when pressed; 0 for free. */
  costPoints: number
  used: number
  /** null without a limit. */
  left: number | null
  hint: HintView | null
  isBusy: boolean
  onAsk: () => void
}

/** Help with a stated price. */
export function HintButton({ costPoints, used, left, hint, isBusy, onAsk }: HintButtonProps) {
  const { t } = useTranslation('talk')
  const isOut = left !== null && left <= 0
  return (
    <div className="grid gap-2">
      {hint ? (
        <div role="status" className="animate-rise rounded-card bg-weak-soft p-3">
          <p className="flex items-center gap-1.5 text-small font-medium text-weak-ink">
            <Lightbulb aria-hidden className="size-4" />
            {t('coach.hintTitle')}
          </p>
          <p className="mt-1">{hint.text}</p>
        </div>
      ) : null}
      <Button
        size="small"
        isWide
        onClick={onAsk}
        isBusy={isBusy}
        disabled={isOut}
        icon={<Lightbulb aria-hidden className="size-4" />}
      >
        {isOut ? t('coach.noneLeft') : t('coach.hint')}
      </Button>
      <p className="text-center text-small text-ink-soft">
        {costPoints === 0 ? t('coach.hintFree') : t('coach.hintCost', { points: costPoints })}
        {used > 0 ? ` · ${t('coach.hintUsed', { used })}` : ''}
      </p>
    </div>
  )
}
