import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/app-link'
import { DateSpan } from './date-span'
import { KindTag } from './kind-tag'
import { linkToPassage } from './link-to'
import type { CitedHitView } from './view-types'

/** A passage as a source: its place, its words, its version and dates. */
export function PassageCard({ hit, number }: { hit: CitedHitView; number?: number }) {
  const { t } = useTranslation('knowledge')
  return (
    <article className="rounded-card border border-hairline bg-surface p-4">
      <header className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h3 className="min-w-0 text-body">
          <AppLink to={linkToPassage(hit.passageId)} className="break-words text-teal underline underline-offset-4">
            {number === undefined ? '' : `${number}. `}
            {hit.cite}
          </AppLink>
        </h3>
        <KindTag kind={hit.kind} />
      </header>
      <p className="line-clamp-6 whitespace-pre-line break-words">{hit.text}</p>
      <p className="mt-2 text-small text-ink-soft">
        {t('list.version', { version: hit.version })} · <DateSpan from={hit.effectiveFrom} to={hit.effectiveTo} />
      </p>
    </article>
  )
}
