import { LEXICON } from './lexicon'

/**
 * Compiles a rule's pattern. `<name>` stands for any word of that lexicon entry, `…` for up to 9 characters within the
 * sentence, `……` for up to 22. All gaps are bounded, so matching stays linear in the length of the text.
 *
 * @throws Error when a lexicon entry is unknown (a programming fault, met when the module loads).
 */
export function pattern(source: string): RegExp {
  const expanded = splitAlternatives(source)
    .map((alternative) => alternative.replace(TRAILING_GAP, ''))
    .join('|')
    .replace(/<([a-zA-Z]+)>/g, (_, name: string) => {
      const words = LEXICON[name]
      if (words === undefined) throw new Error(`Unknown lexicon entry <${name}>`)
      return `(?:${words})`
    })
    .replace(/……/g, '[^。!?;\\n]{0,22}')
    .replace(/…/g, '[^。!?;\\n]{0,9}')
  return new RegExp(expanded, 'gu')
}

/** A gap at the end changes no match, it only makes the quote longer. */
const TRAILING_GAP = /(?:…+|\[\^[^\]]*\]\{0,\d+\})+$/u

/** Splits at the bars outside all brackets. */
function splitAlternatives(source: string): string[] {
  const alternatives: string[] = []
  let [depth, start, isClass] = [0, 0, false]
  for (let i = 0; i < source.length; i++) {
    const character = source[i]
    if (character === '\\') i++
    else if (isClass) isClass = character !== ']'
    else if (character === '[') isClass = true
    else if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === '|' && depth === 0) {
      alternatives.push(source.slice(start, i))
      start = i + 1
    }
  }
  return [...alternatives, source.slice(start)]
}
