import type { Insurer, Product } from '../knowledge/product-schema'

/** Placeholder to words; a placeholder without a value for this product is absent. */
export type ProductWords = ReadonlyMap<string, string>

/**
 * The words a wording may fill in: facts of the product and of the insurer as an agent would say them.
 *
 * @param product null when none is under discussion: then only the insurer's words are there.
 * @param address how the client is addressed; empty when unknown.
 */
export function describeProduct(product: Product | null, insurer: Insurer, address: string): ProductWords {
  const words = new Map<string, string>([
    ['address', address],
    ['insurer', insurer.name.zh],
    ['hotline', insurer.hotline],
    ['complaint', insurer.complaint],
    ['coolingOffDays', String(insurer.coolingOffDays)],
    ['graceDays', String(insurer.graceDays)],
    ['contestableYears', String(insurer.contestableYears)],
    ['reinstatementYears', String(insurer.reinstatementYears)],
  ])
  if (product === null) return words
  const put = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') words.set(name, String(value))
  }
  putRates(product, put)
  putMoney(product, put)
  put('product', product.shortName)
  put('payYears', joinOr(product.payYears))
  put('terms', joinOr(product.termsYears))
  put('breakEvenYear', product.breakEvenYear)
  put('surrenderPayYears', product.surrenderChargePayYears)
  put('waitingDays', product.waitingDays || undefined)
  put('deferredDays', product.deferredDays || undefined)
  put('coverToAge', product.coverToAge)
  put('exclusions', listShort(product.exclusions))
  put('benefits', listShort(product.benefits))
  put('notFor', product.notFor[0]?.zh)
  return words
}

/** @returns the text with every placeholder filled; null when one has no value. */
export function fillWording(text: string, words: ProductWords): string | null {
  let isWhole = true
  const filled = text.replace(/\{([A-Za-z0-9]+)\}/g, (_, name: string) => {
    const value = words.get(name)
    if (value === undefined) isWhole = false
    return value ?? ''
  })
  return isWhole ? filled : null
}

type Put = (name: string, value: string | number | undefined) => void

function putRates(product: Product, put: Put): void {
  const percent = (value: number | undefined) => (value === undefined ? undefined : `${value}%`)
  put('declaredRate', percent(product.declaredRatePercent))
  put('guaranteedRate', percent(product.guaranteedRatePercent))
  put('surrenderYears', product.surrenderChargePercentByYear.length || undefined)
  for (const [i, value] of product.surrenderChargePercentByYear.entries()) put(`surrenderY${i + 1}`, percent(value))
  for (const [i, value] of product.frontLoadPercentByYear.entries()) put(`frontLoadY${i + 1}`, percent(value))
  put('loadMin', percent(product.loadPercent?.min))
  put('loadMax', percent(product.loadPercent?.max))
  if (product.loadPercent && product.loadPercent.min === product.loadPercent.max)
    put('load', percent(product.loadPercent.min))
}

const IN_THOUSANDS = new Intl.NumberFormat('en-US')

function putMoney(product: Product, put: Put): void {
  const unit = product.currency === 'USD' ? '美元' : '元'
  const money = (value: number | undefined) =>
    value === undefined ? undefined : `${IN_THOUSANDS.format(value)} ${unit}`
  put('monthlyFee', product.monthlyFeeTwd === undefined ? undefined : `${product.monthlyFeeTwd} 元`)
  put('minPremium', money(product.minPremium))
  put('maxPremium', money(product.maxPremium))
  put('sumMin', money(product.sumInsured?.min))
  put('sumMax', money(product.sumInsured?.max))
  put('premiumExample', product.premiumExamples[0]?.zh)
}

function joinOr(years: readonly number[]): string {
  if (years.length < 2) return years.join('')
  return `${years.slice(0, -1).join('、')} 或 ${years.at(-1)}`
}

/** Up to three, short enough to be spoken: what stands in brackets is left to the document. */
function listShort(items: readonly { zh: string }[]): string {
  return items
    .slice(0, 3)
    .map((item) => item.zh.replace(/（[^）]*）/g, ''))
    .join('、')
}
