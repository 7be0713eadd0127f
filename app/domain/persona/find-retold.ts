/** Words that carry no fact by themselves: two tellings of one fact differ most in these. */
const FILLERS = /[的了在有是她他你我們也都還就到要把給跟和與很個位張筆名]/gu
const CLAUSE_MARKS = /[，。；：、！？「」『』（）,;:!?()\n]+/u
const NUMERAL = /[一二兩三四五六七八九]?十[一二三四五六七八九]?|[零〇○一二兩三四五六七八九]/gu
const ONES = '零一二三四五六七八九'

/** A shorter clause is retold only by the same letters in the same order. */
const MIN_LETTERS = 4
/** So many of a clause's letters in one clause of another text make it a retelling, whatever their order. */
const RETOLD_SHARE = 0.75

/** 「六十七歲」 and 「67 歲」 read alike. */
function readNumeral(numeral: string): string {
  const digit = (one: string) => (one === '兩' ? 2 : Math.max(0, ONES.indexOf(one)))
  if (!numeral.includes('十')) return String(digit(numeral))
  const [tens = '', ones = ''] = numeral.split('十')
  return String((tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones)))
}

function level(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(NUMERAL, readNumeral)
    .replace(FILLERS, '')
    .replace(/[^\p{Script=Han}a-z0-9]/gu, '')
}

function levelClauses(text: string): string[] {
  return text
    .split(CLAUSE_MARKS)
    .map(level)
    .filter((clause) => clause.length >= 2)
}

function isRetold(clause: string, other: string): boolean {
  if (other.includes(clause)) return true
  const letters = [...clause]
  const shared = letters.filter((letter) => other.includes(letter)).length
  return letters.length >= MIN_LETTERS && shared / letters.length >= RETOLD_SHARE
}

/**
 * Finds what a Chinese text says that another text has said, be it in somewhat other words: by clauses, numbers levelled,
 * words without a fact left out. The same texts always give the same answer.
 *
 * @param text any length, also empty.
 * @returns the first such clause as it is levelled (「67歲」), with the place of the text that has it; null when all is new.
 */
export function findRetold(text: string, others: readonly string[]): { clause: string; at: number } | null {
  const told = others.map(levelClauses)
  for (const clause of levelClauses(text)) {
    const at = told.findIndex((clauses) => clauses.some((other) => isRetold(clause, other)))
    if (at >= 0) return { clause, at }
  }
  return null
}
