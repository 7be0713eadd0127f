import { spellNumber } from './regulation/spell-number'

/** Spellings of a number that count in a blank; the source's own comes first. */
export function listSpellings(words: string, value: number): string[] {
  const accepted = [words, spellNumber(value), String(value)]
  if (value === 2) accepted.push('兩')
  if (value >= 1000) accepted.push(value.toLocaleString('en-US'))
  if (value >= 10_000 && value % 10_000 === 0) accepted.push(`${value / 10_000}萬`)
  if (value >= 100_000_000 && value % 100_000_000 === 0) accepted.push(`${value / 100_000_000}億`)
  return [...new Set(accepted)]
}
