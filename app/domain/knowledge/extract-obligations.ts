import { NUMBER_SOURCE, readChineseNumber } from './read-chinese-number'

export type ObligationKind = 'must' | 'must-not' | 'may'

/** One clause that says what somebody shall, shall not or may do. */
export type Obligation = { kind: ObligationKind; text: string }

export type TimeUnit = 'hour' | 'day' | 'month' | 'year'
/** A time limit or period that the text sets, e.g. 三十日內, 經過二年, 每年. */
export type TimeLimit = { amount: number; unit: TimeUnit; text: string }

/** A fine or another sum of money in New Taiwan dollars: 新臺幣六十萬元以上三百萬元以下. */
export type Sum = { amountTwd: number; text: string }

export type Obligations = { duties: readonly Obligation[]; limits: readonly TimeLimit[]; sums: readonly Sum[] }

const UNITS: Readonly<Record<string, TimeUnit>> = {
  小時: 'hour',
  日: 'day',
  天: 'day',
  個工作日: 'day',
  個營業日: 'day',
  工作日: 'day',
  營業日: 'day',
  個月: 'month',
  月: 'month',
  年: 'year',
  週年: 'year',
}
const LIMIT = new RegExp(
  `(?<![第條歲年月中])(${NUMBER_SOURCE})(小時|個?(?:工作|營業)日|日|天|個月|月|週年|年)(?:內|以內|以上|以下|前|後|止|間|為限|(?=不行使|者|仍|之期間|；|，|。|、))`,
  'gu',
)
const SUM = new RegExp(`(${NUMBER_SOURCE})元`, 'gu')
/** 得 inside a word is no permission. */
const NO_PERMISSION = /取得|所得|獲得|購得|不得|難得|求得|非得/gu

/**
 * Extracts what a text obliges, forbids and allows, its time limits and its sums of money, in the order of the text.
 *
 * It reads marks of statute language (應, 不得, 得, …日內, …元), clause by clause; it understands nothing beyond them. A clause that both forbids and
 * obliges is told once, as forbidden.
 */
export function extractObligations(text: string): Obligations {
  const clauses = text.split(/[，；。：\n]/u).map((one) => one.trim())
  const duties = clauses.flatMap((clause): Obligation[] => {
    const kind = findKind(clause)
    return kind === null ? [] : [{ kind, text: clause }]
  })
  return { duties, limits: extractLimits(text), sums: extractSums(text) }
}

function findKind(clause: string): ObligationKind | null {
  if (/不得|不可|禁止|嚴禁/u.test(clause) && !/不得已/u.test(clause)) return 'must-not'
  if (/應(?![收付用力變徵])/u.test(clause.replace(/相應|適應|反應|因應|供應|對應|回應|響應/gu, ''))) return 'must'
  return /得/u.test(clause.replace(NO_PERMISSION, '')) ? 'may' : null
}

function extractLimits(text: string): TimeLimit[] {
  const limits: TimeLimit[] = []
  for (const found of text.matchAll(LIMIT)) {
    const amount = readChineseNumber(found[1]!)
    const unit = UNITS[found[2]!]
    if (amount !== null && unit !== undefined && amount > 0) limits.push({ amount, unit, text: found[0] })
  }
  return limits
}

function extractSums(text: string): Sum[] {
  return [...text.matchAll(SUM)].flatMap((found) => {
    const amountTwd = readChineseNumber(found[1]!)
    return amountTwd === null ? [] : [{ amountTwd, text: found[0] }]
  })
}
