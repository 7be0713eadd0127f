import type { Move } from '../client-state'
import type { Piece } from '../compose-reply'

/** What the client's state counts on having been said: a trainee must not be blamed for passing over a question that never came. */
const OWED: ReadonlySet<Move['kind']> = new Set([
  'answer',
  'reveal',
  'tell-name',
  'raise-worry',
  'ask',
  'ask-again',
  'agree',
  'red-line',
  'farewell',
  'stall',
])
/** Said by everybody all the time; sharing them means nothing. */
const COMMON =
  /[我你您他她它的了是不有在就也都要會可說講個一這那麼什沒好多少啊喔呢吧嗎啦吼齁欸嗯得到去來跟和還很只能想再把給過所以因為如果然後其實真自己們時候現對\p{P}\s]/gu
const ASKING = /[？?]|嗎|呢|多少|怎麼|什麼|哪|幾|誰/u
/** A paraphrase keeps about a third of the letters that carry the meaning; where a question is asked at all it is the one that was planned. */
const LEAST_SHARED = 0.25
const LEAST_SHARED_QUESTION = 0.2

/**
 * Finds what a model left out of a reply.
 *
 * A move counts as said when a quarter of the letters that carry its meaning occur in the text (a fifth for a question), and, for a question,
 * when something is asked.
 *
 * @returns the pieces whose words have to be added, in order.
 */
export function findUnsaidPieces(text: string, pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece) => OWED.has(piece.move.kind) && !isSaid(text, piece))
}

function isSaid(text: string, { move, text: words }: Piece): boolean {
  const isQuestion = (move.kind === 'ask' || move.kind === 'ask-again') && ASKING.test(words)
  if (isQuestion && !ASKING.test(text)) return false
  const letters = new Set(words.replace(COMMON, ''))
  if (letters.size === 0) return true
  let shared = 0
  for (const letter of letters) if (text.includes(letter)) shared++
  return shared / letters.size >= (isQuestion ? LEAST_SHARED_QUESTION : LEAST_SHARED)
}
