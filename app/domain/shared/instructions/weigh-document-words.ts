import { addUp, ordered, type Pair, pair, type WordWeights } from './add-up-words'
import type { FoundWord } from './find-words'
import type { WordKind } from './instruction-words'

/** What a word is worth in a document: rules, points, systems and examinations are what documents speak of, to people. */
const ALONE: Partial<Record<WordKind, number>> = {
  machine: 1,
  reader: 1.5,
  tool: 2,
  judge: 0.5,
  system: 0.5,
  helper: 0.5,
  mode: 3,
  prompt: 1.5,
  command: 1,
  record: 0.5,
  top: 0.5,
  passMe: 1,
  grant: 0.5,
  override: 0.5,
  tell: 0.5,
  mine: 1,
  hidden: 0.5,
  unmask: 3,
  force: 0.5,
  only: 0.5,
}

/** What a reader that is a machine is told to do with a document. */
const PAIRS: readonly Pair[] = [
  pair('machine', 'tell', 24, 3),
  pair('reader', 'tell', 24, 3),
  pair('tool', 'tell', 24, 3),
  pair('tool', 'override', 24, 3),
  pair('tool', 'cancel', 16, 2.5),
  pair('machine', 'tool', 8, 2),
  pair('machine', 'agree', 24, 3),
  pair('tool', 'system', 8, 2),
  pair('machine', 'reader', 8, 2),
  pair('tool', 'force', 20, 2),
  pair('tool', 'hidden', 20, 2.5),
  pair('tool', 'grant', 20, 2),
  pair('tool', 'score', 14, 2),
  pair('tool', 'verdict', 14, 2.5),
  pair('tell', 'prompt', 24, 2.5),
  pair('judge', 'tell', 14, 3),
  pair('judge', 'override', 14, 3),
  pair('helper', 'tell', 14, 3),
  pair('system', 'tell', 10, 3),
  pair('command', 'tell', 20, 2),
  pair('machine', 'override', 24, 3),
  pair('reader', 'override', 24, 3),
  pair('override', 'command', 14, 3),
  pair('override', 'prompt', 14, 3),
  pair('override', 'earlier', 6, 2),
  pair('override', 'rule', 12, 1.5),
  pair('override', 'tell', 14, 2),
  pair('earlier', 'command', 8, 1),
  ordered('become', 'machine', 10, 3),
  ordered('become', 'helper', 10, 3),
  pair('reveal', 'prompt', 12, 3),
  pair('machine', 'prompt', 14, 2),
  pair('machine', 'mine', 14, 3),
  pair('machine', 'force', 16, 2),
  pair('reader', 'force', 20, 2),
  pair('reader', 'agree', 20, 2),
  pair('reader', 'reveal', 20, 2),
  pair('machine', 'hidden', 16, 3),
  pair('reader', 'hidden', 16, 2.5),
  pair('system', 'agree', 20, 2),
  pair('force', 'agree', 8, 1.5),
  ordered('grant', 'top', 12, 2.5),
  ordered('grant', 'full', 8, 2),
  pair('record', 'top', 12, 1.5),
  pair('record', 'full', 8, 1.5),
  pair('reader', 'score', 14, 2.5),
  pair('system', 'score', 6, 2),
  pair('record', 'score', 8, 1.5),
  pair('tell', 'force', 8, 1.5),
  pair('tell', 'mine', 12, 3),
  pair('tell', 'role', 6, 1),
]

/** What a document cancels is its own matter. */
const LIKE: WordWeights['like'] = { command: 'rule', only: 'force', pretend: 'become' }

const DOCUMENT: WordWeights = { alone: ALONE, pairs: PAIRS, like: LIKE }

/** As weighWords, for a stretch of a document, where words of the insurer's matter make nothing honest. */
export function weighDocumentWords(words: readonly FoundWord[], isLatin: boolean): number {
  const weight = addUp(words, isLatin, DOCUMENT)
  return weight === 0 ? 0 : Math.max(0, weight - words.filter((word) => word.kind === 'plain').length)
}
