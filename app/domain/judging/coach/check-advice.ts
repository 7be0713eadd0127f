import type { CoachFault, GroundPassage, WrittenAdvice } from './coaching'
import { hasBreachWords } from './find-breach-words'
import { namesStranger } from './find-stranger'
import { findUnfitWords, hasSpeaker, isTaiwanChinese } from './find-unfit-words'
import { statesUnheldCover } from './find-unheld-cover'
import { findUnheldFact, readValues } from './find-unheld-fact'

export type AdviceGround = {
  /** Sent with the request; a citation of anything else is invented. */
  passages: readonly GroundPassage[]
  /** Further texts that say what the products cover. */
  facts: readonly string[]
  /** What both sides said; words that a passage contradicts left out. */
  said: readonly string[]
  /** The utterance whole: its words may be quoted, right or wrong. */
  utterance: string
  /** What was decided to say, the name of the behaviour, and the words that it is about. */
  about: readonly string[]
  /** The client's form of address and the insurer's name. */
  known: readonly string[]
  /** The advice is on a breach or a fault: nothing may be said in its praise. */
  isOnFault: boolean
}

export type CheckedAdvice =
  | { status: 'fit'; citations: readonly GroundPassage[] }
  | { status: 'unfit'; fault: CoachFault }

const LETTERS_ZH = { least: 8, most: 140 }
const LETTERS_EN = { least: 15, most: 360 }
const MAX_SENTENCES = 2
/** Pairs of characters that advice shares with a passage that it leans on, and with what was decided to say. */
const LEAST_SHARED_PAIRS = 3
const LEAST_WITH_FIGURE = 2
const LEAST_ON_TOPIC = 2
/** 「條款寫的是「…」」: words that are said to stand in a document. */
const SAID_TO_STAND =
  /(?:文件|條款|條文|說明書|建議書|法條|法規|法令|規定|契約|保單|第[^，。「」]{1,6}條)(?:上|裡|中|裡面)?(?:面)?(?:清楚)?(?:寫|載明|規定|說|明定|明文|記載)[^「」，。]{0,6}「([^」]+)」/gu
const PRAISE =
  /(?<![他她師戶生姐])[說做講問答]得(?:很|真|非常|相當|蠻|滿)?(?:好|對|棒|清楚|到位)|很好|很棒|沒(?:有)?(?:什麼)?問題|繼續(?:保持|這樣|這麼)|可以這樣(?:說|講|做)|照這樣(?:說|講|做)/u
const PRAISE_EN =
  /well (?:done|said|put)|good job|great (?:job|work|question|answer|start)|excellent|perfect|keep (?:it up|doing|saying)|nothing wrong|no problem/iu
