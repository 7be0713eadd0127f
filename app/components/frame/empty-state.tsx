import type { ReactNode } from 'react'

type EmptyStateProps = { title: ReactNode; text: ReactNode; picture?: ReactNode; action?: ReactNode; level?: 2 | 3 }

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, text, picture, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="flex flex-col items-center rounded-card border border-dashed border-edge/60 px-6 py-10 text-center">
      {picture ? <div className="mb-4 text-ink-faint">{picture}</div> : null}
      <Heading className="text-title">{title}</Heading>
      <p className="mt-1 max-w-[32rem] text-pretty text-ink-soft">{text}</p>
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  )
}
