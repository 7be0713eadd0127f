import { NUMBER_SOURCE, readChineseNumber } from '../../knowledge/read-chinese-number'
import { type CitedPassage, checkAnswer } from '../../retrieval/check-answer'
import { normaliseText } from '../../retrieval/normalise-text'
import type { CoachFault, GroundPassage } from './coaching'

const SAID = '#said'
/** 三成, 四分之一, 一半, 兩倍: shares in words, which only the same words hold. */
const SHARE =
  /[一二兩三四五六七八九十]成(?![為功交立績年長熟本員了])|[一二兩三四五六七八九十百]+分之[一二兩三四五六七八九十百]+|一半|加倍|翻倍/gu
/** 「一次說一件」, 「哪一天」, 「一個月多少」: they count nothing. */
const IDIOM =
  /一次|一個人|[哪那有這某]一天|一天到晚|一年到頭|一塊(?!錢)|一人(?!\d)|(?:一個月|一年|一天)(?=多少|大概|大約|能|可以|要)|[到做說講聽]一半/gu
/** 五十萬: a sum without its unit. 千萬不要 and 萬一 are none. */
const SUM = /(?!千萬(?:不|別|要|記|注))[0-9零一二兩三四五六七八九十百千][0-9.,零一二兩三四五六七八九十百千萬]*[萬億]/gu
const LAW_NAME = /([\u4e00-\u9fff]{2,24}?(?:法|辦法|規則|條例|準則))(?=第|§|規定|的規定|要求|上說|寫)/gu

/**
 * Looks for a number, date, sum, article or name of a law that stands neither in the passages nor in what was said.
 *
 * @param said words of the talk that may be repeated.
 * @returns null when all of it stands somewhere.
 */
export function findUnheldFact(
  text: string,
  passages: readonly GroundPassage[],
  said: readonly string[],
): Extract<CoachFault, 'number' | 'article'> | null {
  const sources = new Map<string, CitedPassage>([
    [SAID, { article: null, text: said.join('\n') }],
    ...passages.map(({ place, text: words }, i) => [`#${i}`, { article: null, title: place, text: words }] as const),
  ])
  const stated = text.replace(IDIOM, '…')
  const [fault] = checkAnswer([{ text: stated, passageIds: [...sources.keys()] }], sources)
  if (fault) return fault.kind === 'article' ? 'article' : 'number'
  const held = normaliseText([...said, ...passages.flatMap((one) => [one.place, one.text])].join('\n'))
  const plain = normaliseText(stated)
  if ((plain.match(SHARE) ?? []).some((share) => !held.includes(share))) return 'number'
  if (listSums(plain).some((sum) => !readValues(held).has(sum))) return 'number'
  const names = [...text.matchAll(LAW_NAME)].map(([, name]) => name!)
  return names.some((name) => !isNamed(name, passages, said)) ? 'article' : null
}

function listSums(text: string): number[] {
  return [...text.matchAll(SUM)].flatMap(([found]) => readChineseNumber(found) ?? [])
}

/** Every number of a text, however it is spelled. */
export function readValues(text: string): ReadonlySet<number> {
  return new Set(
    [...text.matchAll(new RegExp(NUMBER_SOURCE, 'gu'))].flatMap(([found]) => readChineseNumber(found) ?? []),
  )
}

/** 「依照保險法規定」 names 保險法: what stands before the name of a law is not told from it. */
function isNamed(name: string, passages: readonly GroundPassage[], said: readonly string[]): boolean {
  const laws = passages.map((one) => one.place.split(/[\s§]/u)[0]!)
  return laws.some((law) => law !== '' && name.endsWith(law)) || said.some((line) => line.includes(name))
}
