import type { Product } from '../knowledge/product-schema'

export type NeededFor = { client: { age: number | null }; products: readonly Product[] }

/** Age from which the elder safeguards of 保險業招攬及核保理賠辦法 §6 apply. */
export const ELDER_AGE = 65

/**
 * Disclosure codes that these products and this client call for, most weighty first.
 *
 * @returns an empty list when no product is under discussion.
 */
export function listNeededDisclosures({ client, products }: NeededFor): string[] {
  if (products.length === 0) return []
  const any = (test: (product: Product) => boolean) => products.some(test)
  const isElder = client.age !== null && client.age >= ELDER_AGE
  const needed: [boolean, string][] = [
    [any((one) => one.isInvestmentLinked), 'disclosure.investment_risk'],
    [any((one) => one.hasSurrenderValue), 'disclosure.surrender_loss'],
    [any((one) => one.currency !== 'TWD'), 'disclosure.fx_risk'],
    [any((one) => one.isInterestSensitive), 'disclosure.non_guaranteed'],
    [any(hasCharges), 'disclosure.fee'],
    [any((one) => one.hasHealthQuestions), 'disclosure.duty_to_disclose'],
    [isElder && any((one) => one.hasSurrenderValue && !one.isElderRecordingExempt), 'disclosure.recording'],
    [true, 'disclosure.premium'],
    [true, 'disclosure.affordability'],
    [true, 'disclosure.exclusion'],
    [true, 'disclosure.suitable'],
    [true, 'disclosure.cooling_off'],
  ]
  return needed.filter(([isNeeded]) => isNeeded).map(([, code]) => code)
}

export function hasCharges(product: Product): boolean {
  return (
    product.surrenderChargePercentByYear.length > 0 ||
    product.frontLoadPercentByYear.length > 0 ||
    product.loadPercent !== undefined ||
    product.monthlyFeeTwd !== undefined
  )
}
