export type BarTone = 'teal' | 'good' | 'weak' | 'breach'

const FILLS: Record<BarTone, string> = {
  teal: 'fill-teal',
  good: 'fill-good',
  weak: 'fill-weak',
  breach: 'fill-breach',
}

/** A thin bar, silent beside the number that it draws. @param percent 0 to 100. */
export function ThinBar({ percent, tone = 'teal' }: { percent: number; tone?: BarTone | undefined }) {
  return (
    <svg
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className="block h-1.5 w-full rounded-full"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="100" height="6" className="fill-hairline" />
      <rect width={Math.min(100, Math.max(0, percent))} height="6" className={FILLS[tone]} />
    </svg>
  )
}
