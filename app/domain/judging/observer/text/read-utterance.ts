import { CHARACTER_VARIANTS } from '../../../shared/character-variants'

export type Clause = {
  index: number
  sentence: number
  /** `[start, end)` in the normalised text, without the closing mark. */
  start: number
  end: number
  text: string
  /** Asks something by itself: a question mark, a particle or a question word. */
  isQuestion: boolean
}
export type Sentence = {
  index: number
  start: number
  end: number
  text: string
  firstClause: number
  lastClause: number
  isQuestion: boolean
}

/** An utterance made ready for matching, with the way back to the words as typed. */
export type Utterance = {
  original: string
  text: string
  clauses: readonly Clause[]
  sentences: readonly Sentence[]
  /** @returns the span `[start, end)` of the original for a span of the normalised text. */
  toOriginal(start: number, end: number): { start: number; end: number }
}

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/u
/** Invisible marks and direction controls, which can hide words from a matcher. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/u
/** Marks put between characters to break up a word: 保*證, 保·證. */
const WORD_BREAKER = /[*_·•‧^|\u30fb\uff65]/u

/** Utterances longer than this are read to here only; nobody speaks so long in one turn. */
const MAX_READ_LENGTH = 6000

/** A character as it is matched; `text` is empty for marks that nobody sees. */
type Letter = { text: string; isHan: boolean; isBlank: boolean; isGap: boolean }
type Piece = Letter & { from: number; to: number }

/** A language uses some thousands of characters, an attack all there are. */
const MOST_LETTERS = 12_000
const letters = new Map<string, Letter>()

function readLetter(character: string): Letter {
  const known = letters.get(character)
  if (known !== undefined) return known
  let text = ''
  if (!INVISIBLE.test(character))
    for (const part of character.normalize('NFKC').toLowerCase()) text += CHARACTER_VARIANTS.get(part) ?? part
  const isBlank = text.trim() === '' && text !== '\n'
  const letter = { text, isHan: HAN.test(text), isBlank, isGap: isBlank || WORD_BREAKER.test(text) }
  if (letters.size < MOST_LETTERS) letters.set(character, letter)
  return letter
}

function readPieces(original: string): Piece[] {
  const pieces: Piece[] = []
  let position = 0
  for (const character of original) {
    const from = position
    position += character.length
    const { text, isHan, isBlank, isGap } = readLetter(character)
    if (text !== '') pieces.push({ text, isHan, isBlank, isGap, from, to: position })
  }
  return pieces
}

/** Drops blanks and word breakers inside Han text; a blank between longer runs of Han counts as a comma. */
function joinSpacedText(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some((piece) => piece.isGap)) return pieces
  const kept: Piece[] = []
  pieces.forEach((piece, i) => {
    if (!piece.isGap) {
      kept.push(piece)
      return
    }
    const [isAfterHan, isBeforeHan] = [pieces[i - 1]?.isHan === true, pieces[i + 1]?.isHan === true]
    if (isAfterHan && isBeforeHan) {
      const isSpelled = pieces[i - 2]?.isGap === true || pieces[i + 2]?.isGap === true
      if (isSpelled || !piece.isBlank) return
      kept.push({ ...piece, text: ',' })
      return
    }
    if (piece.isBlank && (isAfterHan || isBeforeHan)) return
    kept.push({ ...piece, text: ' ' })
  })
  return kept
}

const INDEFINITE =
  /什麼都|什麼也|沒什麼|沒有什麼|不管|無論|不論|多少有|多少都|怎麼樣都|怎樣都|哪裡都|誰都|再怎麼|幾乎|好幾|沒多少|哪一天|哪天|沒幾|幾杯|幾年後|這幾年|頭幾年|前幾年|幾樣|幾個重點|要什麼沒什麼/u
const QUESTION_WORD =
  /嗎|什麼|啥|怎麼|怎樣|如何|哪|幾|多少|多久|多大|多高|誰|為何|是不是|有沒有|要不要|會不會|能不能|可不可以|可否|好不好|對不對|行不行|夠不夠|想不想|願不願意|方不方便|甘會|敢會|甘有|敢有|幾歲/u
const QUESTION_END = /(嗎|呢|齁|吼|吧|沒有|了沒|過沒|沒|否|不)$/u

function isQuestionClause(text: string, mark: string): boolean {
  if (mark.includes('?')) return true
  if (/(嗎|了沒|過沒|甘會使|好不好|對不對|可不可以)$/u.test(text)) return true
  if (/呢$/u.test(text) && text.length <= 14) return true
  return (
    QUESTION_WORD.test(text) &&
    !INDEFINITE.test(text) &&
    /^(請問|請教|那|想請問|想請教)|是不是|有沒有|要不要|(什麼|哪裡|哪些|多少|多久|幾個|幾歲|誰|怎麼(想|看|辦|打算))$/u.test(
      text,
    )
  )
}

