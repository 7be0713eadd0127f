import type { ReactNode } from 'react'
import { joinClasses } from '../ui/join-classes'
import { Breadcrumb } from './breadcrumb'
import type { Crumb } from './view-types'

type PageProps = {
  title: ReactNode
  lead?: ReactNode
  crumbs?: readonly Crumb[]
  /** The one primary action of the page, right of the title. */
  action?: ReactNode
  /** `text` for reading, `wide` for tables and cards. */
  width?: 'text' | 'wide'
  children: ReactNode
}

export function Page({ title, lead, crumbs = [], action, width = 'wide', children }: PageProps) {
  return (
    <div
      className={joinClasses(
        'mx-auto w-full px-4 py-6 sm:py-8 lg:px-8',
        width === 'wide' ? 'max-w-[80rem]' : 'max-w-[48rem]',
      )}
    >
      <Breadcrumb crumbs={crumbs} />
      <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-[42rem]">
          <h1 className="text-large">{title}</h1>
          {lead ? <p className="mt-1 text-ink-soft">{lead}</p> : null}
        </div>
        {action}
      </header>
      {children}
    </div>
  )
}
