import type { SeededRandom } from '../../../shared/seeded-random'
import { isSameMeasure, listMeasures } from '../../check/canonical-text'
import type { Quantity, QuantityUnit } from './find-quantities'
import { spellNumber } from './spell-number'

/** Numbers that Taiwan's statutes use for each thing, from small to large: what a learner may take the right one for. */
const USUAL: Readonly<
  Record<Exclude<QuantityUnit, 'money' | 'money-range' | 'time-range' | 'fraction'>, readonly number[]>
> = {
  day: [2, 3, 5, 7, 10, 14, 15, 20, 30, 45, 60, 90, 120, 180],
  month: [1, 2, 3, 4, 6, 9],
  year: [1, 2, 3, 5, 7, 10, 15, 20, 30],
  age: [6, 7, 12, 14, 15, 16, 18, 20, 55, 60, 65, 70, 75, 80],
  percent: [1, 2, 3, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 75, 80, 90],
  people: [2, 3, 5, 7, 9, 10, 15, 20, 25, 30, 50, 100, 200, 300, 500, 1000],
  times: [1, 2, 3, 4, 5, 6, 10],
}
const FRACTIONS: readonly (readonly [number, number])[] = [
  [5, 1],
  [4, 1],
  [3, 1],
  [2, 1],
  [3, 2],
  [4, 3],
  [5, 4],
]
const SMALL_FRACTIONS: readonly (readonly [number, number])[] = [1, 2, 3, 5, 10].map((part) => [1000, part])
/** Sums and fines in ten thousands of New Taiwan dollars. */
const SUMS = [
  1, 2, 3, 5, 6, 10, 20, 30, 50, 60, 100, 150, 200, 300, 500, 600, 1000, 1500, 2000, 3000, 5000, 10_000, 20_000, 50_000,
]
const FINES: readonly (readonly [number, number])[] = [
  [1, 5],
  [2, 10],
  [2, 20],
  [3, 15],
  [5, 25],
  [5, 50],
  [6, 30],
  [6, 60],
  [10, 50],
  [10, 100],
  [12, 60],
  [20, 100],
  [20, 200],
  [30, 150],
  [30, 300],
  [50, 250],
  [50, 500],
  [60, 300],
  [60, 600],
  [90, 450],
  [100, 500],
  [100, 1000],
  [200, 1000],
  [200, 2000],
  [300, 1500],
  [500, 2500],
  [500, 5000],
  [1000, 5000],
  [1000, 20_000],
  [2000, 10_000],
  [2500, 50_000],
]
/** Terms of imprisonment and of suspension, with their middles in months. */
const TERMS: readonly (readonly [string, number])[] = [
  ['一個月以上三個月以下', 2],
  ['一個月以上六個月以下', 3],
  ['二個月以上六個月以下', 4],
  ['三個月以上一年以下', 6],
  ['六個月以上二年以下', 12],
  ['六個月以上三年以下', 18],
  ['一年以上三年以下', 22],
  ['六個月以上五年以下', 24],
  ['一年以上五年以下', 28],
  ['一年以上七年以下', 36],
  ['二年以上五年以下', 40],
  ['二年以上七年以下', 46],
  ['三年以上十年以下', 66],
  ['五年以上十二年以下', 90],
  ['七年以上十五年以下', 120],
]

/** How far from the right one, in steps of the list, a wrong number may be. */
const REACH = 4

/**
 * @param lawText the article that holds the quantity: no number is proposed that it holds too.
 * @returns up to `count` wrong quantities near to the right one, in its own wording; fewer where the lists do not reach.
 */
export function varyQuantity(quantity: Quantity, lawText: string, count: number, random: SeededRandom): string[] {
  const held = listMeasures(lawText)
  const isFree = (text: string) => {
    const measures = listMeasures(text)
    return !measures.every((one) => held.some((other) => isSameMeasure(one, other)))
  }
  const near = listNeighbours(quantity).filter(
    (one) => isFree(one) && (quantity.unit !== 'day' || !isTooNear(one, quantity.text)),
  )
  const chosen: string[] = []
  while (chosen.length < count && near.length > 0) {
    const next = near.splice(random.index(Math.min(near.length, REACH)), 1)[0]!
    const isClose = (one: string) => isEqualQuantity(one, next) || (quantity.unit === 'day' && isTooNear(one, next))
    if (!chosen.some(isClose)) chosen.push(next)
  }
  return chosen
}

/** 十四日 for 十五日 tests reading, not the rule. */
function isTooNear(a: string, b: string): boolean {
  const [first, second] = [listMeasures(a)[0]?.value ?? 0, listMeasures(b)[0]?.value ?? 0]
  return first >= 10 && Math.abs(first - second) / Math.max(first, second) < 0.15
}

function isEqualQuantity(a: string, b: string): boolean {
  const [first, second] = [listMeasures(a), listMeasures(b)]
  return first.length === second.length && first.every((one, i) => isSameMeasure(one, second[i]!))
}

/** Wrong quantities, the nearest first, from above and below in turn. */
function listNeighbours({ unit, values, unitWords, text }: Quantity): string[] {
  switch (unit) {
    case 'money-range':
      return orderByNearness(FINES, (one) => one[0] * 10_000 * Math.sqrt(one[1] / one[0]), midpoint(values)).map(
        ([low, high]) => `新臺幣${spellNumber(low * 10_000)}元以上${spellNumber(high * 10_000)}元以下`,
      )
    case 'time-range': {
      const own = TERMS.find(([one]) => isEqualQuantity(one, text))
      return own === undefined ? [] : orderByNearness(TERMS, ([, middle]) => middle, own[1]).map(([one]) => one)
    }
    case 'money':
      return orderByNearness(SUMS, (one) => one * 10_000, values[0]!).map(
        (one) => `新臺幣${spellNumber(one * 10_000)}元`,
      )
    case 'fraction':
      return orderByNearness(
        values[0]! >= 100 ? SMALL_FRACTIONS : FRACTIONS,
        ([whole, part]) => part / whole,
        values[1]! / values[0]!,
      ).map(([whole, part]) => `${spellNumber(whole)}分之${spellNumber(part)}`)
    case 'percent':
      return orderByNearness(USUAL.percent, (one) => one, values[0]!).map((one) => `百分之${spellNumber(one)}`)
    default:
      return orderByNearness(USUAL[unit], (one) => one, values[0]!).map(
        (one) => `${one === 2 && unitWords.startsWith('個') ? '二' : spellNumber(one)}${unitWords}`,
      )
  }
}

function midpoint([low, high]: readonly number[]): number {
  return Math.sqrt(low! * high!)
}

/** By how many places in the list they are away from the right one. */
function orderByNearness<T>(list: readonly T[], sizeOf: (one: T) => number, right: number): T[] {
  const others = list.filter((one) => Math.abs(sizeOf(one) - right) > right * 1e-9)
  const below = others.filter((one) => sizeOf(one) < right).reverse()
  const above = others.filter((one) => sizeOf(one) > right)
  const ordered: T[] = []
  for (let i = 0; i < Math.max(below.length, above.length); i++) {
    if (above[i] !== undefined) ordered.push(above[i]!)
    if (below[i] !== undefined) ordered.push(below[i]!)
  }
  return ordered
}
