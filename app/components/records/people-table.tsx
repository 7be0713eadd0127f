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
    <>
      <ul className="divide-y divide-hairline rounded-card border border-hairline bg-surface md:hidden">
        {rows.map((person) => (
          <PersonCard key={person.id} person={person} />
        ))}
      </ul>
      <WideTable rows={rows} />
    </>
  )
}

/** On the phone a person is a card: a table would hide half of its columns. */
function PersonCard({ person }: { person: PersonRowView }) {
  const { t, i18n } = useTranslation('records')
  return (
    <li className="grid gap-1 px-4 py-3">
      <div className="flex items-center justify-between gap-4">
        <div className="min-w-0">
          <AppLink
            to={person.href}
            className="inline-flex min-h-11 items-center break-words font-medium hover:text-teal"
          >
            {person.name}
          </AppLink>
          <p className="text-small text-ink-soft">
            {person.team}
            {person.lastAt
              ? ` · ${formatDay(person.lastAt, i18n.language)} · ${t('people.talkCount', { talks: person.talks })}`
              : ` · ${t('people.never')}`}
          </p>
        </div>
        {person.recentOverall === null ? null : (
          <p className="shrink-0 text-right">
            <span className="block text-title font-bold">{person.recentOverall}</span>
            <span className="text-small text-ink-soft">{t('people.recent')}</span>
          </p>
        )}
      </div>
      {person.progress === null ? null : (
        <p className="text-small text-ink-soft">{t('people.firstTo', person.progress)}</p>
      )}
      {person.violations > 0 ? (
        <p className="text-small font-medium text-breach">{t('talks.breaches', { count: person.violations })}</p>
      ) : null}
    </li>
  )
}

function WideTable({ rows }: { rows: readonly PersonRowView[] }) {
  const { t } = useTranslation('records')
  return (
    <div className="overflow-x-auto rounded-card border border-hairline bg-surface max-md:hidden">
      <table className="w-full min-w-[44rem] text-left">
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
      <td className={`${CELL} text-right`}>
        <span className="text-title font-bold">{person.recentOverall ?? '–'}</span>
        {person.progress === null ? null : (
          <span className="block text-small text-ink-soft">{t('people.firstTo', person.progress)}</span>
        )}
      </td>
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
        {person.lastAt ? (
          <>
            {formatDay(person.lastAt, i18n.language)}
            <span className="block">{t('people.talkCount', { talks: person.talks })}</span>
          </>
        ) : (
          t('people.never')
        )}
      </td>
    </tr>
  )
}
