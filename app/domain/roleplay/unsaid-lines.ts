import type { Line, Persona } from '../persona/persona-schema'
import type { ClientState } from './client-state'
import { buildSentenceKey, splitSentences } from './split-sentences'

export type Said = ReadonlySet<string>

/** Trust from which a client speaks openly, and under which they are on guard. Source: persona-schema.ts, `when`. */
const WARM_FROM = 60
const GUARDED_UNDER = 40

/** An interjection of at most this many letters can be left out when it was said before. */
const DROPPABLE_LETTERS = 6

/**
 * The lines a client can still say, none of whose sentences was said before; a short first sentence said before (「是喔。」) is left out.
 * Lines made for another trust than the present are left out; those made for it come first.
 *
 * @param trust 0 to 100.
 */
export function findUnsaidLines(lines: readonly Line[], said: Said, trust: number): string[] {
  const stance = trust >= WARM_FROM ? 'warm' : trust < GUARDED_UNDER ? 'guarded' : null
  const made: string[] = []
  const fitting: string[] = []
  for (const line of prepare(lines)) {
    if (line.when !== null && line.when !== stance) continue
    const text = trimSaid(line, said)
    if (text === null) continue
    if (line.when === null) fitting.push(text)
    else made.push(text)
  }
  return [...made, ...fitting]
}

/** Like findUnsaidLines for one ordered wording, whatever the trust: worries are voiced first softly, then harder. */
export function findUnsaidInOrder(lines: readonly Line[], said: Said): string | null {
  for (const line of prepare(lines)) {
    const text = trimSaid(line, said)
    if (text !== null) return text
  }
  return null
}

export function canSay(lines: readonly Line[] | undefined, said: Said, trust: number): boolean {
  return lines !== undefined && findUnsaidLines(lines, said, trust).length > 0
}

type PreparedLine = { when: 'warm' | 'guarded' | null; sentences: string[]; keys: string[] }
/** The same lines are looked through every turn; a persona's lines never change once loaded. */
const PREPARED = new WeakMap<readonly Line[], PreparedLine[]>()

function prepare(lines: readonly Line[]): PreparedLine[] {
  const known = PREPARED.get(lines)
  if (known) return known
  const prepared = lines.map((line) => {
    const sentences = splitSentences(typeof line === 'string' ? line : line.say)
    return { when: typeof line === 'string' ? null : line.when, sentences, keys: sentences.map(buildKey) }
  })
  PREPARED.set(lines, prepared)
  return prepared
}

function trimSaid({ sentences, keys }: PreparedLine, said: Said): string | null {
  const canDrop = sentences.length > 1 && said.has(keys[0]!) && keys[0]!.length <= DROPPABLE_LETTERS
  const from = canDrop ? 1 : 0
  const kept = keys.slice(from)
  const isFresh = kept.every((key) => !said.has(key)) && new Set(kept).size === kept.length
  return isFresh && kept.length > 0 ? sentences.slice(from).join('') : null
}

/** A sentence of marks alone (「……」) is its own key. */
function buildKey(sentence: string): string {
  return buildSentenceKey(sentence) || sentence
}

/**
 * Notes the words of a reply, whichever engine spoke them, so that none of its sentences comes twice.
 * A sentence that begins with one of the client's fillers counts without it as well.
 */
export function recordReply(persona: Persona, state: ClientState, text: string): ClientState {
  const keys = new Set(state.saidLines)
  for (const sentence of splitSentences(text)) {
    keys.add(buildKey(sentence))
    const filler = persona.speech.fillers.find((each) => sentence.startsWith(each))
    if (filler !== undefined && sentence.length > filler.length) keys.add(buildKey(sentence.slice(filler.length)))
  }
  return { ...state, saidLines: [...keys] }
}
