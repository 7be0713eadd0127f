import { addUp, ordered, type Pair, pair, type WordWeights } from './add-up-words'
import type { FoundWord } from './find-words'
import type { WordKind } from './instruction-words'

/** What a word is worth by being there. */
const ALONE: Partial<Record<WordKind, number>> = {
  machine: 2,
  judge: 3,
  tool: 2,
  system: 1,
  mode: 6,
  helper: 0.5,
  role: 0.5,
  prompt: 4,
  rule: 0.5,
  command: 2,
  score: 1,
  top: 3,
  full: 0.5,
  passMe: 6,
  pass: 1.5,
  hidden: 1,
  exercise: 1.5,
  record: 2.5,
  exam: 0.5,
  done: 0.5,
  agree: 0.5,
  override: 1,
  cancel: 1,
  mine: 3,
  force: 0.5,
  only: 0.5,
  reveal: 0.5,
  verbatim: 1.5,
  grant: 0.5,
  verdict: 1.5,
  become: 0.5,
  pretend: 0.5,
  stop: 0.5,
  unmask: 3,
  claim: 0.5,
  as: 0.5,
  execute: 1.5,
  earlier: 0.5,
  unreal: 3,
}

const PAIRS: readonly Pair[] = [
  // Setting the rules of the exercise aside.
  ordered('override', 'rule', 12, 3),
  ordered('rule', 'override', 8, 2),
  pair('override', 'prompt', 12, 3),
  ordered('override', 'role', 8, 2),
  ordered('role', 'override', 2, 2),
  pair('override', 'score', 8, 2),
  pair('override', 'top', 12, 2),
  pair('earlier', 'rule', 8, 1),
  pair('override', 'earlier', 8, 1),
  pair('override', 'system', 10, 2),
  pair('override', 'force', 14, 1),
  pair('override', 'hidden', 10, 1),
  // Asking for points.
  ordered('grant', 'top', 12, 3),
  ordered('grant', 'score', 8, 3),
  ordered('score', 'grant', 10, 2.5),
  ordered('grant', 'pass', 10, 2.5),
  pair('exercise', 'top', 16, 3),
  pair('exercise', 'score', 12, 2.5),
  pair('exercise', 'pass', 12, 2.5),
  pair('exercise', 'verdict', 12, 2.5),
  pair('exercise', 'grant', 10, 1),
  pair('verdict', 'done', 12, 3),
  pair('verdict', 'top', 12, 3),
  pair('verdict', 'pass', 12, 3),
  pair('verdict', 'score', 12, 2),
  pair('exercise', 'done', 12, 2),
  pair('force', 'pass', 8, 2),
  pair('force', 'score', 8, 2),
  pair('force', 'top', 8, 2.5),
  pair('exercise', 'hidden', 10, 1.5),
  pair('force', 'exercise', 12, 2),
  pair('grant', 'full', 8, 2),
  pair('score', 'full', 10, 3),
  pair('verdict', 'prompt', 12, 2),
  // Speaking to a judge or a machine.
  pair('judge', 'score', 20, 2),
  pair('judge', 'top', 20, 2),
  pair('judge', 'pass', 20, 2),
  pair('judge', 'verdict', 20, 2),
  pair('judge', 'grant', 14, 2),
  pair('judge', 'become', 10, 2),
  pair('judge', 'done', 16, 2),
  pair('judge', 'as', 4, 3),
  pair('machine', 'as', 4, 3),
  pair('helper', 'as', 4, 3),
  pair('system', 'as', 4, 2),
  pair('machine', 'grant', 14, 2),
  pair('machine', 'full', 14, 2),
  ordered('claim', 'system', 8, 3),
  ordered('claim', 'judge', 8, 2),
  ordered('claim', 'helper', 6, 3),
  pair('claim', 'override', 20, 1),
  pair('system', 'top', 20, 2),
  pair('system', 'score', 14, 2),
  pair('system', 'verdict', 14, 2),
  pair('system', 'pass', 14, 2),
  pair('system', 'exercise', 14, 2),
  pair('system', 'rule', 6, 2),
  pair('system', 'reveal', 10, 1),
  pair('machine', 'score', 20, 2),
  pair('machine', 'top', 20, 2),
  pair('machine', 'pass', 20, 2),
  pair('machine', 'rule', 12, 2),
  pair('machine', 'reveal', 12, 1.5),
  ordered('become', 'machine', 8, 4),
  pair('machine', 'role', 12, 2),
  // Taking the client out of the role.
  ordered('become', 'helper', 10, 4),
  ordered('become', 'role', 8, 2.5),
  ordered('become', 'system', 8, 3),
  ordered('become', 'judge', 8, 3),
  ordered('stop', 'role', 8, 4),
  ordered('stop', 'exercise', 8, 2),
  ordered('stop', 'exam', 8, 3.5),
  ordered('exam', 'stop', 6, 2),
  pair('exam', 'verdict', 12, 2),
  pair('unmask', 'role', 12, 2),
  pair('unmask', 'machine', 12, 2),
  pair('unmask', 'helper', 12, 2),
  pair('unmask', 'mine', 12, 2),
  pair('unmask', 'reveal', 12, 2),
  pair('become', 'done', 14, 3),
  pair('become', 'agree', 10, 3),
  pair('mine', 'agree', 10, 2),
  pair('role', 'agree', 10, 2.5),
  pair('force', 'agree', 10, 3),
  pair('exercise', 'agree', 10, 2),
  pair('system', 'agree', 16, 2),
  pair('mine', 'rule', 14, 2),
  pair('mine', 'earlier', 16, 1.5),
  pair('become', 'mine', 14, 2),
  pair('become', 'force', 12, 1),
  // Asking for what is hidden.
  pair('reveal', 'prompt', 14, 3),
  pair('reveal', 'rule', 10, 1.5),
  pair('reveal', 'hidden', 12, 3),
  pair('reveal', 'score', 10, 2.5),
  pair('reveal', 'role', 8, 2),
  pair('reveal', 'earlier', 10, 1.5),
  pair('prompt', 'hidden', 10, 2),
  pair('reveal', 'command', 12, 2),
  pair('verbatim', 'reveal', 10, 2),
  pair('verbatim', 'rule', 12, 2),
  pair('verbatim', 'prompt', 14, 2),
  ordered('you', 'score', 5, 1.5),
  pair('exercise', 'prompt', 10, 2),
  pair('force', 'rule', 14, 1.5),
  pair('record', 'done', 14, 1.5),
  pair('beg', 'score', 14, 3),
  pair('beg', 'top', 14, 3),
  pair('beg', 'pass', 14, 2.5),
  pair('beg', 'full', 14, 3),
  pair('beg', 'hidden', 12, 2),
  pair('grant', 'hidden', 10, 1.5),
  ordered('you', 'hidden', 6, 1.5),
  ordered('you', 'prompt', 6, 2),
  ordered('you', 'rule', 4, 2),
  ordered('you', 'machine', 6, 2),
  pair('execute', 'mine', 12, 2),
  pair('execute', 'grant', 12, 1),
  pair('execute', 'rule', 8, 2),
  pair('unreal', 'force', 16, 2),
  pair('mode', 'become', 10, 1),
  ordered('pretend', 'role', 16, 2),
  ordered('pretend', 'agree', 10, 1.5),
  pair('only', 'agree', 12, 1.5),
  pair('tell', 'only', 10, 3),
]

