import { smellInstructions } from '../observe-with-model/smell-instructions'
import type { CoachFault, GroundPassage } from './coaching'
import { hasBreachWords } from './find-breach-words'
import { namesStranger } from './find-stranger'
import { findUnfitWords, hasSpeaker, isTaiwanChinese } from './find-unfit-words'
import { statesUnheldCover } from './find-unheld-cover'
import { findUnheldFact } from './find-unheld-fact'

export type WordingGround = {
  utterance: string
  /** What both sides said before, oldest first. */
  talk: readonly { who: 'client' | 'trainee'; text: string }[]
  /** Texts whose numbers an agent may name. */
  passages: readonly GroundPassage[]
  /** Further texts that say what the products cover. */
  facts: readonly string[]
  /** The client's form of address; null when unknown. */
  address: string | null
  insurer: string
}

const LETTERS = { least: 10, most: 300 }
const ASIDE = /[（(【[〔*＊].*?[）)】\]〕*＊]|…{3,}|_{2,}/u
/** A note to the reader. */
const NOTE = /(?:這樣|如此)(?:說|講)(?:會|比較)?更?好|更好的說法|建議(?:的)?說法/u
/** What a client says, and what is said of a client. */
const NOT_AN_AGENT = [
  /我(?:還)?(?:要|想)?(?:再)?(?:考慮|想想|問問?(?:看)?(?:我)?(?:先生|太太|老公|老婆|兒子|女兒|家人))/u,
  /我(?:先生|太太|老公|老婆|兒子|女兒|孫子|孫女|的?退休金|的?存款|的?定存)/u,
  /我(?:不想買|不需要|沒(?:有)?興趣|沒(?:有)?錢|買不起|聽不懂)|你們(?:保險)?公司|你(?:們)?(?:業務員|做保險的)/u,
  /(?:告訴|跟|對|問|讓|請|向)(?:這位)?客戶|這位客戶|客戶(?:會|可能|應該)/u,
] as const

/**
 * Whether words could be the agent's whole turn: said to the client, about nothing that stands nowhere, without anything around them.
 *
 * Whether they are better is the judge's to say.
 *
 * @returns null for words that may go to the judge.
 */
export function findWordingFault(text: string, ground: WordingGround): CoachFault | null {
  if (text.length < LETTERS.least || text.length > LETTERS.most) return 'length'
  const unfit = findUnfitWords(text)
  if (unfit) return unfit
  if (!isTaiwanChinese(text)) return 'language'
  if (ASIDE.test(text)) return 'markup'
  if (!isToClient(text, ground)) return 'role'
  if (smellInstructions(text, [])) return 'instruction'
  const said = [...ground.talk.map((line) => line.text), ground.utterance]
  const known = [ground.address ?? '', ground.insurer, ...said].filter((one) => one !== '')
  if (namesStranger(text, known)) return 'person'
  if (hasBreachWords(text)) return 'breach'
  const documents = [...ground.facts, ...ground.passages.map((one) => one.text)]
  if (statesUnheldCover(text, documents, said)) return 'cover'
  return findUnheldFact(text, ground.passages, said)
}

function isToClient(text: string, { talk }: WordingGround): boolean {
  if (hasSpeaker(text) || NOTE.test(text) || NOT_AN_AGENT.some((pattern) => pattern.test(text))) return false
  const words = text.replace(/[。！？!?]+$/u, '')
  return !talk.some((line) => line.who === 'client' && line.text.includes(words))
}
