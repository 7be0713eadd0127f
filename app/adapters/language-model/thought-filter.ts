const OPEN = '<think>'
const CLOSE = '</think>'

/**
 * Takes the `<think>…</think>` off the beginning of a reply, as models that think aloud write it into their words.
 *
 * @returns a function from a piece to what of it is spoken; nothing is lost when no thought begins the reply.
 */
export function createThoughtFilter(): (piece: string, isEnd?: boolean) => string {
  let held = ''
  let isSpeaking = false
  return (piece, isEnd = false) => {
    if (isSpeaking) return piece
    held += piece
    const begun = held.trimStart()
    if (!isEnd && begun.length < OPEN.length && OPEN.startsWith(begun)) return ''
    if (!begun.startsWith(OPEN)) {
      isSpeaking = true
      return held
    }
    const end = begun.indexOf(CLOSE)
    const spoken = end < 0 ? '' : begun.slice(end + CLOSE.length).trimStart()
    isSpeaking = spoken !== ''
    return spoken
  }
}
