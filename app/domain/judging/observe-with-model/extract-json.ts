/** @returns the value, or null when the text holds none or more than one, so that it is never unclear which was meant. */
export type ExtractedJson = { status: 'found'; value: unknown } | { status: 'none' } | { status: 'several' }

function tryParse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

/** A string with its quotation marks, or a bracket. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}]/gsu

/** Index after the bracket that closes the one at `from`; null when the text ends before. */
function findEnd(text: string, from: number): number | null {
  let depth = 0
  for (const { 0: token, index } of text.slice(from).matchAll(TOKEN)) {
    if (token === '{') depth++
    if (token === '}' && --depth === 0) return from + index + 1
  }
  return null
}

/**
 * Finds the one JSON object in a model's reply: bare, in a code fence, or among prose; a leading `<think>…</think>` is passed over.
 */
export function extractJson(reply: string): ExtractedJson {
  const text = reply.replace(/^\s*<think>[\s\S]*?<\/think>/u, '').trim()
  const whole = tryParse(text)
  if (whole)
    return typeof whole.value === 'object' && whole.value !== null ? { status: 'found', ...whole } : { status: 'none' }
  const found: unknown[] = []
  for (let at = text.indexOf('{'); at >= 0; ) {
    const end = findEnd(text, at)
    if (end === null) break
    const parsed = tryParse(text.slice(at, end))
    if (parsed) found.push(parsed.value)
    at = text.indexOf('{', end)
  }
  if (found.length > 1) return { status: 'several' }
  return found.length === 1 ? { status: 'found', value: found[0] } : { status: 'none' }
}
