import { toCanonicalText } from '../../quiz/check/canonical-text'
import { readSources, swapsMark } from '../../quiz/check/cited-text'
import type { Ground } from './read-ground'

/** Words of which one in the place of the other makes another rule. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/書面/u, /口頭/u],
  [/事[前先]/u, /事後/u],
  [/增加|增額/u, /減少|減額/u],
  [/提高|調高|上升/u, /降低|調低|下降/u],
  [/年繳/u, /躉繳|月繳|季繳/u],
  [/美元|美金|外幣/u, /[台臺]幣/u],
  [/本人/u, /他人|別人/u],
  [/故意/u, /過失|不小心/u],
  [/全部/u, /部分|一部/u],
  [/生存/u, /死亡|身故/u],
  [/終身/u, /定期/u],
  [/固定/u, /浮動|變動/u],
  [/成立|訂立|訂約/u, /終止/u],
  [/自然人/u, /法人/u],
  [/當日|當天/u, /翌日|隔天|次日/u],
  [/收到|到達/u, /寄出|發出/u],
  [/有償/u, /無償|免費/u],
  [/書面/u, /電話|線上|網路|簡訊/u],
  [/(?:發生|訂立|訂約|到達|收到|知[道悉]|屆滿|成立|生效|終止|停止|通知)[之以的]?前/u, /後/u],
  [/(?:發生|訂立|訂約|到達|收到|知[道悉]|屆滿|成立|生效|終止|停止|通知)[之以的]?後/u, /前(?![項條款述])/u],
  [/主動/u, /被動|要求時|申請時/u],
  [/最高|至多|上限/u, /最低|至少|下限/u],
  [/一次(?:付清|給付|領|交付)/u, /分期/u],
]

/** Whether a text denies what the passage says, says what it denies, or puts a word or a role in the place of its counterpart. */
export function findTurned(text: string, ground: Ground): 'turned' | null {
  const isOpposite = OPPOSITES.some(
    ([one, other]) => putsFor(text, ground, one, other) || putsFor(text, ground, other, one),
  )
  return isOpposite || turnsDenial(text, ground.whole) || swapsRole(text, ground) ? 'turned' : null
}

const putsFor = (text: string, { whole, place }: Ground, one: RegExp, other: RegExp) =>
  one.test(text) && !other.test(text) && !one.test(`${place}\n${whole}`) && other.test(whole)

/** Words in which 不, 未 or 非 denies nothing. */
const NO_DENIAL = /除非|不但|不只|不僅|不管|無論|不論|非常|未來|未成年|未滿|無形|不動產/gu
/** One way to deny: 不是保證 and 不保證, 沒有同意 and 未經同意 are the same. */
const DENIALS = /不太會|不大會|不至於|不容易|不會有|不會|不是|並非|[未非]經|沒有?|未(?:曾|能)?|無|非/gu
/** What parts one thing that is said from the next. */
const BREAK = /[，。；、：！？\n（）()「」]|以及|或|及|與|和|而|也|就|都|且|並|但|亦|仍|才|始/gu

/** The text without words that only look like denials. */
export const dropNoDenials = (text: string) => text.replace(NO_DENIAL, '')

/** Of each pair of letters whether a denial stands right before it. */
function listPolarPairs(text: string): [string, boolean][] {
  const plain = dropNoDenials(text)
    .replace(DENIALS, '不')
    .replace(/[之的]/gu, '')
  return plain.split(BREAK).flatMap((part) => {
    const letters = [...toCanonicalText(part)]
    return letters
      .slice(1)
      .map((_, i): [string, boolean] => [letters.slice(i, i + 2).join(''), letters[i - 1] === '不'])
  })
}

function turnsDenial(text: string, whole: string): boolean {
  const there = new Map<string, { denied: boolean; plain: boolean }>()
  for (const [pair, isDenied] of listPolarPairs(whole)) {
    const known = there.get(pair) ?? { denied: false, plain: false }
    there.set(pair, { denied: known.denied || isDenied, plain: known.plain || !isDenied })
  }
  return listPolarPairs(text).some(([pair, isDenied], i) => {
    const known = there.get(pair)
    // 沒有辦理登錄 for 非依本規則辦理登錄: where the passage denies something near, the denial may stand elsewhere.
    if (!known || (i === 0 && !isDenied)) return false
    return isDenied ? !known.denied && !isDeniedNear(pair, whole) : !known.plain
  })
}

/** Whether the clause that holds the pair, or the one before, denies something. */
function isDeniedNear(pair: string, whole: string): boolean {
  const clauses = dropNoDenials(whole)
    .replace(/[之的]/gu, '')
    .split(/[，。；\n]/u)
  return clauses.some(
    (one, i) => toCanonicalText(one).includes(pair) && /^.{0,12}(?:[未非]|不受)/u.test(`${clauses[i - 1] ?? ''}${one}`),
  )
}

/** 由要保人負擔 for 由保險人負擔. */
function swapsRole(text: string, { source, whole }: Ground): boolean {
  const plain = (words: string) => words.replace(/[之的]/gu, '')
  return swapsMark(toCanonicalText(plain(text)), readSources([{ ...source, text: plain(whole) }]).marked)
}
