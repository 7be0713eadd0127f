type ScoreBarProps = {
  /** 0 to 100. */
  value: number
  tone?: 'teal' | 'good' | 'weak' | 'breach'
}

const FILLS = { teal: 'fill-teal', good: 'fill-good', weak: 'fill-weak', breach: 'fill-breach' }

/** A score as a thin bar; the number stands beside it in the text, so the bar itself is silent. */
export function ScoreBar({ value, tone = 'teal' }: ScoreBarProps) {
  return (
    <svg
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className="block h-1.5 w-full rounded-full"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="100" height="6" className="fill-hairline" />
      <rect width={Math.min(100, Math.max(2, value))} height="6" className={FILLS[tone]} />
    </svg>
  )
}
