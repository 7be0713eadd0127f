import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { Page } from '../frame/page'
import { ButtonLink } from '../ui/button'
import { CompletionLinks } from './completion-links'
import { PeopleTable } from './people-table'
import { TalkTable } from './talk-table'
import { TeamSummary } from './team-summary'
import type { PersonRowView, TalkRowView, TeamSummaryView } from './view-types'

type ResultsPageProps = {
  people: readonly PersonRowView[]
  team: TeamSummaryView
  /** Whose talks are shown; null for the list of people. */
  chosen: string | null
  talks: readonly TalkRowView[]
  /** Leads back to the list of people. */
  path: string
}

/** The people whom a trainer or manager looks after, and the talks of one of them. */
export function ResultsPage({ people, team, chosen, talks, path }: ResultsPageProps) {
  const { t } = useTranslation(['records', 'models', 'review', 'frame'])
  const place = path === '/dashboard' ? t('frame:place.dashboard') : t('frame:place.studio')
  if (chosen === null)
    return (
      <Page
        title={place}
        lead={t('people.lead')}
        action={
          <div className="flex flex-wrap gap-2">
            <ButtonLink to="/studio/judging">{t('review:title')}</ButtonLink>
            <ButtonLink to="/studio/approved">{t('models:approved.title')}</ButtonLink>
          </div>
        }
      >
        <div className="grid gap-8">
          <TeamSummary summary={team} rows={people} />
          <section aria-label={t('people.title')} className="grid gap-4">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <h2 className="text-title">{t('people.title')}</h2>
              <CompletionLinks />
            </div>
            <PeopleTable rows={people} />
          </section>
        </div>
      </Page>
    )
  return (
    <Page title={chosen} crumbs={[{ label: place, to: path }]}>
      {talks.length === 0 ? (
        <EmptyState title={t('people.noTalksTitle')} text={t('people.noTalksText', { who: chosen })} />
      ) : (
        <TalkTable rows={talks} />
      )}
    </Page>
  )
}
