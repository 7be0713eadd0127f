import { buildSentenceKey, splitSentences } from '../split-sentences'
import { GRAM_LETTERS } from './build-forbidden-grams'
import { isKnownQuantity, isManner, type KnownQuantities, listQuantities } from './list-quantities'
import { findWordFault, hasLeftLanguage, hasNoChinese, type ReplyFault } from './reply-faults'
import { type Labels, tidyReply } from './tidy-reply'

export type GuardKnowledge = {
  /** Stands in the instructions and nowhere else. */
  canary: string
  labels: Labels
  /** What the reply is meant to say; words among it are no fault. */
  allowedTexts: readonly string[]
  quantities: KnownQuantities
  /** See build-forbidden-grams.ts. */
  forbiddenGrams: ReadonlySet<string>
  /** The client's earlier lines. */
  earlierOwn: readonly string[]
  /** Letters of the reply after which it is stopped at the next end of a sentence. */
  mostCharacters: number
}

export type GuardVerdict = {
  /** What may go out now; all pieces joined are the reply as it was let through. */
  passed: string
  /** Set once; nothing passes afterwards. */
  fault: ReplyFault | null
}

export type ReplyGuard = {
  push(chunk: string): GuardVerdict
  /** The model has finished: judges what was still held back. */
  end(): GuardVerdict
}

