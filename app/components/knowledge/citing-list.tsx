import { useTranslation } from 'react-i18next'
import { groupBy } from '~/domain/shared/group-by'
import { AppLink } from '../ui/app-link'
import { usePickText } from '../ui/pick-text'
import type { CitingView } from './view-types'

const SHOWN = 30

function linkOf(one: CitingView): string | null {
  if (one.kind === 'scenario') return `/scenarios/${one.id}`
  if (one.kind === 'course') return `/courses/${one.id}`
  if (one.kind === 'item') return `/items/${one.id}`
  return one.kind === 'scorecard' ? `/talks/${one.id}/scorecard` : null
}

/** What stands on a document, by kind. */
export function CitingList({ citing, emptyText }: { citing: readonly CitingView[]; emptyText: string }) {
  const { t } = useTranslation('knowledge')
  const pick = usePickText()
  if (citing.length === 0) return <p className="text-ink-soft">{emptyText}</p>
  return (
    <div className="grid gap-4">
      {[...groupBy(citing, (one) => one.kind)].map(([kind, some]) => (
        <div key={kind}>
          <h3 className="text-body">
            {t(`citing.${kind}`)} <span className="text-small font-normal text-ink-soft">{some.length}</span>
          </h3>
          <ul className="mt-1 grid gap-1">
            {some.slice(0, SHOWN).map((one) => {
              const to = linkOf(one)
              return (
                <li key={`${one.id} ${one.cite}`} className="break-words">
                  {to ? (
                    <AppLink to={to} className="text-teal underline underline-offset-4">
                      {pick(one.label)}
                    </AppLink>
                  ) : (
                    pick(one.label)
                  )}
                  <span className="ml-2 text-small text-ink-soft">{one.cite}</span>
                </li>
              )
            })}
            {some.length > SHOWN ? <li className="text-small text-ink-soft">+{some.length - SHOWN}</li> : null}
          </ul>
        </div>
      ))}
    </div>
  )
}
