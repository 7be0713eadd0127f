import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'

type ThinkingNoteProps = {
  /** How the client is addressed. */
  who: string
  slowAfterMs?: number
  /** Offered once it is slow; left out when the built-in client is already the one who speaks. */
  onUseEmbedded?: (() => void) | undefined
}

/** Three dots while the client searches for words; after ten seconds it says what is safe and what one can do. */
export function ThinkingNote({ who, slowAfterMs = 10_000, onUseEmbedded }: ThinkingNoteProps) {
  const { t } = useTranslation('talk')
  const [isSlow, setIsSlow] = useState(false)
  const [hasChosenToWait, setHasChosenToWait] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), slowAfterMs)
    return () => clearTimeout(timer)
  }, [slowAfterMs])
  return (
    <div className="grid gap-2">
      <p className="flex items-center gap-2 text-ink-soft">
        <svg viewBox="0 0 28 8" className="h-2 w-7 text-clay" aria-hidden="true" focusable="false" fill="currentColor">
          <circle cx="4" cy="4" r="3" className="animate-thinking" />
          <circle cx="14" cy="4" r="3" className="animate-thinking-2" />
          <circle cx="24" cy="4" r="3" className="animate-thinking-3" />
        </svg>
        <span className="text-small">{t('thinking.short', { who })}</span>
      </p>
      {isSlow && !hasChosenToWait ? (
        <div role="status" className="grid gap-2 border-t border-hairline pt-2">
          <p className="text-small text-ink-soft">{t('thinking.slow')}</p>
          {onUseEmbedded ? (
            <div className="flex flex-wrap gap-2">
              <Button size="small" onClick={onUseEmbedded}>
                {t('thinking.useEmbedded')}
              </Button>
              <Button size="small" tone="quiet" onClick={() => setHasChosenToWait(true)}>
                {t('thinking.wait')}
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
