import { calculate, spellSum } from '../../calculation'
import type { ItemContent, ItemOption } from '../../item'
import { cite, type WriteContext } from '../candidate'
import { drawSome } from '../draw-some'
import type { Clause } from './read-clause'

/** 「第 1 年 40%、第 2 年 28%…」: percentages by policy year. */
const ROW = /第 (\d+) 年 ([\d.]+)%/gu
const BASES = [500_000, 800_000, 1_000_000, 1_200_000, 2_000_000] as const
/** In US dollars. */
const SMALL = 100
/** Two cases of one table; a third teaches nothing new. */
const MOST_CASES = 2

/** A client who surrenders in a certain year, with a certain value: what is charged, and what is left. */
export function writeChargeItems(clause: Clause, { random, types }: WriteContext): ItemContent[] {
  if (!types.has('single') || !/從保單價值扣/u.test(clause.body)) return []
  return clause.sentences.flatMap((sentence): ItemContent[] => {
    const rows = [...sentence.matchAll(ROW)].map(([, year, percent]) => ({
      year: Number(year),
      percent: Number(percent),
    }))
    if (rows.length < 3) return []
    const currency = /美元/u.test(clause.title) ? '美元' : '元'
    return drawSome(rows, MOST_CASES, random).map((row, i) => {
      const base = random.pick(BASES) / (currency === '美元' ? SMALL : 1)
      const calculation = { kind: 'portion', base, percent: row.percent, isRest: i === 0, currency } as const
      const others = rows.filter((one) => one.percent !== row.percent)
      const asked = calculation.isRest ? '扣掉解約費用，還剩多少' : '解約費用是多少'
      const plan = /以 (\d+ 年期繳費)為例/u.exec(clause.body)?.[1]
      return {
        type: 'single',
        stem: `客戶買的是「${clause.title}」${plan ? `（${plan}）` : ''}，在第 ${row.year} 個保單年度解約，當時的保單價值是 ${spellSum(base, currency)}。依商品說明，${asked}？`,
        options: listSums(calculation, row, drawSome(others, 2, random)),
        explanation: `${clause.title}（${clause.section}）：${sentence}第 ${row.year} 年是 ${row.percent}%：${spellSum(base, currency)} ${calculation.isRest ? `扣掉 ${row.percent}%，剩` : `的 ${row.percent}% 是`} ${calculate(calculation)}。`,
        citations: [cite(clause.source, sentence)],
        difficulty: 2,
        ability: 'apply',
        dimension: 'disclosure',
        calculation,
      }
    })
  })
}

type Portion = Extract<NonNullable<Extract<ItemContent, { type: 'single' }>['calculation']>, { kind: 'portion' }>
type Row = { year: number; percent: number }

/** From small to large: the right sum, the other side of it, and those of other years. */
function listSums(calculation: Portion, row: Row, others: readonly Row[]): ItemOption[] {
  const { isRest } = calculation
  const drafts = [
    { text: calculate(calculation), isKey: true, reason: `第 ${row.year} 年的解約費用是 ${row.percent}%。` },
    {
      text: calculate({ ...calculation, isRest: !isRest }),
      isKey: false,
      reason: isRest ? '這是被扣掉的費用，不是剩下的。' : '這是扣完剩下的，不是費用。',
    },
    ...others.map((one) => ({
      text: calculate({ ...calculation, percent: one.percent }),
      isKey: false,
      reason: `這是用第 ${one.year} 年的 ${one.percent}% 算的。`,
    })),
  ]
  const sizeOf = (text: string) => Number(text.replace(/\D/gu, ''))
  return drafts
    .filter((one, i) => drafts.findIndex((other) => other.text === one.text) === i)
    .sort((a, b) => sizeOf(a.text) - sizeOf(b.text))
    .map(({ text, isKey, reason }, i) => ({ id: 'abcd'[i]!, text, isKey, reason }))
}
