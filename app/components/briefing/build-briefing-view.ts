import type { Content } from '~/domain/content'
import type { LedgerEntry } from '~/domain/judging/score-types'
import type { Scenario } from '~/domain/persona/scenario-schema'
import { inLocale, type Locale } from '~/domain/shared/localised'
import { buildClientView } from '../face/build-client-view'
import type { ResultView } from '../practise/view-types'
import type { BriefingView } from './view-types'

export function buildBriefingView(
  content: Content,
  scenario: Scenario,
  duties: readonly LedgerEntry[],
  best: ResultView | null,
  locale: Locale,
): BriefingView {
  const persona = content.personas.get(scenario.persona)!
  const isEnglish = locale === 'en'
  return {
    scenarioId: scenario.id,
    title: inLocale(scenario.title, locale),
    client: buildClientView(persona, locale),
    tagline: inLocale(persona.tagline, locale),
    difficulty: scenario.difficulty,
    minutes: scenario.minutes,
    where: inLocale(scenario.briefing.where, locale),
    introducedBy: inLocale(scenario.briefing.introducedBy, locale),
    goal: inLocale(scenario.briefing.goal, locale),
    known: [...persona.known, ...scenario.briefing.known].map((text) => inLocale(text, locale)),
    duties: duties.map((duty) => ({
      id: duty.dutyId,
      name: isEnglish ? duty.en : duty.zh,
      why: isEnglish ? duty.whyEn : duty.whyZh,
      force: duty.force,
      isRequired: duty.isRequired,
      cite: duty.cite,
    })),
    products: scenario.products.map((id) => ({
      id,
      name: inLocale(content.products.get(id)!.name, locale),
      href: `/learn/products/${id}`,
    })),
    passMark: scenario.passMark,
    asOf: scenario.asOf,
    best,
    clientOpens: scenario.opening.length > 0,
  }
}
