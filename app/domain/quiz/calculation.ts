import { z } from 'zod'

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** How the key of an item follows from a number of its source and a case of its own. The source holds the number, not the result: this is what the result is checked by. */
export const calculationSchema = z.discriminatedUnion('kind', [
  /** The last day of a period that begins with the day after `from` (the first day does not count, Civil Code §120 and §121). */
  z.strictObject({
    kind: z.literal('deadline'),
    from: isoDay,
    count: z.number().int().min(1).max(3_650),
    unit: z.enum(['日', '月', '年']),
  }),
  /** `percent` of `base`, or what is left of it without them. */
  z.strictObject({
    kind: z.literal('portion'),
    base: z.number().int().min(1),
    percent: z.number().min(0).max(1_000),
    isRest: z.boolean(),
    currency: z.enum(['元', '美元']),
  }),
])
export type Calculation = z.infer<typeof calculationSchema>

const DAY_MS = 86_400_000

/** @param day ISO date. @returns 2026 年 3 月 2 日. */
export function spellDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}

/** @returns 1,000,000 元. */
export function spellSum(sum: number, currency: '元' | '美元'): string {
  return `${sum.toLocaleString('en-US')} ${currency}`
}

/** @returns the ISO date that many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year!, month! + months, 0)).getUTCDate()
  return new Date(Date.UTC(year!, month! - 1 + months, Math.min(date!, last))).toISOString().slice(0, 10)
}

/** @returns the right answer, as an option spells it. */
export function calculate(calculation: Calculation): string {
  if (calculation.kind === 'portion') {
    const { base, percent, isRest, currency } = calculation
    // In hundredths of a percent, so that 12.8% of a sum is no 0.1 + 0.2.
    const part = Math.round((base * Math.round((isRest ? 100 - percent : percent) * 100)) / 10_000)
    return spellSum(part, currency)
  }
  const { from, count, unit } = calculation
  if (unit === '日') return spellDay(addDays(from, count))
  return spellDay(addMonths(from, unit === '月' ? count : count * 12))
}
