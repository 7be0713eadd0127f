const ENDS = '。！？!?\n'
const TRAILERS = '。！？!?」』）)”"～~…'

/**
 * Splits Chinese text after its end marks; a mark inside 「」 does not end a sentence, and 「……」 is a pause, not an end.
 *
 * @returns the sentences with their marks, in order; joined they are the text without blanks between them.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  let current = ''
  let depth = 0
  const characters = [...text]
  characters.forEach((character, i) => {
    current += character
    if (character === '「' || character === '『') depth++
    if (character === '」' || character === '』') depth = Math.max(0, depth - 1)
    const hasEnded = depth === 0 && (ENDS.includes(character) || (TRAILERS.includes(character) && isEnded(current)))
    const next = characters[i + 1]
    if (hasEnded && !(next !== undefined && TRAILERS.includes(next))) {
      sentences.push(current)
      current = ''
    }
  })
  sentences.push(current)
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
}

/** True for a text such as 「好！～」: its last marks follow an end mark outside quotes. */
function isEnded(text: string): boolean {
  return /[。！？!?][。！？!?）)”"～~…]*$/.test(text)
}

/** What makes two sentences "the same" to a listener: their letters, without marks and blanks. */
export function buildSentenceKey(sentence: string): string {
  return sentence.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}
