import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppLink } from '../ui/app-link'
import { formatDay } from '../ui/format-date'
import { Sparkline } from '../ui/sparkline'
import type { PersonRowView } from './view-types'

const HEAD = 'whitespace-nowrap px-4 py-3 font-medium'
const CELL = 'px-4 py-3 align-middle'

/** The trainees of a trainer or manager. */
export function PeopleTable({ rows }: { rows: readonly PersonRowView[] }) {
  const { t } = useTranslation('records')
  if (rows.length === 0) return <EmptyState title={t('people.emptyTitle')} text={t('people.emptyText')} />
  return (
    <div className="overflow-x-auto rounded-card border border-hairline bg-surface">
      <table className="w-full min-w-[52rem] text-left">
        <caption className="sr-only">{t('people.title')}</caption>
        <thead>
          <tr className="border-b border-edge text-small text-ink-soft">
            <th className={HEAD}>{t('people.name')}</th>
            <th className={`${HEAD} text-right`}>{t('people.recent')}</th>
            <th className={HEAD}>{t('people.trend')}</th>
            <th className={`${HEAD} text-right`}>{t('people.breaches')}</th>
            <th className={HEAD}>{t('people.last')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PersonRow({ person }: { person: PersonRowView }) {
  const { t, i18n } = useTranslation('records')
  return (
    <tr className="border-b border-hairline last:border-0 hover:bg-sunken">
      <th className={`${CELL} max-w-64 font-normal`}>
        <AppLink to={person.href} className="break-words font-medium hover:text-teal">
          {person.name}
        </AppLink>
        <span className="block text-small text-ink-soft">{person.team}</span>
      </th>
      <td className={`${CELL} text-right text-title font-bold`}>{person.recentOverall ?? '–'}</td>
      <td className={CELL}>
        {person.overalls.length > 0 ? (
          <Sparkline
            values={person.overalls}
            label={t('people.trendLabel', { first: person.overalls[0], last: person.overalls.at(-1) })}
          />
        ) : (
          <span className="text-small text-ink-faint">–</span>
        )}
      </td>
      <td className={`${CELL} text-right ${person.violations > 0 ? 'font-bold text-breach' : ''}`}>
        {person.violations}
      </td>
      <td className={`${CELL} whitespace-nowrap text-small text-ink-soft`}>
        {person.lastAt ? formatDay(person.lastAt, i18n.language) : t('people.never')}
        <span className="block">{t('people.talkCount', { talks: person.talks })}</span>
      </td>
    </tr>
  )
}
