import { listParties } from './parties'
import { isSilentLetter, listTellingRuns, speakLike } from './plain-words'
import type { Ground } from './read-ground'

/** So many letters of a word that stand nowhere in the passage make it a strange one. */
const STRANGE = 2

/** The words of a text that tell of something of which its passage, in these or like words, says nothing. */
export function listStrange(text: string, { whole, place }: Ground): string[] {
  const there = `${place}\n${whole}`
  const letters = new Set(there)
  // Who is named is `findPartyFault`'s.
  const translated = dropParties(speakLike(text, there))
  return listTellingRuns(translated).flatMap((run) => cutUnknown(run, letters, there))
}

const dropParties = (text: string) =>
  listParties(text).reduce(
    (all, { at, length }) => all.slice(0, at) + ' '.repeat(length) + all.slice(at + length),
    text,
  )

/** The parts of a run that share no two letters in a row with the passage, if they have a letter that is nowhere in it. */
function cutUnknown(run: string, letters: ReadonlySet<string>, there: string): string[] {
  const all = [...run]
  const isHeld = (i: number) =>
    there.includes(`${all[i - 1] ?? '＿'}${all[i]}`) || there.includes(`${all[i]}${all[i + 1] ?? '＿'}`)
  const parts: string[][] = [[]]
  for (const [i, letter] of all.entries()) {
    if (isHeld(i)) parts.push([])
    // 用 of 信用卡 parts nothing.
    else if (!isSilentLetter(letter)) parts.at(-1)!.push(letter)
  }
  return parts
    .filter((part) => part.length >= STRANGE && part.some((letter) => !letters.has(letter)))
    .map((part) => part.join(''))
}
