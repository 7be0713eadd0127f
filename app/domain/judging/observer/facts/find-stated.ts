import { isDisowned } from '../text/judge-frame'
import type { Utterance } from '../text/read-utterance'

const MOST_FOUND = 20

/** Every place where the pattern (flags `gu`) stands in the utterance, twenty at most. */
export function* findAll(utterance: Utterance, pattern: RegExp): Generator<RegExpExecArray> {
  pattern.lastIndex = 0
  for (let count = 0; count < MOST_FOUND; count++) {
    const found = pattern.exec(utterance.text)
    if (found === null) return
    if (found[0] === '') pattern.lastIndex++
    const next = pattern.lastIndex
    yield found
    pattern.lastIndex = next
  }
}

/** Whether somebody says it, in a statement and not in a question. */
export function isSaid(utterance: Utterance, start: number, end: number): boolean {
  const clauses = utterance.clauses.filter((clause) => clause.start < end && clause.end > start)
  return clauses.length > 0 && !clauses.at(-1)!.isQuestion
}

/** The speaker states it: not a question, not denied. */
export function isStated(utterance: Utterance, start: number, end: number): boolean {
  return isSaid(utterance, start, end) && !isDisowned(utterance, { start, end })
}
