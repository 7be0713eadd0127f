import type { SeededRandom } from '../../../shared/seeded-random'
import { isSameMeasure, listMeasures, toCanonicalText } from '../../check/canonical-text'
import { drawSome } from '../draw-some'

const NUMBER = /\d[\d,]*(?:\.\d+)?/gu

/** Numbers that such sheets use, from small to large, by the unit that follows. */
const USUAL: Readonly<Record<string, readonly number[]>> = {
  天: [7, 10, 14, 15, 20, 30, 45, 60, 90, 120, 180],
  日: [7, 10, 14, 15, 20, 30, 45, 60, 90],
  年: [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30],
  歲: [0, 15, 16, 18, 20, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 105, 110, 115, 120],
  倍: [1, 1.01, 1.025, 1.05, 1.06, 1.1, 1.25, 1.5],
  項: [1, 2, 3, 4, 5, 6],
  級: [1, 2, 3, 6, 7, 9, 11, 12],
  類: [1, 2, 3, 4, 5, 6, 8, 10],
  級別: [0.5, 1, 2, 3],
}
/** How many places in the list, or steps of its size, a wrong number may be away. */
const REACH = 3

/** What is said with other numbers in the same form: 30 天 and 90 天, 0 歲到 70 歲 and 20 歲到 60 歲. */
export function formOf(value: string): string {
  return value.replace(NUMBER, '#')
}

export type WrongValue = { text: string /** Title of the product whose true value it is. */; of: string | null }

/**
 * Chooses values that are wrong here: first what other products really have, then numbers near to the right one, in the same form and spelling.
 *
 * @param pool what other products have for the same thing. @param held words in whose sight no option may also be right.
 * @returns up to `count`, none equal to the value or to one another.
 */
export function chooseWrongValues(
  value: string,
  pool: readonly WrongValue[],
  held: string,
  count: number,
  random: SeededRandom,
): WrongValue[] {
  const chosen: WrongValue[] = []
  const heldMeasures = listMeasures(held)
  const isFree = ({ text }: WrongValue) => {
    const measures = listMeasures(text)
    const isHeld =
      measures.length === 0
        ? toCanonicalText(held).includes(toCanonicalText(text))
        : measures.every((one) => heldMeasures.some((other) => isSameMeasure(one, other)))
    return (
      !isHeld &&
      ![value, ...chosen.map((one) => one.text)].some((one) => toCanonicalText(one) === toCanonicalText(text))
    )
  }
  const fill = (from: readonly WrongValue[], most: number) => {
    for (const next of drawSome(from, from.length, random)) {
      if (chosen.length < most && isFree(next)) chosen.push(next)
    }
  }
  const isAlike = ({ text }: WrongValue) => formOf(text) === formOf(value) && isNearSize(text, value)
  fill(pool.filter(isAlike), count - 1)
  fill(
    listNear(value).map((text) => ({ text, of: null })),
    count,
  )
  return chosen
}

/** A sum a hundred times as large distracts nobody. */
function isNearSize(a: string, b: string): boolean {
  const [first, second] = [readNumbers(a), readNumbers(b)]
  return first.every((one, i) => {
    const other = second[i]!
    return Math.max(one, other) <= 20 || (one <= other * 4 && other <= one * 4)
  })
}

const readNumbers = (text: string) => [...text.matchAll(NUMBER)].map(([one]) => Number(one.replace(/,/gu, '')))

/** The same words with one number, or the ends of a range, moved a little. */
function listNear(value: string): string[] {
  const numbers = readNumbers(value)
  if (numbers.length > 1) return listNearRanges(value, numbers)
  return listNearNumbers(numbers[0]!, unitOf(value, 0)).map((one) => withNumbers(value, [one]))
}

function listNearRanges(value: string, numbers: readonly number[]): string[] {
  const moved = numbers.map((one, i) => listNearNumbers(one, unitOf(value, i)))
  const first = moved[0]!.filter((one) => one < numbers[1]!)
  const last = moved.at(-1)!.filter((one) => one > numbers.at(-2)!)
  const middle = numbers.slice(1, -1)
  return [
    ...last.map((one) => [numbers[0]!, ...middle, one]),
    // Classes and levels begin with the first one.
    ...(/[級類]$/u.test(value) ? [] : first).map((one) => [one, ...middle, numbers.at(-1)!]),
  ].map((all) => withNumbers(value, all))
}

function withNumbers(value: string, numbers: readonly number[]): string {
  let at = 0
  return value.replace(NUMBER, (old) => {
    const number = numbers[at++]!
    const decimals = old.split('.')[1]?.length ?? 0
    if (/%/u.test(value) && decimals > 0) return number.toFixed(decimals)
    return number >= 1000 ? number.toLocaleString('en-US') : String(number)
  })
}

function unitOf(value: string, at: number): string {
  if (value.startsWith('CDR')) return '級別'
  const behind = [...value.matchAll(/[\d,.]+\s*(美元|%|[天日年歲倍項級類元])?/gu)].map(([, unit]) => unit)
  return behind[at] ?? behind.at(-1) ?? ''
}

function listNearNumbers(number: number, unit: string): number[] {
  const usual = USUAL[unit]
  if (usual) {
    const below = usual.filter((one) => one < number).slice(-REACH)
    const above = usual.filter((one) => one > number).slice(0, REACH)
    return [...below, ...above]
  }
  if (unit === '%') {
    const step = number < 10 ? (Number.isInteger(number) ? 1 : 0.5) : 5
    return [-2, -1, 1, 2].map((times) => round(number + times * step, 100)).filter((one) => one > 0)
  }
  return [0.5, 0.8, 1.2, 1.5, 2].map((times) => roundAs(number * times, number))
}

const round = (number: number, places: number) => Math.round(number * places) / places

/** As round as the right sum is: 21,600 has wrong sums in hundreds. */
function roundAs(sum: number, right: number): number {
  let unit = 1
  while (right % (unit * 10) === 0) unit *= 10
  const grain = Math.max(1, unit >= right ? unit / 10 : unit)
  return Math.round(sum / grain) * grain
}