/** Letters that stay behind while words come in, so that most faults are seen before their first word is out. */
const LAG = 8
/** Patterns look back this far from the newest letters. */
const LOOK_BACK = 60
/** Marks and blanks between the letters of a turn of phrase included. */
const GRAM_REACH = 4 * GRAM_LETTERS
/** A sentence of fewer letters may come twice (「是喔。」). */
const LEAST_REPEATED = 8
const LIKE_EARLIER_FROM = 3
/** Letters after a numeral that may still change what it counts. */
const AFTER_NUMERAL = 3
const NUMERAL_OR_LATIN = /(?:[A-Za-z0-9０-９][A-Za-z0-9０-９,.，．%％ '’-]*|[〇零一二兩三四五六七八九十百千萬億]+)$/u
const LATE_NUMERAL = new RegExp(
  `[0-9０-９〇零一二兩三四五六七八九十百千萬億]+[^0-9０-９]{0,${AFTER_NUMERAL - 1}}$`,
  'u',
)
const SENTENCE_END = /[。！？!?][」』）”"～~…]*$/u
/** Beginnings of what a machine says; held until it is clear how they go on. */
const SUSPECT_OPENINGS = [
  ...[
    '我是',
    '我只是',
    '我無法',
    '身為',
    '作為',
    '做為',
    '抱歉',
    '對不起',
    '很抱歉',
    '根據',
    '依照',
    '這是',
    '當然可以',
    '好的',
  ],
  ...['你應該', '您應該', '你可以', '您可以', '建議', '下次', '你做得', '您做得', '檔案'],
]
const SUSPECT_LETTERS = 10

/**
 * Checks a model's reply while it comes in.
 *
 * Words are let through a few letters behind the model, the first ones at once unless they may be the beginning of a fault. What may
 * still turn into one is held back: a numeral until its unit has come, a word in Latin letters until it has ended, a beginning of the
 * canary, a sentence that so far equals one said before.
 */
export function createReplyGuard(knowledge: GuardKnowledge): ReplyGuard {
  const guard = createState(knowledge)
  return {
    push: (chunk) => advance(guard, chunk, false),
    end: () => advance(guard, '', true),
  }
}

type State = {
  knowledge: GuardKnowledge
  allowed: string
  earlierKeys: ReadonlySet<string>
  raw: string
  pending: string
  atLineStart: boolean
  text: string
  passed: number
  sentenceStart: number
  /** Up to here hidden facts were looked for. */
  searchedTo: number
  fault: ReplyFault | null
  isClosed: boolean
}

function createState(knowledge: GuardKnowledge): State {
  const keys = knowledge.earlierOwn
    .flatMap(splitSentences)
    .map(buildSentenceKey)
    .filter((key) => key.length >= LEAST_REPEATED)
  return {
    knowledge,
    allowed: knowledge.allowedTexts.join('\n'),
    earlierKeys: new Set(keys),
    raw: '',
    pending: '',
    atLineStart: true,
    text: '',
    passed: 0,
    sentenceStart: 0,
    searchedTo: 0,
    fault: null,
    isClosed: false,
  }
}

function advance(state: State, chunk: string, isEnd: boolean): GuardVerdict {
  if (state.isClosed) return { passed: '', fault: state.fault }
  const before = state.raw.length
  state.raw += chunk
  const tidied = tidyReply(state.pending + chunk, state.knowledge.labels, state.atLineStart, isEnd)
  state.pending = tidied.rest
  state.atLineStart = tidied.atLineStart
  state.text += tidied.text
  state.fault = tidied.fault ?? findFault(state, before, isEnd)
  if (state.fault !== null) return close(state, '')
  return release(state, isEnd)
}

function close(state: State, passed: string): GuardVerdict {
  state.isClosed = true
  return { passed, fault: state.fault }
}

function findFault(state: State, before: number, isEnd: boolean): ReplyFault | null {
  const { knowledge, raw } = state
  const isAllowed = (words: string) => state.allowed.includes(words)
  if (knowledge.canary !== '' && raw.includes(knowledge.canary)) return 'leak'
  const recent = raw.slice(Math.max(0, before - LOOK_BACK)).replace(/[*_`#](?![a-z])/gu, '')
  return (
    findWordFault(recent, isAllowed) ??
    findSecret(state) ??
    (hasLeftLanguage(recent, isAllowed) || (isEnd && hasNoChinese(state.text)) ? 'language' : null) ??
    findWrongNumber(state, isEnd) ??
    findRepetition(state, isEnd)
  )
}

function findSecret(state: State): ReplyFault | null {
  const { forbiddenGrams } = state.knowledge
  if (forbiddenGrams.size === 0) return null
  const from = Math.max(0, state.searchedTo - GRAM_REACH)
  state.searchedTo = state.text.length
  const letters = [...buildSentenceKey(state.text.slice(from))]
  for (let i = 0; i + GRAM_LETTERS <= letters.length; i++)
    if (forbiddenGrams.has(letters.slice(i, i + GRAM_LETTERS).join(''))) return 'leak'
  return null
}

/** Amounts are judged once the letter after them has come, or at the end. */
function findWrongNumber(state: State, isEnd: boolean): ReplyFault | null {
  const from = Math.max(0, state.passed - LAG)
  const text = state.text.slice(from)
  const isWrong = listQuantities(text).some((quantity) => {
    const isDecided = isEnd || quantity.end < text.length
    const isWhole = from === 0 || quantity.start > 0
    return isDecided && isWhole && !isManner(quantity) && !isKnownQuantity(state.knowledge.quantities, quantity)
  })
  return isWrong ? 'wrong-number' : null
}

/** Judges the sentences that have ended since the last look. */
function findRepetition(state: State, isEnd: boolean): ReplyFault | null {
  const open = state.text.slice(state.sentenceStart)
  const sentences = splitSentences(open)
  const ended = isEnd || SENTENCE_END.test(open) ? sentences : sentences.slice(0, -1)
  const isRepeated = ended.some((sentence) => state.earlierKeys.has(buildSentenceKey(sentence)))
  const last = sentences.at(-1)
  state.sentenceStart =
    ended.length < sentences.length && last !== undefined ? state.text.lastIndexOf(last) : state.text.length
  return isRepeated ? 'repetition' : null
}

function release(state: State, isEnd: boolean): GuardVerdict {
  const { text, knowledge } = state
  if (text.length > knowledge.mostCharacters) return stopAtSentence(state)
  const end = isEnd ? text.length : findSafeEnd(state)
  if (isEnd) state.isClosed = true
  return { passed: take(state, end), fault: null }
}

function take(state: State, end: number): string {
  const piece = state.text.slice(state.passed, Math.max(end, state.passed))
  state.passed = Math.max(end, state.passed)
  return piece
}

/** Lets what ended within the limit through, and nothing after it. */
function stopAtSentence(state: State): GuardVerdict {
  const within = state.text.slice(0, state.knowledge.mostCharacters)
  const lastEnd = Math.max(...['。', '！', '？', '!', '?'].map((mark) => within.lastIndexOf(mark))) + 1
  state.fault = 'over-long'
  return close(state, take(state, lastEnd))
}

function findSafeEnd(state: State): number {
  const { text, knowledge } = state
  if (isSuspectOpening(text)) return 0
  const lag = Math.min(LAG, Math.floor(text.length / 2))
  let end = text.length - lag
  const trailing = NUMERAL_OR_LATIN.exec(text) ?? LATE_NUMERAL.exec(text)
  if (trailing) end = Math.min(end, trailing.index)
  end = Math.min(end, text.length - countCanaryStart(text, knowledge.canary))
  return isLikeEarlier(state) ? Math.min(end, state.sentenceStart) : end
}

function isSuspectOpening(text: string): boolean {
  const words = text.trimStart()
  // One letter alone is no beginning of anything yet: 「我」 is how half of all sentences begin.
  if (words.length < 2 || words.length >= SUSPECT_LETTERS) return false
  return SUSPECT_OPENINGS.some((opening) => opening.startsWith(words) || words.startsWith(opening))
}

/** @returns how many of the last letters may begin the canary. */
function countCanaryStart(text: string, canary: string): number {
  for (let length = Math.min(canary.length - 1, text.length); length > 0; length--)
    if (canary.startsWith(text.slice(-length))) return length
  return 0
}

function isLikeEarlier(state: State): boolean {
  const key = buildSentenceKey(state.text.slice(state.sentenceStart))
  if (key.length < LIKE_EARLIER_FROM) return false
  for (const earlier of state.earlierKeys) if (earlier.startsWith(key)) return true
  return false
}
