import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { ButtonLink } from '../ui/button'
import { DisputeCard } from './dispute-card'
import type { DisputeView } from './view-types'

type DisputeListProps = {
  disputes: readonly DisputeView[]
  hasMore: boolean
  page: number
  state: string
  heardBy: string
  hasModel: boolean
}

/** The disputes of a page, and the ways to the pages around it. */
export function DisputeList({ disputes, hasMore, page, state, heardBy, hasModel }: DisputeListProps) {
  const { t } = useTranslation('review')
  const pathTo = (to: number) => `/studio/judging?${new URLSearchParams({ state, heardBy, page: String(to) })}`
  if (disputes.length === 0)
    return hasModel || page > 0 ? (
      <EmptyState title={t('empty.title')} text={t(state === 'open' ? 'empty.open' : 'empty.filtered')} />
    ) : (
      <EmptyState title={t('empty.title')} text={t('empty.noModel')} />
    )
  return (
    <>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {disputes.map((one) => (
          <li key={`${one.roleplayId}-${one.turnIndex}-${one.code}-${one.heardBy}`}>
            <DisputeCard dispute={one} path={pathTo(page)} />
          </li>
        ))}
      </ul>
      <nav aria-label={t('pages')} className="flex justify-between gap-3">
        {page > 0 ? <ButtonLink to={pathTo(page - 1)}>{t('newer')}</ButtonLink> : <span />}
        {hasMore ? <ButtonLink to={pathTo(page + 1)}>{t('older')}</ButtonLink> : null}
      </nav>
    </>
  )
}
