import type { Product } from '../knowledge/product-schema'
import type { Scenario } from '../persona/scenario-schema'
import type { Condition } from './duty-schema'
import { hasCharges } from './list-needed-disclosures'

/** The facts of a talk on which duties depend. */
export type TalkFacts = {
  client: { age: number | null }
  products: readonly Product[]
  scenario: Pick<Scenario, 'involvesReplacement' | 'rewards' | 'rightOutcome' | 'requiredDuties'> | null
  /** Local date, ISO 8601. */
  asOf: string
}

/** @returns whether all that the condition names holds; an empty condition always does. */
export function matchCondition(condition: Condition, facts: TalkFacts): boolean {
  return matchTalk(condition, facts) && matchProducts(condition, facts.products)
}

function matchTalk(condition: Condition, { client, products, scenario, asOf }: TalkFacts): boolean {
  const { minAge, asOfFrom, asOfBefore } = condition
  return (
    (minAge === undefined || (client.age !== null && client.age >= minAge)) &&
    (asOfFrom === undefined || asOf >= asOfFrom) &&
    (asOfBefore === undefined || asOf < asOfBefore) &&
    agrees(condition.hasProducts, products.length > 0) &&
    agrees(condition.involvesReplacement, scenario?.involvesReplacement ?? false) &&
    agrees(condition.isProtective, isProtective(scenario))
  )
}

function isProtective(scenario: TalkFacts['scenario']): boolean {
  if (scenario === null) return false
  return (
    scenario.rightOutcome.kind === 'protect' || scenario.rewards.some((one) => one.code === 'disclosure.scam_check')
  )
}

function matchProducts(condition: Condition, products: readonly Product[]): boolean {
  const tests: ((product: Product) => boolean)[] = []
  const want = (wanted: boolean | undefined, read: (product: Product) => boolean) => {
    if (wanted !== undefined) tests.push((product) => read(product) === wanted)
  }
  const { kinds } = condition
  if (kinds) tests.push((product) => kinds.includes(product.kind))
  want(condition.isForeignCurrency, (product) => product.currency !== 'TWD')
  want(condition.isInvestmentLinked, (product) => product.isInvestmentLinked)
  want(condition.isInterestSensitive, (product) => product.isInterestSensitive)
  want(condition.hasSurrenderValue, (product) => product.hasSurrenderValue)
  want(condition.hasHealthQuestions, (product) => product.hasHealthQuestions)
  want(condition.hasWaitingDays, (product) => (product.waitingDays ?? 0) > 0)
  want(condition.hasCharges, hasCharges)
  want(condition.isElderRecordingExempt, (product) => product.isElderRecordingExempt)
  return tests.length === 0 || products.some((product) => tests.every((test) => test(product)))
}

function agrees(wanted: boolean | undefined, actual: boolean): boolean {
  return wanted === undefined || wanted === actual
}
