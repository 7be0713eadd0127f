import { findNeededWords } from './find-needed-words'

/** What one walk over a text tells of a pattern: it cannot match, it may, or it does. */
export const CLOSED = 0
export const OPEN = 1
export const MATCHES = 2

/** A letter of the words that are looked for: which letters follow it, and which patterns a word that ends here lets in. */
type Node = { next: Map<number, Node> | null; lets: number[] }

/** Looks for the words of many patterns at once, so that only patterns that have a chance are tried. */
export type PatternGate = {
  /**
   * @returns for each pattern `CLOSED`, `OPEN` or `MATCHES`, in the order in which they were given; the same array at every call, valid until the next one.
   */
  read(text: string): Uint8Array
}

/**
 * @param patterns the words they need are read out of their sources; one of which that cannot be said is always `OPEN`. `MATCHES`
 *   holds from the start of the text, whatever the pattern's `lastIndex`.
 */
export function createPatternGate(patterns: readonly RegExp[]): PatternGate {
  const needed = patterns.map(({ source, flags }) => (/[imsy]/.test(flags) ? null : findNeededWords(source)))
  const start = Uint8Array.from(needed, (one) => (one === null ? OPEN : CLOSED))
  const open = Uint8Array.from(needed, (one) => (one?.isWhole ? MATCHES : OPEN))
  const states = new Uint8Array(patterns.length)
  const roots: (Node | undefined)[] = []
  needed.forEach((one, i) => {
    for (const word of one?.words ?? []) addWord(roots, word, i)
  })
  return {
    read(text) {
      states.set(start)
      for (let i = 0; i < text.length; i++) {
        let node = roots[text.charCodeAt(i)]
        for (let j = i + 1; node !== undefined; j++) {
          for (const one of node.lets) states[one] = open[one]!
          node = j < text.length ? node.next?.get(text.charCodeAt(j)) : undefined
        }
      }
      return states
    },
  }
}

function addWord(roots: (Node | undefined)[], word: string, pattern: number): void {
  const first = word.charCodeAt(0)
  let node = roots[first] ?? { next: null, lets: [] }
  roots[first] = node
  for (let i = 1; i < word.length; i++) {
    const code = word.charCodeAt(i)
    node.next ??= new Map()
    const next: Node = node.next.get(code) ?? { next: null, lets: [] }
    node.next.set(code, next)
    node = next
  }
  node.lets.push(pattern)
}
