import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/app-link'
import type { Crumb } from './view-types'

/** The way back up, only where a page lies more than two deep; the page's own title is not repeated. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation('frame')
  if (crumbs.length < 2) return null
  return (
    <nav aria-label={t('youAreHere')} className="text-small text-ink-soft">
      <ol className="flex flex-wrap items-center gap-1">
        {crumbs.map((crumb) => (
          <li key={crumb.to} className="inline-flex min-w-0 items-center gap-1">
            <AppLink to={crumb.to} className="rounded-sm py-1 underline-offset-4 hover:text-teal hover:underline">
              {crumb.label}
            </AppLink>
            <ChevronRight aria-hidden className="size-3.5 shrink-0" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
