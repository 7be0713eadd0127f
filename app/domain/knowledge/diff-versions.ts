import { type DiffPart, diffWords } from './diff-words'
import type { Passage } from './passage'

export type PassageChange =
  | { kind: 'added'; key: string; after: Passage }
  | { kind: 'removed'; key: string; before: Passage }
  | { kind: 'changed'; key: string; before: Passage; after: Passage; parts: readonly DiffPart[] }

/** @param key the article, or heading and place where a source numbers nothing. */
export type VersionDiff = { changes: readonly PassageChange[]; sameCount: number }

/**
 * Compares two versions of one document, article by article.
 *
 * Articles are matched by number, pieces without a number by their headings and their order under them. Spaces and line breaks are no change. An article
 * whose whole text is 「（刪除）」 counts as removed.
 * @returns changes in the order of the newer text, those removed last.
 */
export function diffVersions(before: readonly Passage[], after: readonly Passage[]): VersionDiff {
  const old = keyPassages(before.filter((one) => !isDeleted(one)))
  const young = keyPassages(after.filter((one) => !isDeleted(one)))
  const changes: PassageChange[] = []
  let sameCount = 0
  for (const [key, passage] of young) {
    const earlier = old.get(key)
    if (!earlier) changes.push({ kind: 'added', key, after: passage })
    else if (flatten(earlier.text) === flatten(passage.text)) sameCount++
    else
      changes.push({
        kind: 'changed',
        key,
        before: earlier,
        after: passage,
        parts: diffWords(earlier.text, passage.text),
      })
  }
  for (const [key, passage] of old) if (!young.has(key)) changes.push({ kind: 'removed', key, before: passage })
  return { changes, sameCount }
}

/** Whether the article is only kept as a number: 「（刪除）」. */
export function isDeleted(passage: { text: string }): boolean {
  return /^[（(]\s*刪除\s*[)）]$/u.test(passage.text.trim())
}

function keyPassages(passages: readonly Passage[]): Map<string, Passage> {
  const keyed = new Map<string, Passage>()
  const counts = new Map<string, number>()
  for (const passage of passages) {
    const base = passage.article ?? passage.headings.join(' › ')
    const count = (counts.get(base) ?? 0) + 1
    counts.set(base, count)
    keyed.set(count === 1 ? base : `${base} (${count})`, passage)
  }
  return keyed
}

function flatten(text: string): string {
  return text.replace(/\s+/gu, '')
}
