/** Longer texts are rare, and would fill the memory: they are read each time. */
const LONGEST_KEPT = 500

/**
 * Reads the same text once: for readings that depend on the text alone and are not changed afterwards.
 *
 * @param most readings that are kept; the one that was asked for longest ago goes first.
 * @returns what `read` gives; never another value than it would give now.
 */
export function rememberRecent<T extends object | string>(
  read: (text: string) => T,
  most: number,
): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) {
      // A Map keeps the order of insertion: what is used goes to the end.
      known.delete(text)
      known.set(text, before)
      return before
    }
    const value = read(text)
    if (text.length > LONGEST_KEPT) return value
    if (known.size >= most) known.delete(known.keys().next().value!)
    known.set(text, value)
    return value
  }
}
