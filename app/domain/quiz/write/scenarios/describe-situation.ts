import { describeProduct, type ProductWords } from '../../../judging/describe-product'
import type { Insurer, Product } from '../../../knowledge/product-schema'
import type { Persona } from '../../../persona/persona-schema'
import type { Scenario } from '../../../persona/scenario-schema'

/**
 * @param product under discussion; null when nothing is to be sold.
 * @returns where it is, how the agent came there and what is known beforehand; nothing that the client keeps back.
 */
export function describeSituation(scenario: Scenario, persona: Persona, product: Product | null): string {
  const { where, introducedBy, known } = scenario.briefing
  const lines = [
    `客戶：${persona.address}，${persona.age} 歲，${persona.occupation.zh}。`,
    `地點：${close(where.zh)}`,
    `來由：${close(introducedBy.zh)}`,
    `已經知道：${close(known.map((one) => one.zh.replace(/。$/u, '')).join('；'))}`,
    ...(product ? [`正在談的商品：${product.shortName}。`] : []),
  ]
  return lines.join('\n')
}

const close = (text: string) => (/[。！？]$/u.test(text) ? text : `${text}。`)

/** Words that a reply may fill in: those of `describeProduct` and some limits that clients ask for. */
export function describeWords(product: Product | null, insurer: Insurer, address: string): ProductWords {
  const words = new Map(describeProduct(product, insurer, address))
  const more: Readonly<Record<string, number | undefined>> = {
    accumulationYears: product?.annuity?.accumulationYearsMin,
    earlyDeathYears: product?.earlyDeathBenefit?.years,
    earlyDeathMultiple: product?.earlyDeathBenefit?.premiumMultiple,
    activities: product?.careBenefit?.activitiesAssessed,
    activitiesUnable: product?.careBenefit?.activitiesUnable,
    issueAgeMax: product?.issueAge.max,
  }
  for (const [name, value] of Object.entries(more)) if (value !== undefined) words.set(name, String(value))
  return words
}
