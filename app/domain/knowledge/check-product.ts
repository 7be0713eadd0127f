import { type ContentProblem, findRepeated } from '../shared/content-problem'
import type { Product } from './product-schema'

/** Finds what the schema of a product cannot see: ranges upside down, numbers that contradict each other, examples that do not add up. */
export function checkProduct(product: Product): ContentProblem[] {
  return [
    ...checkRanges(product),
    ...checkRates(product),
    ...checkSurrender(product),
    ...findRepeated(
      product.limits.map((limit, i) => ({ path: ['limits', i, 'id'], value: limit.id })),
      'id',
    ),
  ]
}

function checkRanges(product: Product): ContentProblem[] {
  const ranges: [string, { min?: number | undefined; max?: number | undefined } | undefined][] = [
    ['issueAge', product.issueAge],
    ['loadPercent', product.loadPercent],
    ['sumInsured', product.sumInsured],
    ['occupationClasses', product.occupationClasses],
    ['disabilityLevels', product.disabilityLevels],
  ]
  const problems = ranges.flatMap(([key, range]) =>
    range?.min !== undefined && range.max !== undefined && range.min > range.max
      ? [{ path: [key], message: `min ${range.min} is above max ${range.max}` }]
      : [],
  )
  const { minPremium, maxPremium } = product
  if (minPremium !== undefined && maxPremium !== undefined && minPremium > maxPremium) {
    problems.push({ path: ['maxPremium'], message: `is below minPremium ${minPremium}` })
  }
  return problems
}

function checkRates(product: Product): ContentProblem[] {
  const hasDeclaredRate = product.declaredRatePercent !== undefined
  const problems: ContentProblem[] = []
  if (product.isInterestSensitive && !hasDeclaredRate) {
    problems.push({ path: ['declaredRatePercent'], message: 'an interest-sensitive product needs its declared rate' })
  }
  if (!product.isInterestSensitive && hasDeclaredRate) {
    problems.push({ path: ['declaredRatePercent'], message: 'only an interest-sensitive product declares a rate' })
  }
  if (product.isInvestmentLinked && product.guaranteedRatePercent !== undefined) {
    problems.push({ path: ['guaranteedRatePercent'], message: 'an investment-linked product guarantees no rate' })
  }
  return problems
}

function checkSurrender(product: Product): ContentProblem[] {
  const charges = product.surrenderChargePercentByYear
  const problems: ContentProblem[] = []
  if (!product.hasSurrenderValue && charges.length > 0) {
    problems.push({ path: ['surrenderChargePercentByYear'], message: 'there is no surrender value to charge' })
  }
  for (const [i, { policyYear, policyValue, charge, paid }] of (product.surrenderExamples ?? []).entries()) {
    const right = (policyValue * (charges[policyYear - 1] ?? 0)) / 100
    if (Math.abs(charge - right) > 0.005 || Math.abs(policyValue - charge - paid) > 0.005) {
      const message = `year ${policyYear} of ${policyValue} is a charge of ${right} and ${policyValue - right} paid`
      problems.push({ path: ['surrenderExamples', i], message })
    }
  }
  return problems
}
