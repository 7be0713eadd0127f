/** What a trainer should look at in a text from outside. It is flagged, never obeyed. */
export const TEXT_FLAGS = ['instruction', 'zero-width', 'hidden-text', 'script', 'unreadable'] as const
export type TextFlagCode = (typeof TEXT_FLAGS)[number]
/** @param quote the words, shortened to 80 characters; empty where there is nothing to show. */
export type TextFlag = { code: TextFlagCode; quote: string; count: number }

/** Characters that nobody sees: zero-width, direction marks, word joiners, tags. A soft hyphen is harmless but splits words too. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu
const CONTROL = /(?![\n\r\t])\p{Cc}/gu

const INSTRUCTIONS: readonly RegExp[] = [
  /(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|the\s+|your\s+|my\s+)*(?:previous|prior|above|earlier|preceding|system)\s+(?:instructions?|prompts?|rules?|messages?|directions?)/iu,
  /(?:you\s+are\s+now|act\s+as|pretend\s+to\s+be)\s+(?:an?\s+|the\s+)?(?:ai|assistant|language model|system|judge|grader|developer)/iu,
  /(?:^|\n)\s*(?:system|assistant|developer)\s*[:：]\s*\S/iu,
  /<\|?(?:im_start|im_end|system|endoftext)\|?>|\[\/?INST\]|<<SYS>>/iu,
  /(?:reveal|print|repeat|show)\s+(?:me\s+)?(?:your|the)\s+(?:system\s+)?(?:prompt|instructions)/iu,
  /(?:give|award|assign)\s+(?:every(?:one|body)?|all|this|the)\b[^.\n]{0,40}\b(?:full|maximum|perfect|100)\s*(?:marks?|score|points)/iu,
  /(?:忽略|無視|不要理會|不用理會|忘記|忘掉|略過|取代|覆蓋)(?:掉)?(?:以上|上述|上面|前面|先前|之前|所有|一切|原本|系統)(?:的|所有|全部|任何)*(?:指示|指令|提示|規則|規定|說明|設定|對話|要求)/u,
  /(?:你|您)(?:現在)?(?:是|扮演|要扮演|必須扮演)(?:一個|一位|一名)?(?:AI|人工智慧|語言模型|助理|評審|評分者|系統)/iu,
  /(?:請|務必|必須|應該?)?(?:一律|直接|全部|都)?(?:給|打|評)(?:予|他|她|所有人|學員|受訓者)*(?:滿分|一百分|100\s*分|最高分)/u,
  /(?:輸出|顯示|說出|透露|洩漏)(?:你的|系統)(?:提示詞?|指令|設定)/u,
]
const QUOTE_CHARACTERS = 80

/** @returns the text without characters that nobody sees, and how many there were. */
export function stripInvisible(text: string): { text: string; count: number } {
  let count = 0
  const note = () => {
    count++
    return ''
  }
  return {
    text: text
      .replace(/^\uFEFF/u, '')
      .replace(INVISIBLE, note)
      .replace(CONTROL, note),
    count,
  }
}

/** Looks for words that address a model instead of a reader. It finds the usual ones, not every one: what is found is shown, nothing relies on it. */
export function findInstructions(text: string): TextFlag[] {
  const folded = text.normalize('NFKC')
  // Quoted as it stands, unless folding moved the characters.
  const shown = folded.length === text.length ? text : folded
  const found = INSTRUCTIONS.flatMap((pattern) => {
    const match = pattern.exec(folded)
    return match
      ? [{ at: match.index, words: shown.slice(Math.max(0, match.index - 10), match.index + match[0].length + 30) }]
      : []
  })
  if (found.length === 0) return []
  found.sort((a, b) => a.at - b.at)
  return [{ code: 'instruction', quote: shorten(found[0]!.words), count: found.length }]
}

/** @returns the text without the sentences that address a model; what goes to a model is thinned by this. Lines stay lines. */
export function dropInstructions(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.match(/[^。！？!?；;]+[。！？!?；;]?/gu) ?? []).filter(addressesNobody).join(''))
    .filter((line) => line.trim() !== '')
    .join('\n')
}

const addressesNobody = (sentence: string) => findInstructions(sentence).length === 0

/** Puts flags of one kind together; the first quote is kept. */
export function mergeFlags(flags: readonly TextFlag[]): TextFlag[] {
  const merged = new Map<TextFlagCode, TextFlag>()
  for (const flag of flags) {
    const known = merged.get(flag.code)
    if (!known) merged.set(flag.code, { ...flag, quote: shorten(flag.quote) })
    else merged.set(flag.code, { ...known, quote: known.quote || shorten(flag.quote), count: known.count + flag.count })
  }
  return [...merged.values()]
}

function shorten(text: string): string {
  const flat = [...text.replace(/\s+/gu, ' ').trim()]
  return flat.length <= QUOTE_CHARACTERS ? flat.join('') : `${flat.slice(0, QUOTE_CHARACTERS - 1).join('')}…`
}
