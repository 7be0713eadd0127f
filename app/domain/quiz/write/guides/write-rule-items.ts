import { NUMBER_SOURCE, readChineseNumber } from '../../../knowledge/read-chinese-number'
import { listMeasures } from '../../check/canonical-text'
import type { ItemContent } from '../../item'
import { cite, type WriteContext } from '../candidate'
import { drawSome } from '../draw-some'
import { listSpellings } from '../list-spellings'
import { findDimension } from './describe-section'
import { dropLaw, type GuideSection } from './read-guide'

const MOST_OF_SECTION = 2
/** A sentence that leans on the one before it, or speaks of a talk that is not shown. */
const LEANS =
  /^(?:但|也|而|再|這|它|他|她|所以|因為|就算|如果|也就是|請|舉例|例如|你|我|先|不用|用)|你|您|我|「|」|？|同款|下列|以上依|見|\d{4} 年|^(?:約|第|\d+ 歲以上，)/u

/** Rules of a guide as right or wrong, and their numbers as blanks. */
export function writeRuleItems(section: GuideSection, context: WriteContext): ItemContent[] {
  if (/誤解|迷思/u.test(section.heading)) return writeMistakes(section, context)
  const sentences = section.lines
    .filter((one) => one.number === null && !/^不|^可以/u.test(one.label ?? ''))
    .flatMap((one) => (one.label && !one.label.startsWith('「') ? one.body : one.text).split(/(?<=。)/u))
    .filter((one) => one.endsWith('。') && one.length >= 12 && one.length <= 90 && !LEANS.test(one))
  return [
    ...drawSome(
      sentences.filter((one) => turnRule(one) !== null),
      MOST_OF_SECTION,
      context.random,
    ).map((one) => writeRule(one, section, context)),
    ...drawSome(
      sentences.filter((one) => findBlank(one) !== null),
      MOST_OF_SECTION,
      context.random,
    ).map((one) => writeBlank(one, section)),
  ]
}

/** Duties and bans with their opposite; all of one kind in a sentence are turned together. */
const TURNS: readonly [RegExp, string][] = [
  [/(?<!能)(?:不可以|不能|不得)/gu, '可以'],
  [/都要停止招攬/gu, '都不必停止招攬'],
  [/不負給付責任/gu, '仍負給付責任'],
  [/(?<=要保人)要據實說明/gu, '可以選擇不說明'],
  [/(?<=招攬的時候)應出示登錄證，並告知/gu, '不必出示登錄證，只要告知'],
  [/應向客戶宣導/gu, '不必向客戶宣導'],
  [/(?<=，)要了解(?=客戶)/gu, '不必了解'],
  [/不受存款保險保障/gu, '受存款保險保障'],
  [/不在這個錄音規定內/gu, '也在這個錄音規定內'],
  [/就不能再解除/gu, '仍然可以解除'],
  [/要有本人書面同意/gu, '不必有本人書面同意'],
]

/** What nobody would take to be allowed makes no question. */
const ABSURD = /虛偽|詐欺、|詆毀|不適合的商品|誤導|不當手段/u

function turnRule(sentence: string): string | null {
  // Only what rests on one rule: turned in one half, a sentence of two would be half right.
  if (sentence.split('（').length !== 2 || !/§/u.test(sentence) || ABSURD.test(sentence)) return null
  const found = TURNS.find(([right]) => new RegExp(right.source, 'u').test(sentence))
  if (!found) return null
  return sentence.replace(found[0], found[1])
}

function writeRule(sentence: string, section: GuideSection, { random }: WriteContext): ItemContent {
  const isTrue = random.next() < 0.45
  return {
    type: 'true-false',
    stem: `依指引「${section.title}」，${dropLaw(isTrue ? sentence : turnRule(sentence)!)}`,
    isTrue,
    reason: `指引：${sentence}`,
    explanation: `${section.title}（${section.heading}）：${sentence}`,
    citations: [cite(section.source, sentence)],
    difficulty: 1,
    ability: 'understand',
    dimension: findDimension(section),
  }
}

const MEASURE = new RegExp(`(?:第 ?)?${NUMBER_SOURCE} ?(?:個月|[日天年歲倍])`, 'gu')

/** @returns the only measured number of a sentence; null where there are several or none. */
function findBlank(sentence: string): { start: number; text: string } | null {
  const plain = dropLaw(sentence)
  const found = [...plain.matchAll(MEASURE)].filter(([one]) => listMeasures(one).length === 1)
  const [one] = found
  if (found.length !== 1 || plain !== sentence) return null
  // 一天跑幾小時, 一個月花多少: no number that could be asked.
  if (/^[一1] ?(?:個月|[日天年])$/u.test(one![0]) && !/^[內後以不]/u.test(sentence.slice(one!.index + one![0].length)))
    return null
  return { start: one!.index, text: one![0] }
}

function writeBlank(sentence: string, section: GuideSection): ItemContent {
  const { start, text } = findBlank(sentence)!
  const [, before = '', number = '', unit = ''] = /^(第? ?)(.+?) ?(個月|[日天年歲倍])$/u.exec(text) ?? []
  const stem = `${sentence.slice(0, start).trimEnd()}${before.trim()} ____ ${unit}${sentence.slice(start + text.length)}`
  return {
    type: 'cloze',
    stem: `依指引「${section.title}」，${stem.trim()}`,
    blanks: [{ accepted: listSpellings(number.trim(), readChineseNumber(number.trim()) ?? 0) }],
    explanation: `${section.title}（${section.heading}）：${sentence}`,
    citations: [cite(section.source, sentence)],
    difficulty: 2,
    ability: 'recall',
    dimension: findDimension(section),
  }
}

/** What clients believe wrongly: 「利率高所以穩賺」：利率會變… */
function writeMistakes(section: GuideSection, context: WriteContext): ItemContent[] {
  const mistakes = section.lines.filter((one) => one.label?.startsWith('「'))
  return drawSome(mistakes, MOST_OF_SECTION, context.random).map(
    (one): ItemContent => ({
      type: 'true-false',
      stem: `談「${section.title}」時，客戶說：${one.label}業務員可以附和，這樣理解沒有問題。`,
      isTrue: false,
      reason: `指引：${one.body}`,
      explanation: `${section.title}（${section.heading}）：${one.text}`,
      citations: [cite(section.source, one.text)],
      difficulty: 1,
      ability: 'apply',
      dimension: findDimension(section),
    }),
  )
}