/** What no coach tells an agent to do. English is not heard by the observer, which knows Chinese alone. */
const BREACH_EN =
  /(?<!\b(?:not|no|never|don't|isn't|aren't|without|nothing is|cannot|can't)\s(?:[\w’'-]+\s){0,6})\b(?:guarantee|rebate|kickback|risk[- ]free|no risk\b|tax[- ]free|hide|conceal|sign (?:it |this )?for (?:them|him|her))|do(?:n't| not) (?:tell|mention)|before (?:it is|it's) too late/iu

/**
 * Whether advice in a model's words may be shown in place of the coach's own: two short sentences to the trainee, in both languages,
 * with nothing in them that stands neither in a cited passage nor in the talk.
 *
 * @returns the passages that it really leans on; those with nothing in common with it are left out.
 */
export function checkAdvice(advice: WrittenAdvice, ground: AdviceGround): CheckedAdvice {
  const cited = advice.cites.map((number) => ground.passages[number - 1])
  if (cited.some((one) => one === undefined)) return { status: 'unfit', fault: 'citation' }
  const citations = cited.filter((one): one is GroundPassage => one !== undefined && isLeantOn(advice.zh, one, ground))
  const fault = findChineseFault(advice.zh, ground, citations) ?? findEnglishFault(advice, ground)
  return fault === null ? { status: 'fit', citations } : { status: 'unfit', fault }
}

function findChineseFault(zh: string, ground: AdviceGround, citations: readonly GroundPassage[]): CoachFault | null {
  if (zh.length < LETTERS_ZH.least || zh.length > LETTERS_ZH.most) return 'length'
  const told = dropQuoted(zh)
  if (told === null || countSentences(told) > MAX_SENTENCES) return 'length'
  const unfit = findUnfitWords(zh)
  if (unfit) return unfit
  if (!isTaiwanChinese(zh)) return 'language'
  // The coach speaks to the trainee as 你 and never as itself; 您 and 我 are what the trainee might say.
  if (/您|妳|我(?!們)/u.test(told) || hasSpeaker(told)) return 'role'
  const quotable = [...ground.said, ground.utterance]
  if (namesStranger(zh, [...ground.known, ...quotable])) return 'person'
  if (ground.isOnFault && PRAISE.test(told)) return 'praise'
  if (citations.length === 0 && listShared(zh, ground.about.join('\n')).size < LEAST_ON_TOPIC) return 'not-asked'
  if (hasBreachWords(dropSaid(zh, quotable))) return 'breach'
  if (!areQuotesTrue(zh, citations)) return 'citation'
  return findUnheldStatement(dropSaid(zh, quotable), ground, citations)
}

/** Cover may stand in any given text; a figure stands in a cited one, where the trainee can look it up. */
function findUnheldStatement(zh: string, { facts, passages, said }: AdviceGround, citations: readonly GroundPassage[]) {
  const documents = [...facts, ...passages.map((one) => one.text)]
  return statesUnheldCover(zh, documents, said) ? 'cover' : findUnheldFact(zh, citations, said)
}

function findEnglishFault({ en, zh }: WrittenAdvice, ground: AdviceGround): CoachFault | null {
  if (en.length < LETTERS_EN.least || en.length > LETTERS_EN.most) return 'length'
  if (/\p{Script=Han}/u.test(en) || (en.match(/\p{L}/gu)?.length ?? 0) < en.length / 2) return 'language'
  const unfit = findUnfitWords(en)
  if (unfit) return unfit
  if (ground.isOnFault && PRAISE_EN.test(en)) return 'praise'
  if (BREACH_EN.test(en)) return 'breach'
  const held = readValues(zh)
  return listEnglishNumbers(en).some((value) => !held.has(value)) ? 'number' : null
}

const SMALL = 'two three four five six seven eight nine ten eleven twelve fifteen twenty'.split(' ')
const SMALL_VALUES = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20]
const LARGE = 'thirty forty fifty sixty seventy eighty ninety hundred thousand million'.split(' ')
const LARGE_VALUES = [30, 40, 50, 60, 70, 80, 90, 100, 1_000, 1_000_000]
/** 「Name two things」 states nothing; 「two years」 does. */
const COUNTED = new RegExp(
  `\\b(${SMALL.join('|')})[ -](?:year|month|week|day|hour|per ?cent|times|dollar)|\\b(${LARGE.join('|')})\\b`,
  'giu',
)

/** Digits, and numbers in words. */
function listEnglishNumbers(en: string): number[] {
  const digits = [...en.matchAll(/\d[\d,]*(?:\.\d+)?/gu)].map(([found]) => Number(found.replaceAll(',', '')))
  const words = [...en.toLowerCase().matchAll(COUNTED)].map(([, small, large]) =>
    small === undefined ? LARGE_VALUES[LARGE.indexOf(large!)]! : SMALL_VALUES[SMALL.indexOf(small)]!,
  )
  return [...digits, ...words]
}

const QUOTED = /[「『“]([^「」『』“”]*)[」』”]/gu

/** The text without what stands in quotation marks; null when a mark has no other half. */
function dropQuoted(text: string): string | null {
  const rest = text.replace(QUOTED, '…')
  return /[「」『』“”]/u.test(rest) ? null : rest
}

/** What is quoted from the talk word by word needs no source. */
export function dropSaid(text: string, said: readonly string[]): string {
  return text.replace(QUOTED, (whole, words: string) => (said.some((line) => line.includes(words)) ? '…' : whole))
}

const countSentences = (text: string) => (text.match(/[^。！？!?]+[。！？!?]*/gu) ?? []).length

function listShared(text: string, source: string): Set<string> {
  const pairs = new Set<string>()
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? [])
    for (let i = 0; i + 1 < run.length; i++) if (source.includes(run.slice(i, i + 2))) pairs.add(run.slice(i, i + 2))
  return pairs
}

/** Parties, and words that stand in nearly every provision and sheet. */
const EVERYWHERE =
  /要保人|被保險人|受益人|保險人|保險業務員|業務人員|業務員|保險公司|保險業|保險|契約|保單|公司|業務|客戶|商品|條款|規定|說明|法律|可以|應該|什麼|這個|林?老師|先生|小姐|太太|女士/gu

/**
 * Whether advice has something in common with this passage: pairs other than those of everywhere and those that most of the passages hold, or a
 * figure and any pairs but those of everywhere.
 */
function isLeantOn(zh: string, { text }: GroundPassage, { passages, known }: AdviceGround): boolean {
  const plain = known.reduce((rest, name) => rest.replaceAll(name, '…'), zh).replace(EVERYWHERE, '…')
  const most = Math.max(2, (passages.length * 2) / 3)
  const isTelling = (pair: string) => passages.filter((one) => one.text.includes(pair)).length <= most
  const shared = [...listShared(plain, text)]
  if (shared.filter(isTelling).length >= LEAST_SHARED_PAIRS) return true
  const figures = readValues(text)
  return shared.length >= LEAST_WITH_FIGURE && [...readValues(zh)].some((value) => value > 1 && figures.has(value))
}

/** What is said to stand in a document stands in a cited passage, word by word. */
function areQuotesTrue(text: string, citations: readonly GroundPassage[]): boolean {
  return [...text.matchAll(SAID_TO_STAND)].every(([, words]) =>
    citations.some((one) => one.text.includes(words!.replace(/[。，；]+$/u, ''))),
  )
}
