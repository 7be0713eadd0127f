import { NUMBER_SOURCE, readChineseNumber } from '../../knowledge/read-chinese-number'
import { checkAnswer } from '../../retrieval/check-answer'
import { normaliseText } from '../../retrieval/normalise-text'
import type { CoachFault, GroundPassage } from './coaching'

const SAID = '#said'
/** 三成, 四分之一, 一半, 兩倍: shares in words, which only the same words hold. */
const SHARE = /[一二兩三四五六七八九十]成(?![為功交立績年長熟本員了])|[一二兩三四五六七八九十百]+分之[一二兩三四五六七八九十百]+|一半|加倍|翻倍/gu
/** 五十萬: a sum without its unit. 千萬不要 is none. */
const SUM = new RegExp(`(?!千萬(?:不|別|要|記|注))(?:${NUMBER_SOURCE})(?<=[萬億])`, 'gu')
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
  const sources = new Map([
    ...passages.map((one) => [one.id, { article: null, title: one.place, text: one.text }] as const),
    [SAID, { article: null, text: said.join('\n') }] as const,
  ])
  const [fault] = checkAnswer([{ text, passageIds: [...sources.keys()] }], sources)
  if (fault) return fault.kind === 'article' ? 'article' : 'number'
  const held = normaliseText([...sources.values()].map((one) => `${'title' in one ? one.title : ''}\n${one.text}`).join('\n'))
  const plain = normaliseText(text)
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
  return new Set([...text.matchAll(new RegExp(NUMBER_SOURCE, 'gu'))].flatMap(([found]) => readChineseNumber(found) ?? []))
}

/** 「依照保險法規定」 names 保險法: what stands before the name of a law is not told from it. */
function isNamed(name: string, passages: readonly GroundPassage[], said: readonly string[]): boolean {
  const laws = passages.map((one) => one.place.split(/[\s§]/u)[0]!)
  return laws.some((law) => law !== '' && name.endsWith(law)) || said.some((line) => line.includes(name))
}
