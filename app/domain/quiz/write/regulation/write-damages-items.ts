import { NUMBER_SOURCE, readChineseNumber } from '../../../knowledge/read-chinese-number'
import { type Calculation, calculate, spellSum } from '../../calculation'
import type { ItemContent, ItemOption } from '../../item'
import { cite, explainWith, type WriteContext } from '../candidate'
import { type Article, tell } from './read-law'

/** 對於故意所致之損害，…損害額三倍以下之懲罰性賠償. */
const PUNITIVE = new RegExp(`(故意|重大過失|過失)所致之損害，[^；]*?(${NUMBER_SOURCE})倍以下之懲罰性賠償`, 'gu')
const DEBTORS = ['金融服務業', '企業經營者'] as const
const CREDITOR = { 金融服務業: '金融消費者', 企業經營者: '消費者' } as const
const BASES = [80_000, 100_000, 200_000, 300_000] as const
const USUAL = [1, 2, 3, 5, 10] as const
const MOST = 4

/** The most that a consumer can claim beyond the damage, for a damage of a certain sum. */
export function writeDamagesItems(article: Article, { random, types }: WriteContext): ItemContent[] {
  if (!types.has('single')) return []
  return article.statements.flatMap(({ text, quote, proviso }): ItemContent[] => {
    const debtor = DEBTORS.find((one) => text.includes(one))
    if (!debtor) return []
    return [...text.matchAll(PUNITIVE)].flatMap(([, fault, number]): ItemContent[] => {
      const times = readChineseNumber(number!)
      // Once the damage is the sum of the question itself.
      if (!times || times === 1) return []
      const base = random.pick(BASES)
      const calculation = { kind: 'portion', base, percent: times * 100, isRest: false, currency: '元' } as const
      return [
        {
          type: 'single',
          stem: `${CREDITOR[debtor]}因為${debtor}的${fault}受到損害，損害額是 ${spellSum(base, '元')}。${article.lead}懲罰性賠償最多可以到多少？`,
          options: listSums(calculation, times),
          explanation: `${explainWith(article.source, tell(quote, proviso))}${fault}是 ${times} 倍以下，${spellSum(base, '元')}的 ${times} 倍是 ${calculate(calculation)}。`,
          citations: [cite(article.source, quote)],
          difficulty: 2,
          ability: 'apply',
          dimension: null,
          calculation,
        },
      ]
    })
  })
}

/** From small to large; all have the damage's own form. */
function listSums(calculation: Extract<Calculation, { kind: 'portion' }>, times: number): ItemOption[] {
  const near = USUAL.filter((one) => one !== times).sort((a, b) => Math.abs(a - times) - Math.abs(b - times))
  return [times, ...near.slice(0, MOST - 1)]
    .sort((a, b) => a - b)
    .map((one, i) => ({
      id: 'abcd'[i]!,
      text: calculate({ ...calculation, percent: one * 100 }),
      isKey: one === times,
      reason: one === times ? `法條規定是 ${times} 倍以下。` : `這是 ${one} 倍，法條規定是 ${times} 倍以下。`,
    }))
}
