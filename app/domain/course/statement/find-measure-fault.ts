import {
  isSameMeasure,
  listBigrams,
  listMeasures,
  type Measure,
  toCanonicalText,
} from '../../quiz/check/canonical-text'
import { checkAnswer } from '../../retrieval/check-answer'
import type { Ground } from './read-ground'

export type MeasureFault = 'number' | 'date' | 'article' | 'bound'

/** Shares in words (三成, 一半), which only the same words hold. */
const SHARE = /[一二兩三四五六七八九]成(?![為功交立績年長熟本員])|一半|加倍|翻倍|減半|對半/gu

/** 每月宣告一次 is 每月宣告. */
const dropOnce = (text: string) => text.replace(/(每[^，。；]{1,8}?)一次/gu, '$1')

/**
 * Whether a text says a number, date or article that its quote does not hold, gives it to something else, or puts another bound on it (以上 for 以下, 未滿 for 滿).
 */
export function findMeasureFault(given: string, { quote, place, source }: Ground): MeasureFault | null {
  const text = dropOnce(given)
  const held = { article: source.article, text: quote, title: place }
  const [fault] = checkAnswer([{ text, passageIds: [source.passageId] }], new Map([[source.passageId, held]]))
  if (fault) return fault.kind === 'date' || fault.kind === 'article' ? fault.kind : 'number'
  if ((text.match(SHARE) ?? []).some((one) => !quote.includes(one))) return 'number'
  const [said, there] = [readBounds(text), readBounds(`${place}。${quote}`)]
  if (!isInOrder(said, there) || said.some((one) => isElsewhere(one, there))) return 'number'
  const isBoundTurned = BOUND_WORDS.some((kind) => kind.test(text) && !kind.test(quote))
  return isBoundTurned || !said.every((one) => isBoundAlike(one, there)) ? 'bound' : null
}

/** Of what is no measure too: 三分之二以上, 專科以上. */
const BOUND_WORDS: readonly RegExp[] = [
  /以上|不(?:得|可以?|能)?[少低]於|至少|最少|最低|年?滿(?=[\d一二三四五六七八九十])/u,
  /以下|為限|以內|不(?:得|可以?|能)?(?:超過|逾|[高多]於)|至多|最多|最高/u,
]

/** A measure with the words beside it. */
type Bounded = { measure: Measure; bounds: ReadonlySet<string>; clause: string }

const UNIT = '工作日|營業日|小時|美元|分之|[日月年歲元%週人倍次]'
const PREFIXES: readonly (readonly [string, RegExp])[] = [
  ['upto', /(?:不(?:得|可以?|能|會)?(?:超過|逾|高於|多於)|最多|最高|至多|上限(?:是|為)?)[^\d]{0,4}$/u],
  ['from', /(?:不(?:得|可以?|能|會)?(?:少於|低於)|至少|最少|最低|年?滿|下限(?:是|為)?)[^\d]{0,4}$/u],
  ['over', /(?<!不(?:得|可以?|能|會)?)(?:逾|超過|高於|多於|大於)[^\d]{0,4}$/u],
  ['under', /未滿[^\d]{0,4}$|(?<!不(?:得|可以?|能|會)?)(?:低於|少於|不到|不足)[^\d]{0,4}$/u],
]
const SUFFIXES: readonly (readonly [string, RegExp])[] = [
  ['from', /^(?:的人)?(?:以上|起)/u],
  ['upto', /^(?:以下|為限|以內)/u],
  ['within', /^(?:以?內|之內|之?前|以前)/u],
  ['after', /^(?:之?後|以後)/u],
]

function readBounds(text: string): Bounded[] {
  return text.split(/[，。；：\n]/u).flatMap((part) => {
    const clause = toCanonicalText(part)
    const measures = listMeasures(part)
    const places = [...clause.matchAll(new RegExp(`\\d+(?:\\.\\d+)?(?:${UNIT})`, 'gu'))]
    return measures.map((measure, i) => {
      const at = places[i]?.index ?? 0
      const end = at + (places[i]?.[0].length ?? 0)
      const [before, behind] = [clause.slice(Math.max(0, at - 12), at), clause.slice(end, end + 4)]
      const prefixes = PREFIXES.filter(([, pattern]) => pattern.test(before)).map(([name]) => name)
      const suffixes = SUFFIXES.filter(([, pattern]) => pattern.test(behind)).map(([name]) => name)
      const bounds = new Set([
        // 未滿 holds 滿, 不得超過 holds 超過: the first that fits is meant.
        ...(prefixes.includes('under') ? ['under'] : prefixes.slice(0, 1)),
        ...suffixes.slice(0, 1),
      ])
      return { measure, bounds, clause: clause.replace(/\d+(?:\.\d+)?/gu, '') }
    })
  })
}

/** Numbers that changed places are no longer what the passage says of each. */
function isInOrder(said: readonly Bounded[], there: readonly Bounded[]): boolean {
  let at = 0
  for (const one of said) {
    const found = there.findIndex((other, i) => i >= at && isSame(one, other))
    if (found < 0) return false
    at = found
  }
  return true
}

/** A month is not thirty days, and twelve months are no year, when a law is told. */
const isSame = (a: Bounded, b: Bounded) =>
  isSameMeasure(a.measure, b.measure) && a.measure.unit === b.measure.unit && a.measure.value === b.measure.value

/** Whether the words around a number are those around another number of its kind: 十五日 said of what has ten. */
function isElsewhere(one: Bounded, there: readonly Bounded[]): boolean {
  const own = new Set(listBigrams(one.clause))
  const share = (other: Bounded) => listBigrams(other.clause).filter((pair) => own.has(pair)).length
  const sameKind = there.filter((other) => other.measure.kind === one.measure.kind)
  const best = (some: readonly Bounded[]) => Math.max(0, ...some.map(share))
  return best(sameKind.filter((other) => !isSame(one, other))) > best(sameKind.filter((other) => isSame(one, other)))
}

/** 內 and 前 may go without saying; 以上, 以下, 滿 and 未滿 may not. */
const TACIT = new Set(['within', 'after'])

function isBoundAlike(one: Bounded, there: readonly Bounded[]): boolean {
  return there
    .filter((other) => isSame(one, other))
    .some(
      (other) =>
        [...one.bounds].every((bound) => other.bounds.has(bound) || (bound === 'within' && other.bounds.has('upto'))) &&
        [...other.bounds].every((bound) => one.bounds.has(bound) || TACIT.has(bound)),
    )
}