const CLOSING_MARK = /[,。!?;:~\n—]/u
const MARKS = new Set([...',。!?;:~\n—.'])

function splitClauses(text: string): { clauses: Clause[]; sentences: Sentence[] } {
  const clauses: Clause[] = []
  const sentences: Sentence[] = []
  let [clauseStart, sentenceStart, firstClause] = [0, 0, 0]
  const closeClause = (end: number, mark: string) => {
    const raw = text.slice(clauseStart, end)
    const lead = raw.length - raw.trimStart().length
    const trimmed = raw.trim()
    if (trimmed !== '') {
      clauses.push({
        index: clauses.length,
        sentence: sentences.length,
        start: clauseStart + lead,
        end: clauseStart + lead + trimmed.length,
        text: trimmed,
        isQuestion: isQuestionClause(trimmed.replace(/[「」『』()"]/gu, ''), mark),
      })
    }
  }
  const closeSentence = (end: number) => {
    if (clauses.length === firstClause) return
    const inside = clauses.slice(firstClause)
    sentences.push({
      index: sentences.length,
      start: sentenceStart,
      end,
      text: text.slice(sentenceStart, end),
      firstClause,
      lastClause: clauses.length - 1,
      isQuestion: inside.some((clause) => clause.isQuestion),
    })
    firstClause = clauses.length
  }
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!
    if (!MARKS.has(mark)) continue
    const isBetweenDigits = /\d/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? '')
    const isDots = mark === '.' && text[i + 1] === '.'
    if (
      !(
        isDots ||
        (CLOSING_MARK.test(mark) && !(isBetweenDigits && /[,:]/.test(mark))) ||
        (mark === '.' && !isBetweenDigits && !/[a-z0-9]/.test(text[i + 1] ?? ''))
      )
    )
      continue
    const clauseEnd = i
    let marks = mark
    while (i + 1 < text.length && /[,。!?;:~\n—.]/u.test(text[i + 1]!)) marks += text[++i]!
    closeClause(clauseEnd, marks)
    clauseStart = i + 1
    if (/[。!?;\n]/u.test(marks)) {
      closeSentence(i + 1)
      sentenceStart = i + 1
    }
  }
  closeClause(text.length, '')
  closeSentence(text.length)
  return { clauses, sentences }
}

/**
 * Reads an utterance: NFKC, lower case, traditional characters, no hidden marks, cut into sentences and clauses.
 *
 * @param original any text; beyond `MAX_READ_LENGTH` characters it is not read.
 */
export function readUtterance(original: string): Utterance {
  const pieces = joinSpacedText(readPieces(original.slice(0, MAX_READ_LENGTH)))
  const text = joinPieces(pieces)
  const [starts, ends]: [number[], number[]] = [[], []]
  for (const piece of pieces) {
    for (let i = 0; i < piece.text.length; i++) {
      starts.push(piece.from)
      ends.push(piece.to)
    }
  }
  return {
    original,
    text,
    ...splitClauses(text),
    toOriginal: (start, end) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }),
  }
}

/**
 * @param original any text; beyond `MAX_READ_LENGTH` characters it is not read.
 * @returns the text of `readUtterance` alone.
 */
export function normaliseText(original: string): string {
  return joinPieces(joinSpacedText(readPieces(original.slice(0, MAX_READ_LENGTH))))
}

function joinPieces(pieces: readonly Piece[]): string {
  let text = ''
  for (const piece of pieces) text += piece.text
  return text
}

/** @returns the clauses that the span `[start, end)` touches. */
export function findClauses(utterance: Utterance, start: number, end: number): Clause[] {
  return utterance.clauses.filter((clause) => clause.start < end && clause.end > start)
}

/** @returns whether a clause, or the end of its sentence, asks something. */
export function isAsking(utterance: Utterance, clause: Clause): boolean {
  if (clause.isQuestion) return true
  if (ASK_LEAD.test(clause.text)) return true
  const sentence = utterance.sentences[clause.sentence]
  const last = sentence === undefined ? undefined : utterance.clauses[sentence.lastClause]
  return (
    last !== undefined &&
    last !== clause &&
    last.isQuestion &&
    last.index - clause.index <= 2 &&
    QUESTION_END.test(last.text) &&
    !/^(這樣|可以|好|方便|ok|行|您看)/u.test(last.text) &&
    /^(這樣|方便|可以|您)/u.test(clause.text) === false &&
    last.text.length <= 8
  )
}

const ASK_LEAD =
  /想(請教|請問|了解|問|知道|聽聽)|請問|請教|方便(跟我)?(說|講|告訴|透露|分享|聊)|(跟我|和我)(說說|聊聊|講講|分享)|告訴我|說說|聊聊您|我問一下|先問|問您一下|不知道您/u
