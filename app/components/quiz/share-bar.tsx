type ShareBarProps = {
  /** 0 to 1; nothing is drawn for nothing. */
  share: number
  tone?: 'teal' | 'good' | 'weak'
}

const FILLS = { teal: 'fill-teal', good: 'fill-good', weak: 'fill-weak' }

/** A share as a thin bar, silent beside its number. */
export function ShareBar({ share, tone = 'teal' }: ShareBarProps) {
  return (
    <svg
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className="block h-1.5 w-full rounded-full"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="100" height="6" className="fill-hairline" />
      <rect width={100 * Math.min(1, Math.max(0, share))} height="6" className={FILLS[tone]} />
    </svg>
  )
}
