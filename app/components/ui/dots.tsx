import { useTranslation } from 'react-i18next'

/** How hard a client is: one to three dots, and the word for those who do not see them. */
export function DifficultyDots({ difficulty, hasWord = false }: { difficulty: 1 | 2 | 3; hasWord?: boolean }) {
  const { t } = useTranslation('practise')
  const word = t(`difficulty.${difficulty}`)
  return (
    <span className="inline-flex items-center gap-1.5 text-small text-ink-soft" title={hasWord ? undefined : word}>
      <svg viewBox="0 0 34 10" className="h-2.5 w-8.5 text-clay" aria-hidden="true" focusable="false">
        {[1, 2, 3].map((step) => (
          <circle
            key={step}
            cx={12 * step - 7}
            cy="5"
            r="4"
            fill={step <= difficulty ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="1.5"
          />
        ))}
      </svg>
      <span className={hasWord ? undefined : 'sr-only'}>{word}</span>
    </span>
  )
}
