const ASKS = /何|幾|誰|哪|多少/u
const NEGATIVE =
  /不得(?!低於|少於|超過|逾|遲於|高於|晚於|多於)|不應|不必|不須|不需|無須|毋須|不適用|不負|不在此限|不包括|除外/u

/** @returns the question with the negation in its asking clause marked: 下列何者【不得】…. */
export function markNegative(stem: string): string {
  return stem.replace(/[^，。；？]+/gu, (clause) =>
    ASKS.test(clause) && !clause.includes('【') ? clause.replace(NEGATIVE, '【$&】') : clause,
  )
}

const MODAL = /(?<![取所獲購難求非適相因供對反回響不])(?:不得|應|得)/gu

/** @returns the words with 原則上 before what they say shall or may be done, or null where there is no such place. */
export function putInPrinciple(before: string): string | null {
  const last = [...before.matchAll(MODAL)].at(-1)
  return last === undefined ? null : `${before.slice(0, last.index)}原則上${before.slice(last.index)}`
}
