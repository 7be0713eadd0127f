import { readDigitLetters, turnThirteen } from './decode-payloads'
import { findWords } from './find-words'
import { weighWords } from './weigh-words'

/** What it adds that words were written so that they are not read at once. */
const DISGUISED = 3
/** Letters that are no language: enough to be careful with. */
const UNREADABLE = 3
/** Two letters turned round are often another word: 機關 and 關機. */
const SURE_BACKWARDS = 7

/** An address or a file's name; its length is bounded so that the search stays linear. */
const ADDRESS = /[\w+-]{1,40}[.@][a-z][\w./?=&-]{0,80}/gu
const COMMON =
  /\b(?:the|a|an|to|you|i|is|of|and|in|for|your|that|will|can|not|we|please|it|with|this|me|have|are|be|about|my|what|would|if|from|on|or|at|do|all|s)\b/gu

const PINYIN: readonly (readonly [string, string])[] = [
  ['hu lue', '忽略'],
  ['gui ze', '規則'],
  ['gei wo', '給我'],
  ['man fen', '滿分'],
  ['gao fen', '高分'],
  ['zhi ling', '指令'],
  ['xi tong', '系統'],
  ['ti shi', '提示'],
  ['ping shen', '評審'],
  ['ping fen', '評分'],
  ['zhu li', '助理'],
  ['ni xian zai shi', '你現在是'],
  ['ni shi', '你是'],
  ['bu shi ke hu', '你不是客戶'],
  ['ni de', '你的'],
  ['gao su wo', '告訴我'],
  ['shu chu', '輸出'],
  ['guo guan', '過關'],
]

export function isLatinText(text: string): boolean {
  return (text.match(/[a-z]/gu) ?? []).length * 2 > text.length
}

/** The weight of what a folded text says when read in another way. */
export function weighReading(text: string): number {
  return weighWords(findWords(text), isLatinText(text))
}

/** @returns the greatest weight of a folded sentence with digits read as letters, moved by thirteen, as sounds of Mandarin, and backwards. */
export function weighOtherReadings(sentence: string): number {
  const backwards = weighReading([...sentence].reverse().join(''))
  return Math.max(backwards >= SURE_BACKWARDS ? backwards + DISGUISED : 0, weighDigits(sentence), weighLatin(sentence))
}

const disguise = (weight: number) => (weight >= 2 ? weight + DISGUISED : 0)

function weighDigits(sentence: string): number {
  const readings = [readDigitLetters(sentence, 'i'), readDigitLetters(sentence, 'l')].filter((read) => read !== null)
  if (readings.length === 0) return 0
  // Both have the length of the sentence, so that a word of either stands where it stands.
  const words = readings.flatMap((read) => findWords(read)).sort((a, b) => a.start - b.start)
  return disguise(weighWords(words, true))
}

/** The weight of Latin letters that are neither English nor a name or address: moved by thirteen, or the sounds of Mandarin. */
export function weighLatin(sentence: string): number {
  const words = sentence.replace(ADDRESS, ' ').match(/[a-z]{2,}/gu) ?? []
  if (words.length < 3 || isEnglish(sentence, words.length)) return 0
  const turned = turnThirteen(sentence)
  const spoken = PINYIN.reduce((read, [sound, meant]) => read.replaceAll(sound, meant), sentence)
  const readings = [turned, spoken].map((read) => disguise(weighReading(read)))
  const unreadable = words.length >= 4 ? UNREADABLE : 0
  // Noise that becomes English by moving it was English.
  return Math.max(...readings, unreadable > 0 && isEnglish(turned, words.length) ? unreadable + 2 : unreadable)
}

const isEnglish = (text: string, words: number) => (text.match(COMMON) ?? []).length >= words * 0.2
