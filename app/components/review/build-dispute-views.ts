import type { Content } from '~/domain/content'
import type { Dispute } from '~/domain/governance/judge-review'
import { inLocale } from '~/domain/shared/in-locale'
import type { Locale } from '~/domain/shared/localised'
import type { DisputeView } from './view-types'

export function buildDisputeViews(
  { catalogue, scenarios }: Content,
  disputes: readonly Dispute[],
  locale: Locale,
): DisputeView[] {
  return disputes.map(({ review, personName, scenarioId, acceptedAt: _, ...one }) => {
    const entry = catalogue.entries.get(one.code)
    const scenario = scenarios.get(scenarioId)
    return {
      ...one,
      who: personName,
      scenario: scenario ? inLocale(scenario.title, locale) : scenarioId,
      name: entry ? inLocale(entry, locale) : one.code,
      polarity: entry?.polarity ?? 'fault',
      review: review && { verdict: review.verdict, by: review.reviewedByName },
    }
  })
}
