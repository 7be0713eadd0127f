import type { SeededRandom } from '../../shared/seeded-random'
import { addDays, type Calculation, calculate, spellDay } from '../calculation'
import type { ItemOption } from '../item'
import { drawSome } from './draw-some'

export type Deadline = Extract<Calculation, { kind: 'deadline' }>

const USUAL = { 日: [3, 5, 7, 10, 14, 15, 20, 30, 45, 60], 月: [1, 2, 3, 6, 12], 年: [1, 2, 3, 5] } as const
/** A period that is far from the right one distracts nobody. */
const REACH = 3
const FIRST_DAY = '2026-01-05'
const DAYS = 300
/** Every month has it. */
const LAST_DATE = 27

/** A day of 2026 on which something begins. */
export function drawDay(random: SeededRandom): string {
  let day = addDays(FIRST_DAY, random.index(DAYS))
  while (Number(day.slice(-2)) > LAST_DATE) day = addDays(day, 1)
  return day
}

/** @returns 5 日, 1 個月, 2 年. */
export function spellPeriod(count: number, unit: Deadline['unit']): string {
  return `${count} ${unit === '月' ? '個月' : unit}`
}

/**
 * The last day of a period with what it is taken for: one day less for whoever counts the first day, and the last days of other usual periods; from the
 * earliest to the latest.
 *
 * @param source who sets the period: 法條, 商品說明.
 */
export function listDayOptions(calculation: Deadline, source: string, random: SeededRandom): ItemOption[] {
  const { from, count, unit } = calculation
  const key = toIso(calculate(calculation))
  const near = USUAL[unit]
    .filter((one) => one !== count && one !== count - 1)
    .sort((a, b) => Math.abs(a - count) - Math.abs(b - count))
  const drafts = [
    { day: key, isKey: true, reason: '始日不算入，這是期間的最後一天。' },
    { day: addDays(key, -1), isKey: false, reason: '這是把當天也算進去，少了一天。' },
    ...drawSome(near.slice(0, REACH), 2, random).map((one) => ({
      day: toIso(calculate({ ...calculation, count: one })),
      isKey: false,
      reason: `這是 ${spellPeriod(one, unit)}，${source}是 ${spellPeriod(count, unit)}。`,
    })),
  ]
  return drafts
    .filter((one, i) => one.day > from && drafts.findIndex((other) => other.day === one.day) === i)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, isKey, reason }, i) => ({ id: 'abcd'[i]!, text: spellDay(day), isKey, reason }))
}

const toIso = (spelt: string) =>
  spelt
    .match(/\d+/gu)!
    .map((one) => one.padStart(2, '0'))
    .join('-')
