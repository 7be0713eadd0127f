import { CircleAlert, CircleCheck, CircleDashed, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { joinClasses } from './join-classes'

export type Tone = 'good' | 'weak' | 'breach' | 'plain' | 'teal' | 'clay'

const LOOKS: Record<Tone, string> = {
  good: 'bg-good-soft text-good-ink',
  weak: 'bg-weak-soft text-weak-ink',
  breach: 'bg-breach-soft text-breach-ink',
  plain: 'bg-sunken text-ink-soft',
  teal: 'bg-teal-soft text-teal-ink',
  clay: 'bg-clay-soft text-clay-ink',
}
const ICONS = {
  good: CircleCheck,
  weak: TriangleAlert,
  breach: CircleAlert,
  plain: CircleDashed,
  teal: Info,
  clay: Info,
}

export function ToneIcon({ tone, className }: { tone: Tone; className?: string }) {
  const Icon = ICONS[tone]
  return <Icon aria-hidden className={joinClasses('size-4 shrink-0', className)} />
}

/** A word with an icon: a meaning is never told by colour alone. */
export function Badge({
  tone = 'plain',
  icon,
  className,
  children,
}: {
  tone?: Tone
  icon?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <span
      className={joinClasses(
        'inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-small font-medium',
        LOOKS[tone],
        className,
      )}
    >
      {icon ?? <ToneIcon tone={tone} className="size-3.5" />}
      {children}
    </span>
  )
}

/** A quiet word without a judgement: a product, a dimension, a place. */
export function Tag({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span
      className={joinClasses(
        'inline-flex items-center rounded-full border border-hairline px-2 py-0.5 text-small text-ink-soft',
        className,
      )}
    >
      {children}
    </span>
  )
}
