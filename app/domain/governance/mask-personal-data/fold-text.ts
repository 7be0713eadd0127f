import { CHARACTER_VARIANTS } from '../../shared/character-variants'

/** `[start, end)` in UTF-16 code units. */
export type Span = { start: number; end: number }

/** A text made ready for matching, with the way back to the words as typed. */
export type FoldedText = {
  /** Half-width, traditional characters, one kind of dash, nothing invisible; each fenced span is one `FENCE`. */
  plain: string
  /** As `plain`, of the same length, with digits that are spelled in Chinese (零九一二) as digits. */
  spoken: string
  toOriginal(span: Span): Span
}

/** Stands for words that are no longer to be read, such as a placeholder; no pattern matches it. */
export const FENCE = '\u0000'

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/u
const DASH = /[\u2010-\u2015\u2212\u2043\ufe58]/u
/** Cyrillic and Greek capitals that look like Latin ones; an ID typed on such a keyboard is still an ID. */
const LOOK_ALIKES = new Map(
  [...'АAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX'.matchAll(/(.)(.)/gu)].map(([, from, to]) => [
    from,
    to,
  ]),
)
/** Also as people write sums (壹貳參) and as soldiers and operators say digits (洞么兩). */
const CHINESE_DIGITS: ReadonlyMap<string, string> = new Map(
  ['零〇○洞', '一壹么麼', '二貳兩', '三參叁', '四肆', '五伍', '六陸', '七柒拐', '八捌', '九玖勾'].flatMap(
    (digits, value) => [...digits].map((digit): [string, string] => [digit, String(value)]),
  ),
)
const DIGIT = `0-9${[...CHINESE_DIGITS.keys()].join('')}`

function foldCharacter(character: string): string {
  if (INVISIBLE.test(character)) return ''
  if (DASH.test(character)) return '-'
  let folded = ''
  for (const part of character.normalize('NFKC'))
    folded += LOOK_ALIKES.get(part) ?? CHARACTER_VARIANTS.get(part) ?? part
  return folded
}

/** Four or more digits in a row, however written; a last 一 that begins a word (一定, 一共) or counts something is none. */
const SPELLED_RUN = new RegExp(
  `(?:[${DIGIT}][ \\-.,、]{0,2}){3,}[${DIGIT}](?<![一二三四五六七八九](?=[定下起樣直些個張點共般開邊次年月日歲萬千百十元塊位成]))`,
  'gu',
)

function readSpelledDigits(plain: string): string {
  return plain.replace(SPELLED_RUN, (run) => [...run].map((each) => CHINESE_DIGITS.get(each) ?? each).join(''))
}

/**
 * Folds full-width forms, simplified characters, dashes and look-alike letters to one form.
 *
 * @param fenced spans of `original`, in order and apart, of which nothing may be read.
 */
export function foldText(original: string, fenced: readonly Span[]): FoldedText {
  const parts: string[] = []
  const [starts, ends]: [number[], number[]] = [[], []]
  const push = (text: string, start: number, end: number) => {
    parts.push(text)
    for (let i = 0; i < text.length; i++) {
      starts.push(start)
      ends.push(end)
    }
  }
  let position = 0
  let next = 0
  while (position < original.length) {
    const fence = fenced[next]
    if (fence?.start === position) {
      push(FENCE, fence.start, fence.end)
      position = fence.end
      next++
      continue
    }
    const character = String.fromCodePoint(original.codePointAt(position)!)
    push(foldCharacter(character), position, position + character.length)
    position += character.length
  }
  const plain = parts.join('')
  return {
    plain,
    spoken: readSpelledDigits(plain),
    toOriginal: ({ start, end }) => ({ start: starts[start]!, end: ends[end - 1]! }),
  }
}
