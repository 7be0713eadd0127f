import type { Content } from '../domain/content'
import { openLedger } from '../domain/judging/keep-ledger'
import type { TalkFacts } from '../domain/judging/match-condition'
import type { LedgerEntry } from '../domain/judging/score-types'
import type { Product } from '../domain/knowledge/product-schema'
import type { Persona } from '../domain/persona/persona-schema'
import type { Scenario } from '../domain/persona/scenario-schema'
import { DomainError } from '../domain/shared/domain-error'
import type { Localised } from '../domain/shared/localised'

/** @throws DomainError `not-found`. */
export function getScenario(content: Content, scenarioId: string): Scenario {
  const scenario = content.scenarios.get(scenarioId)
  if (!scenario) throw new DomainError('not-found', `scenario ${scenarioId}`)
  return scenario
}

/** The content's checks guarantee that every id resolves. */
export function listProductsOf(content: Content, scenario: Pick<Scenario, 'products'>): Product[] {
  return scenario.products.map((id) => content.products.get(id)!)
}

export function describeTalkFacts(
  persona: Pick<Persona, 'age'>,
  scenario: Scenario,
  products: readonly Product[],
  asOf: string,
): TalkFacts {
  return { client: { age: persona.age }, products, scenario, asOf }
}

export type Briefing = { scenario: Scenario; persona: Persona; products: Product[]; duties: LedgerEntry[] }

/**
 * What an agent would know before the visit, with the duties that apply and why.
 *
 * @throws DomainError `not-found`.
 */
export function getBriefing(content: Content, scenarioId: string): Briefing {
  const scenario = getScenario(content, scenarioId)
  const persona = content.personas.get(scenario.persona)!
  const products = listProductsOf(content, scenario)
  const facts = describeTalkFacts(persona, scenario, products, scenario.asOf)
  return { scenario, persona, products, duties: openLedger(facts, content.duties).entries }
}

/** How a polite agent addresses the client, in both languages. */
export function describeAddress(persona: Pick<Persona, 'address' | 'nameEn'>): Localised {
  return { zh: persona.address, en: persona.nameEn }
}
