export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string }

/** Han characters one by one, numbers and Latin words whole: the smallest change a reader can follow. */
function cutWords(text: string): string[] {
  return text.match(/[A-Za-z0-9.,%-]+|[零〇一二三四五六七八九十百千萬億]+|\s+|./gsu) ?? []
}

/** Above this many cells the middle of two texts is told as replaced; no article is so long. */
const MAX_CELLS = 4_000_000

/**
 * Compares two texts, character by character for Chinese and word by word for numbers and Latin.
 *
 * @returns parts in reading order; `same` and `removed` joined give the old text, `same` and `added` the new one.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const [old, young] = [cutWords(before), cutWords(after)]
  let start = 0
  while (start < old.length && start < young.length && old[start] === young[start]) start++
  let end = 0
  while (
    end < old.length - start &&
    end < young.length - start &&
    old[old.length - 1 - end] === young[young.length - 1 - end]
  )
    end++
  const middle = diffMiddle(old.slice(start, old.length - end), young.slice(start, young.length - end))
  const parts: DiffPart[] = [
    { kind: 'same', text: old.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ]
  return joinShreds(parts.filter((one) => one.text !== ''))
}

function diffMiddle(old: readonly string[], young: readonly string[]): DiffPart[] {
  if (old.length * young.length > MAX_CELLS || old.length === 0 || young.length === 0) {
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: young.join('') },
    ]
  }
  const width = young.length + 1
  const lengths = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = young.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        old[i] === young[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
    }
  }
  return walkBack(old, young, lengths, width)
}

function walkBack(old: readonly string[], young: readonly string[], lengths: Uint16Array, width: number): DiffPart[] {
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      parts.push({ kind: 'same', text: old[i]! })
      i++
      j++
    } else if (j >= young.length || (i < old.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)) {
      parts.push({ kind: 'removed', text: old[i++]! })
    } else parts.push({ kind: 'added', text: young[j++]! })
  }
  return parts
}

/** A lone common character between two changes makes a diff nobody can read: it becomes part of the change around it. */
function joinShreds(parts: readonly DiffPart[]): DiffPart[] {
  const joined = joinNeighbours(parts)
  const result: DiffPart[] = []
  for (const [i, part] of joined.entries()) {
    const isShred = part.kind === 'same' && [...part.text].length === 1 && i > 0 && i < joined.length - 1
    if (isShred) result.push({ kind: 'removed', text: part.text }, { kind: 'added', text: part.text })
    else result.push(part)
  }
  return orderChanges(result)
}

function joinNeighbours(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = []
  for (const part of orderChanges(parts)) {
    const last = joined.at(-1)
    if (last?.kind === part.kind) joined[joined.length - 1] = { kind: part.kind, text: last.text + part.text }
    else joined.push(part)
  }
  return joined
}

/** Between two common parts, everything removed stands before everything added. */
function orderChanges(parts: readonly DiffPart[]): DiffPart[] {
  const ordered: DiffPart[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') ordered.push({ kind: 'removed', text: removed })
    if (added !== '') ordered.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const part of parts) {
    if (part.kind === 'removed') removed += part.text
    else if (part.kind === 'added') added += part.text
    else {
      flush()
      ordered.push(part)
    }
  }
  flush()
  return ordered
}
