import { LEXICON } from './lexicon'

/**
 * Compiles a rule's pattern. `<name>` stands for any word of that lexicon entry, `…` for up to 9 characters within the
 * sentence, `……` for up to 22. All gaps are bounded, so matching stays linear in the length of the text.
 *
 * @throws Error when a lexicon entry is unknown (a programming fault, met when the module loads).
 */
export function pattern(source: string): RegExp {
  const expanded = source
    .replace(/<([a-zA-Z]+)>/g, (_, name: string) => {
      const words = LEXICON[name]
      if (words === undefined) throw new Error(`Unknown lexicon entry <${name}>`)
      return `(?:${words})`
    })
    .replace(/……/g, '[^。!?;\\n]{0,22}')
    .replace(/…/g, '[^。!?;\\n]{0,9}')
  return new RegExp(expanded, 'gu')
}
