import { decodePayloads } from './decode-payloads'
import { findMarkup, type InstructionSpan } from './find-markup'
import { type FoundWord, findWords } from './find-words'
import { type FoldedDisguise, foldDisguises } from './fold-disguises'
import { isLatinText, weighLatin, weighOtherReadings, weighReading } from './read-other-ways'
import { weighDocumentWords } from './weigh-document-words'
import { weighWords } from './weigh-words'

/** `weight` is the greatest of the spans, 0 without any. */
export type HeardInstructions = { weight: number; spans: InstructionSpan[] }

/** From here on something of it is there: a model alone cannot say that such words were good ones. */
export const HINT_WEIGHT = 1
/** From here on words may be speaking to a machine: a model is not believed on the whole turn. */
export const SMELL_WEIGHT = 3
/** From here on they do: it is a fault of the trainee. */
export const FAULT_WEIGHT = 5

const MOST_READ = 3_000
const SENTENCE_END = /[。！？!?\n;；]/u
/** What hiding adds to words that are something without it. */
const DISGUISED = 3
const LEAST_DISGUISED = 1.5
const PAYLOAD = 3
/** Longer pairs of sentences are two thoughts; and what two of them say together is less sure. */
const MOST_JOINED = 90
const JOINED = 0.5

/** How the words of a stretch are weighed: in talk or in a document. */
type Weigh = (words: readonly FoundWord[], isLatin: boolean) => number

type Piece = { start: number; end: number; words: FoundWord[] }

/** @returns sentences `[start, end)` with their closing marks and the words in them. */
function cutSentences(text: string, words: readonly FoundWord[]): Piece[] {
  const pieces: Piece[] = []
  let [start, next] = [0, 0]
  const close = (end: number) => {
    const inside: FoundWord[] = []
    for (; next < words.length && words[next]!.start < end; next++) inside.push(words[next]!)
    if (text.slice(start, end).trim() !== '') pieces.push({ start, end, words: inside })
    start = end
  }
  for (let i = 0; i < text.length; i++) {
    const isDot = text[i] === '.' && (text[i + 1] ?? ' ') === ' ' && !/\d/u.test(text[i - 1] ?? '')
    if (isDot || SENTENCE_END.test(text[i]!)) close(i + 1)
  }
  close(text.length)
  return pieces
}

const FOREIGN = /[\u3041-\u30ff\uac00-\ud7af\u0e00-\u0e7f\u0600-\u06ff\u0590-\u05ff]{2}|[\u0370-\u04ff]{3}/u

/**
 * Hears whether words are aimed at a machine, a judge or whoever plays a part, instead of at a client: what they ask for (points, the
 * instructions, what is hidden, another role) and how they ask (setting rules aside, claiming to be the system, code, hidden or encoded words).
 *
 * @param original any text; beyond 3,000 characters it is not read. Time is linear in its length.
 * @returns the weight and the stretches from `HINT_WEIGHT` on, in order.
 */
export function hearInstructions(original: string): HeardInstructions {
  const read = original.slice(0, MOST_READ)
  return collect([...weighSentences(foldDisguises(read), weighWords), ...weighPayloads(read), ...findMarkup(read)])
}

/** As hearInstructions, for a piece of a document: whom it addresses must be a machine, for documents speak of rules and points to people. */
export function hearInDocument(original: string): HeardInstructions {
  const read = original.slice(0, MOST_READ)
  const sentences = weighSentences(foldDisguises(read), weighDocumentWords)
  return collect([...sentences, ...weighPayloads(read), ...findMarkup(read, true)])
}

function collect(found: readonly InstructionSpan[]): HeardInstructions {
  const spans = found.filter((span) => span.weight >= HINT_WEIGHT).sort((a, b) => a.start - b.start || a.end - b.end)
  return { weight: Math.max(0, ...spans.map((span) => span.weight)), spans }
}

function weighPayloads(read: string): InstructionSpan[] {
  return decodePayloads(read).map(({ start, end, decoded, isSure }) => {
    const weight = weighReading(foldDisguises(decoded).text)
    return { start, end, weight: weight >= 1 ? Math.max(FAULT_WEIGHT, weight + PAYLOAD) : isSure ? SMELL_WEIGHT : 0 }
  })
}

function weighSentences(folded: FoldedDisguise, weigh: Weigh): InstructionSpan[] {
  const { text } = folded
  const pieces = cutSentences(text, findWords(text))
  const weights = pieces.map((piece) => weighSentence(folded, piece, weigh))
  const spans = pieces.map((piece, i) => toSpan(folded, piece, weights[i]!))
  // What one sentence begins, the next may end.
  for (let i = 0; i + 1 < pieces.length; i++) {
    const [first, second] = [pieces[i]!, pieces[i + 1]!]
    if (second.end - first.start > MOST_JOINED || weights[i] === 0 || weights[i + 1] === 0) continue
    const weight = weigh([...first.words, ...second.words], isLatinText(text.slice(first.start, second.end))) - JOINED
    if (weight > weights[i]! && weight > weights[i + 1]!)
      spans.push(toSpan(folded, { start: first.start, end: second.end }, weight))
  }
  if (folded.hiddenCount > 0) spans.push(toSpan(folded, { start: 0, end: text.length }, SMELL_WEIGHT))
  return spans
}

function weighSentence(folded: FoldedDisguise, piece: Piece, weigh: Weigh): number {
  const sentence = folded.text.slice(piece.start, piece.end)
  const plain = weigh(piece.words, isLatinText(sentence))
  const spelled = folded.gapCount > 0 && plain < FAULT_WEIGHT ? weigh(findWords(sentence, true), true) : 0
  const other = plain < FAULT_WEIGHT && weigh === weighWords ? weighOtherReadings(sentence) : 0
  const latin = weigh === weighWords ? 0 : weighLatin(sentence)
  const weight = Math.max(plain, spelled, other, latin)
  const isDisguised = folded.hiddenCount > 0 || folded.lookAlikeCount >= 2 || folded.gapCount > 0
  const whole = weight + (isDisguised && weight >= LEAST_DISGUISED ? DISGUISED : 0)
  return Math.max(whole, FOREIGN.test(sentence) ? SMELL_WEIGHT : 0)
}

function toSpan(folded: FoldedDisguise, piece: { start: number; end: number }, weight: number): InstructionSpan {
  return { start: folded.starts[piece.start] ?? 0, end: folded.ends[piece.end - 1] ?? 0, weight }
}
