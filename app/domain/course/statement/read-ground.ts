import { dropInstructions } from '../../knowledge/find-suspicious-text'
import type { ItemSource } from '../../quiz/item'

/** The words that a statement stands on. */
export type Ground = {
  source: ItemSource
  /** As it stands in the passage. */
  quote: string
  /** The whole sentences that the quote is from, with the head of the list that it is in and what limits it: 「但…」, 「前項…不適用」. */
  whole: string
  /** The document and its headings, which a statement may name too. */
  place: string
}

/** A quote that is longer shows nothing. */
const MOST_QUOTED = 400
const END = /[。！？\n]/u
const LIMITING = /^\s*(?:但|惟)/u
const LATER_LIMIT = /^\s*前(?:[一二三四五]|數)?項[^。\n]*(?:不適用|不在此限|除外)[^。\n]*。?/u
const LISTED = /^[（(]?(?:[一二三四五六七八九十]+|\d+)[)）、.．]|^[-・•]/u

/**
 * Finds the quote in its passage, whatever its spaces, and what has to be read with it. Sentences that address a model are no ground.
 *
 * @returns null where the passage does not hold these words, or they are more than 400.
 */
export function readGround(source: ItemSource, quote: string): Ground | null {
  const found = findExactly(source.text, quote)
  if (found === null || found.end - found.start > MOST_QUOTED) return null
  if (!thin(dropInstructions(source.text)).includes(thin(quote))) return null
  const { start, end } = found
  const [from, to] = widen(source.text, start, end)
  const whole = [readHead(source.text, from), source.text.slice(from, to), readLaterLimit(source.text, to)]
  return {
    source,
    quote: source.text.slice(start, end),
    whole: whole.filter((one) => one !== '').join('\n'),
    place: [source.title, ...source.headings].join('\n'),
  }
}

const thin = (text: string) => text.replace(/\s/gu, '')

function findExactly(text: string, quote: string): { start: number; end: number } | null {
  const wanted = thin(quote)
  if (wanted === '') return null
  const places: number[] = []
  let bare = ''
  for (let i = 0; i < text.length; i++) {
    if (/\s/u.test(text[i]!)) continue
    bare += text[i]
    places.push(i)
  }
  const at = bare.indexOf(wanted)
  return at < 0 ? null : { start: places[at]!, end: places[at + wanted.length - 1]! + 1 }
}

/** To the ends of the sentences; one that limits the next or the one before belongs to it. */
function widen(text: string, start: number, end: number): [number, number] {
  let [from, to] = [beginOf(text, start), endOf(text, end)]
  while (from > 0 && LIMITING.test(text.slice(from))) from = beginOf(text, from - 1)
  while (to < text.length && LIMITING.test(text.slice(to))) to = endOf(text, to + text.slice(to).search(/\S/u) + 1)
  return [from, to]
}

function beginOf(text: string, at: number): number {
  let from = at
  while (from > 0 && !END.test(text[from - 1]!)) from--
  return from
}

function endOf(text: string, at: number): number {
  let to = at
  while (to < text.length && !END.test(text[to - 1]!)) to++
  return to
}

/** 「業務員有下列情事之一者，…：」 above the item. */
function readHead(text: string, from: number): string {
  const own = text.slice(beginOfLine(text, from)).trimStart()
  if (!LISTED.test(own)) return ''
  const above = text.slice(0, beginOfLine(text, from)).split('\n').reverse()
  const head = above.find((line) => line.trim() !== '' && !LISTED.test(line.trim()))?.trim() ?? ''
  return /[：:]$/u.test(head) ? head : ''
}

const beginOfLine = (text: string, at: number) => text.lastIndexOf('\n', Math.max(0, at - 1)) + 1

/** A paragraph right below that takes something out of this one. */
function readLaterLimit(text: string, to: number): string {
  const lineEnd = text.indexOf('\n', Math.max(0, to - 1))
  return lineEnd < 0 ? '' : (LATER_LIMIT.exec(text.slice(lineEnd + 1))?.[0].trim() ?? '')
}
