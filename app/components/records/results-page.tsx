import { useTranslation } from 'react-i18next'
import { Page } from '../frame/page'
import { ButtonLink } from '../ui/button'
import { CompletionLinks } from './completion-links'
import { PeopleTable } from './people-table'
import { TalkTable } from './talk-table'
import type { PersonRowView, TalkRowView } from './view-types'

type ResultsPageProps = {
  people: readonly PersonRowView[]
  /** Whose talks are shown; null for the list of people. */
  chosen: string | null
  talks: readonly TalkRowView[]
  /** Leads back to the list of people. */
  path: string
}

/** The people whom a trainer or manager looks after, and the talks of one of them. */
export function ResultsPage({ people, chosen, talks, path }: ResultsPageProps) {
  const { t } = useTranslation(['records', 'models', 'review'])
  if (chosen === null)
    return (
      <Page
        title={t('people.title')}
        action={
          <div className="flex flex-wrap gap-2">
            <CompletionLinks />
            <ButtonLink to="/studio/judging">{t('review:title')}</ButtonLink>
            <ButtonLink to="/studio/approved">{t('models:approved.title')}</ButtonLink>
          </div>
        }
      >
        <PeopleTable rows={people} />
      </Page>
    )
  return (
    <Page title={chosen} crumbs={[{ label: t('people.title'), to: path }]}>
      <TalkTable rows={talks} />
    </Page>
  )
}