/** Kinds that do what another does, with more weight of their own. */
const LIKE: Partial<Record<WordKind, WordKind>> = {
  command: 'rule',
  record: 'exercise',
  cancel: 'override',
  only: 'force',
  pretend: 'become',
  as: 'role',
  tool: 'judge',
}

/** However much of the meeting is in it, an attack stays one. */
const MOST_HONEST = 3

/** Who or what only an exercise or a machine has. Without any of them, rules, points and systems are the insurer's as soon as its matter is named. */
const STAGE: ReadonlySet<WordKind> = new Set<WordKind>([
  'machine',
  'judge',
  'tool',
  'mode',
  'helper',
  'prompt',
  'top',
  'passMe',
  'exercise',
  'record',
  'exam',
  'verdict',
  'unmask',
  'as',
  'beg',
  'verbatim',
  'execute',
  'unreal',
])
/** What a word of the insurer's matter takes off where nothing of a stage is named. */
const MATTER = 3
const MOST_MATTER = 9

const TALK: WordWeights = { alone: ALONE, pairs: PAIRS, like: LIKE }

function discount(words: readonly FoundWord[]): number {
  const count = (kind: WordKind) => words.filter((word) => word.kind === kind).length
  if (words.some((word) => STAGE.has(word.kind))) return Math.min(MOST_HONEST, count('business') + count('plain'))
  // A plain word has taken away the one that it is not, and counts no more for it.
  return Math.min(MOST_MATTER, count('plain') + (count('business') + count('matter')) * MATTER)
}

/**
 * Weighs what the words of a stretch of talk do together.
 *
 * @param words in order of place.
 * @returns 0 where nothing speaks to a machine; about 3 where it may, 5 and more where it does.
 */
export function weighWords(words: readonly FoundWord[], isLatin: boolean): number {
  const weight = addUp(words, isLatin, TALK)
  return weight === 0 ? 0 : Math.max(0, weight - discount(words))
}
