import { NUMBER_SOURCE, PERCENT_SOURCE, readNumber, readPercent } from '../observer/facts/read-number'
import type { MeasureKind } from './law-claim-schema'

/** A measure in one unit: days (a month is 30, a year 360), percent points, years of age, or New Taiwan dollars. `text` is as written. */
export type Measure = { value: number; text: string }

const FRACTION = `${NUMBER_SOURCE}分之${NUMBER_SOURCE}`

/** Finds a measure of each kind, as the source of a pattern without groups. */
export const MEASURE_SOURCES: Readonly<Record<MeasureKind, string>> = {
  time: `(?:半年|半個月|${NUMBER_SOURCE}(?:個?(?:工作|營業)?[日天]|個?月|個?(?:星期|禮拜)|週|週?年)半?)`,
  share: `(?:${PERCENT_SOURCE}|${FRACTION}|(?:一|二|兩|三|1|2|3)分(?!之|鐘)|一半)`,
  age: `${NUMBER_SOURCE}足?歲`,
  money: `${NUMBER_SOURCE}(?:元|塊)?`,
}

const DAYS: readonly (readonly [RegExp, number])[] = [
  [/年$/u, 360],
  [/月$/u, 30],
  [/(?:星期|禮拜|週)$/u, 7],
  [/[日天]$/u, 1],
]

/** @returns the measure that the text spells, or null: 二年 and 24個月 are 720 days, 一個月 and 30天 are 30, 年利一分 is 10%, 四分之三 is 75%. */
export function readMeasure(text: string, kind: MeasureKind): Measure | null {
  const value = READERS[kind](text)
  return value === null || !Number.isFinite(value) ? null : { value, text }
}

const READERS: Readonly<Record<MeasureKind, (text: string) => number | null>> = {
  time: readDays,
  share: readShare,
  age: (text) => readNumber(text.replace(/足?歲$/u, '')),
  money: (text) => readNumber(text.replace(/元|塊/gu, '')),
}

function readDays(text: string): number | null {
  if (text === '半年') return 180
  if (text === '半個月') return 15
  const whole = text.replace(/半$/u, '')
  const unit = DAYS.find(([end]) => end.test(whole))
  const count = readNumber(whole.replace(/(?:個?(?:工作|營業)?[日天]|個?月|個?(?:星期|禮拜)|週|週?年)$/u, ''))
  if (unit === undefined || count === null) return null
  return (count + (whole === text ? 0 : 0.5)) * unit[1]
}

function readShare(text: string): number | null {
  if (text === '一半') return 50
  const fraction = new RegExp(`^(${NUMBER_SOURCE})分之(${NUMBER_SOURCE})$`, 'u').exec(text)
  if (fraction && fraction[1] !== '百') {
    const [below, above] = [readNumber(fraction[1]!), readNumber(fraction[2]!)]
    return below === null || above === null ? null : (above / below) * 100
  }
  // 年利一分: ten per cent a year.
  const tenth = /^(.)分$/u.exec(text)
  if (tenth) {
    const count = readNumber(tenth[1]!)
    return count === null ? null : count * 10
  }
  return readPercent(text)
}
