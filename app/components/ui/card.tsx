import { type ReactNode, useId } from 'react'
import { joinClasses } from './join-classes'

type CardProps = {
  title?: ReactNode
  /** Stands right of the title: a count, a small action. */
  aside?: ReactNode
  /** One line under the title. */
  lead?: ReactNode
  level?: 2 | 3
  tone?: 'plain' | 'sunken' | 'teal' | 'clay' | 'weak' | 'breach' | 'good'
  className?: string
  children?: ReactNode
}

const TONES = {
  plain: 'bg-surface border-hairline',
  sunken: 'bg-sunken border-hairline',
  teal: 'bg-teal-soft border-teal/25',
  clay: 'bg-clay-soft border-clay/25',
  weak: 'bg-weak-soft border-weak/30',
  breach: 'bg-breach-soft border-breach/40',
  good: 'bg-good-soft border-good/30',
}

/** A part of a page with a hairline border. With a title it is a region of that name. */
export function Card({ title, aside, lead, level = 2, tone = 'plain', className, children }: CardProps) {
  const titleId = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section
      aria-labelledby={title ? titleId : undefined}
      className={joinClasses('rounded-card border p-5', TONES[tone], className)}
    >
      {title ? (
        <header className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <div className="min-w-0">
            <Heading id={titleId} className={level === 2 ? 'text-title' : 'text-body'}>
              {title}
            </Heading>
            {lead ? <p className="text-small text-ink-soft">{lead}</p> : null}
          </div>
          {aside ? <div className="text-small text-ink-soft">{aside}</div> : null}
        </header>
      ) : null}
      {children}
    </section>
  )
}
