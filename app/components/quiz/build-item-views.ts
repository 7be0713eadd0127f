import type { Content } from '~/domain/content'
import type { ItemContent } from '~/domain/quiz/item'
import type { ItemRecord } from '~/domain/quiz/quiz-ports'
import { inLocale, type Locale } from '~/domain/shared/localised'
import type { Choice, ItemRowView, SourceView, StaleView } from './view-types'

/** @param viewer the reader's organisation: what is everybody's is only to be read. */
export function buildItemRows(
  items: readonly ItemRecord[],
  staleIds: ReadonlySet<string>,
  viewer: string,
): ItemRowView[] {
  return items.map(({ id, content, status, origin, version, organisationId }) => ({
    id,
    stem: content.stem,
    type: content.type,
    status,
    origin,
    ability: content.ability,
    difficulty: content.difficulty,
    version,
    source: content.citations[0]?.label ?? null,
    isStale: staleIds.has(id),
    canChange: organisationId === viewer,
  }))
}

/** Scenarios for a select, in the reader's language. */
export function listScenarioChoices(content: Content, locale: Locale): Choice[] {
  return [...content.scenarios.values()].map((one) => {
    const persona = content.personas.get(one.persona)
    const who = persona ? (locale === 'en' ? persona.nameEn : persona.name) : ''
    return { value: one.id, label: `${who} · ${inLocale(one.title, locale)}` }
  })
}

/** @param texts passage id to its words; what is not there is unknown. */
export function buildSources(
  content: ItemContent,
  texts: ReadonlyMap<string, string>,
  stale: readonly StaleView[],
): SourceView[] {
  return content.citations.map(({ passageId, label, quote }) => {
    const amended = stale.find((one) => one.citedPassageId === passageId)
    return {
      passageId,
      label,
      quote: quote ?? null,
      text: texts.get(passageId) ?? null,
      isStale: amended !== undefined,
      currentPassageId: amended?.currentPassageId ?? null,
    }
  })
}
