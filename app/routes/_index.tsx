import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/frame/empty-state'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import {
  buildFilterView,
  buildScenarioCard,
  buildSuggestionView,
  buildUnfinished,
  filterScenarios,
  orderScenarios,
} from '~/components/practise/build-practise-view'
import { HowItWorks } from '~/components/practise/how-it-works'
import { ScenarioGroups } from '~/components/practise/scenario-card'
import { ScenarioFilters } from '~/components/practise/scenario-filters'
import { SuggestionCard } from '~/components/practise/suggestion-card'
import { UnfinishedTalks } from '~/components/practise/unfinished-talks'
import { ButtonLink } from '~/components/ui/button'
import { requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'
import { createI18n } from '~/locales/i18n'

export const meta = titleMeta('練習', 'Practise')

export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { locale } = await readPreferences(request)
  const { content } = context.services
  const query = new URL(request.url).searchParams
  const read = (name: string) => query.get(name) ?? ''
  const chosen = {
    group: read('group'),
    product: read('product'),
    difficulty: read('difficulty'),
    dimension: read('dimension'),
  }
  const { talks, suggestion } = await context.services.listPractice(person)
  const shown = orderScenarios(filterScenarios(content, chosen))
  const i18n = createI18n(locale)
  return {
    isFirstTime: talks.length === 0,
    suggestion: buildSuggestionView(content, suggestion, talks, locale),
    unfinished: buildUnfinished(content, talks, locale),
    cards: shown.map((scenario) => buildScenarioCard(content, scenario, talks, locale)),
    filters: buildFilterView(
      content,
      chosen,
      shown.length,
      (group) => i18n.t(`practise:groups.${group}` as 'practise:groups.nurse'),
      locale,
    ),
  }
})

export default function PractisePage() {
  const { isFirstTime, suggestion, unfinished, cards, filters } = useLoaderData<typeof loader>()
  const { t } = useTranslation('practise')
  return (
    <Page title={t('title')}>
      <div className="grid gap-8">
        {isFirstTime && suggestion ? <HowItWorks client={suggestion.client} startHref={suggestion.href} /> : null}
        {suggestion && !isFirstTime ? <SuggestionCard suggestion={suggestion} /> : null}
        <UnfinishedTalks talks={unfinished} />
        <section aria-label={t('clients.title')} className="grid gap-4">
          <h2 className="text-title">{t('clients.title')}</h2>
          <ScenarioFilters filters={filters} />
          {cards.length === 0 ? (
            <EmptyState
              title={t('filters.noneTitle')}
              text={t('filters.noneText')}
              action={<ButtonLink to="/">{t('filters.clear')}</ButtonLink>}
            />
          ) : (
            <ScenarioGroups scenarios={cards} />
          )}
        </section>
      </div>
    </Page>
  )
}
