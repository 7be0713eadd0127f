import type { Content } from '~/domain/content'
import type { Scenario } from '~/domain/persona/scenario-schema'
import type { TalkSummary } from '~/domain/ports'
import { inLocale, type Locale, type Localised } from '~/domain/shared/localised'
import { buildClientView } from '../face/build-client-view'
import type {
  FilterOption,
  ResultView,
  ScenarioCardView,
  ScenarioFilterView,
  SuggestionView,
  UnfinishedTalkView,
} from './view-types'

const toResult = (talk: TalkSummary | undefined): ResultView | null =>
  talk
    ? { overall: talk.overall, passed: talk.passed ?? false, at: (talk.endedAt ?? talk.startedAt).toISOString() }
    : null

/** @param talks the person's own, newest first. */
export function findResults(talks: readonly TalkSummary[], scenarioId: string) {
  const ended = talks.filter((talk) => talk.scenarioId === scenarioId && talk.endedAt !== null && talk.turnCount > 0)
  const scored = ended.filter((talk) => talk.overall !== null)
  const best = scored.reduce<TalkSummary | undefined>(
    (top, talk) => (top === undefined || talk.overall! > top.overall! ? talk : top),
    undefined,
  )
  return { last: toResult(ended[0]), best: toResult(best) }
}

export function buildScenarioCard(
  content: Content,
  scenario: Scenario,
  talks: readonly TalkSummary[],
  locale: Locale,
): ScenarioCardView {
  const persona = content.personas.get(scenario.persona)!
  return {
    id: scenario.id,
    href: `/scenarios/${scenario.id}`,
    title: inLocale(scenario.title, locale),
    tagline: inLocale(persona.tagline, locale),
    client: buildClientView(persona, locale),
    difficulty: scenario.difficulty,
    minutes: scenario.minutes,
    practises: scenario.practises,
    products: scenario.products.map((id) => {
      const product = content.products.get(id)!
      return locale === 'en' ? product.name.en : product.shortName
    }),
    ...findResults(talks, scenario.id),
  }
}

export type ScenarioFilter = ScenarioFilterView['chosen']

/** Unknown values filter nothing out. */
export function filterScenarios(content: Content, filter: ScenarioFilter): Scenario[] {
  return [...content.scenarios.values()].filter(
    (scenario) =>
      (!filter.group || content.personas.get(scenario.persona)!.group === filter.group) &&
      (!filter.product || scenario.products.includes(filter.product)) &&
      (!filter.difficulty || String(scenario.difficulty) === filter.difficulty) &&
      (!filter.dimension || scenario.practises.some((dimension) => dimension === filter.dimension)),
  )
}

/** Easy ones first, and one client's scenarios side by side. */
export function orderScenarios(scenarios: readonly Scenario[]): Scenario[] {
  return [...scenarios].sort((a, b) => a.difficulty - b.difficulty || (a.id < b.id ? -1 : 1))
}

export function buildFilterView(
  content: Content,
  chosen: ScenarioFilter,
  shown: number,
  groupLabel: (group: string) => string,
  locale: Locale,
): ScenarioFilterView {
  const scenarios = [...content.scenarios.values()]
  const groups = new Set(scenarios.map((scenario) => content.personas.get(scenario.persona)!.group))
  const products = new Set(scenarios.flatMap((scenario) => scenario.products))
  const toOption = (value: string, label: string): FilterOption => ({ value, label })
  return {
    groups: [...groups].map((group) => toOption(group, groupLabel(group))),
    products: [...products].map((id) => {
      const product = content.products.get(id)!
      return toOption(id, locale === 'en' ? product.name.en : product.shortName)
    }),
    chosen,
    shown,
    total: scenarios.length,
  }
}

export function buildSuggestionView(
  content: Content,
  suggestion: { scenario: Scenario; reason: Localised } | null,
  talks: readonly TalkSummary[],
  locale: Locale,
): SuggestionView | null {
  if (!suggestion) return null
  const { scenario, reason } = suggestion
  return {
    href: `/scenarios/${scenario.id}`,
    client: buildClientView(content.personas.get(scenario.persona)!, locale),
    title: inLocale(scenario.title, locale),
    reason: inLocale(reason, locale),
    minutes: scenario.minutes,
    isAgain: talks.some((talk) => talk.scenarioId === scenario.id),
  }
}

const MAX_UNFINISHED = 3

export function buildUnfinished(content: Content, talks: readonly TalkSummary[], locale: Locale): UnfinishedTalkView[] {
  return talks
    .filter((talk) => talk.endedAt === null && talk.turnCount > 0 && content.scenarios.has(talk.scenarioId))
    .slice(0, MAX_UNFINISHED)
    .map((talk) => {
      const scenario = content.scenarios.get(talk.scenarioId)!
      return {
        href: `/talks/${talk.id}`,
        client: buildClientView(content.personas.get(scenario.persona)!, locale),
        title: inLocale(scenario.title, locale),
        turns: talk.turnCount,
        startedAt: talk.startedAt.toISOString(),
      }
    })
}
