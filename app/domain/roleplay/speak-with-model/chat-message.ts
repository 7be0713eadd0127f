/** What goes to a language model; all servers share these three roles. */
export type ChatMessage = { role: 'system' | 'user' | 'assistant'; content: string }

/**
 * Wraps what others said or wrote as data: JSON, so that no line break or quotation mark ends it, and with `<` escaped, so that it
 * cannot hold the mark that closes it.
 *
 * @param name of the mark, e.g. `talk` for `<talk>…</talk>`.
 */
export function wrapData(name: string, value: unknown): string {
  const json = JSON.stringify(value).replace(/</g, '\\u003c')
  return `<${name}>${json}</${name}>`
}
