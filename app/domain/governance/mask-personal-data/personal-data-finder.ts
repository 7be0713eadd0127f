import type { FoldedText, Span } from './fold-text'
import type { PersonalDataKind } from './personal-data-kinds'

/** A place in the folded text; `value` is equal for the same thing however it was typed. */
export type Found = Span & { kind: PersonalDataKind; value: string }

/** Looks for one sort of personal data; never throws. */
export type PersonalDataFinder = (text: FoldedText) => Found[]

/** What may stand between the digits of one number. */
export const GAP = '[ \\-.·]{0,2}'
/** A number that money, percent or time follows is a quantity and nobody's number. */
export const NO_QUANTITY = '(?! ?(?:元|萬|億|塊|千|百|%|趴|美元|美金|台幣|新台幣|年|歲|期|個|次|人|戶|usd|twd|ntd))'

export function keepDigits(text: string): string {
  return text.replace(/\D/g, '')
}

/** Builds a global, case-blind pattern whose group `it`, where it has one, is the personal data and the rest context. */
export function buildPattern(...sources: string[]): RegExp {
  return new RegExp(sources.join(''), 'dgiu')
}

export type Match = Span & { words: string }

/** @returns every match of `pattern` (see `buildPattern`) in one view of a folded text. */
export function matchView(view: string, pattern: RegExp): Match[] {
  return [...view.matchAll(pattern)].map((match) => {
    const [start, end] = match.indices!.groups?.it ?? match.indices![0]!
    return { start, end, words: view.slice(start, end) }
  })
}

/** As `matchView`, in the text as written and then with spelled digits read as digits. */
export function matchBothViews(text: FoldedText, pattern: RegExp): Match[] {
  const views = text.spoken === text.plain ? [text.plain] : [text.plain, text.spoken]
  return views.flatMap((view) => matchView(view, pattern))
}
