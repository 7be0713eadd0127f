export type KeyPath = readonly (string | number)[]

/** Something wrong in a data file that its schema cannot see; `path` leads from the file's root to the key at fault. */
export type ContentProblem = { path: KeyPath; message: string }

/** @returns one problem for each value that came before, told at the later place. */
export function findRepeated(values: readonly { path: KeyPath; value: string }[], what: string): ContentProblem[] {
  const first = new Map<string, KeyPath>()
  const problems: ContentProblem[] = []
  for (const { path, value } of values) {
    const earlier = first.get(value)
    if (earlier) problems.push({ path, message: `${what} '${value}' is already at ${formatKeyPath(earlier)}` })
    else first.set(value, path)
  }
  return problems
}

/** @returns the path as people write it, e.g. `facts[3].lines[0]`. */
export function formatKeyPath(path: KeyPath): string {
  let text = ''
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`
    else text += text === '' ? part : `.${part}`
  }
  return text
}
