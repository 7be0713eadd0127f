import type { Obligations } from '../knowledge/extract-obligations'

/** What a question asks for, in normalised text, and the mark that passages holding such a thing carry. */
const INTENTS: readonly [string, RegExp][] = [
  ['@limit', /多久|幾天|幾日|幾個月|幾年|期限|時效|來得及|過期|什麼時候|何時|期間|之前要|天內|日內|年內/u],
  ['@sum', /多少錢|幾萬|多少萬|罰多少|罰幾|罰錢|罰款|罰鍰|上限|最高|額度|免稅額|扣除額/u],
  ['@forbidden', /可以嗎|能不能|可不可以|可以不|能嗎|行嗎|違法|犯法|違規|不行|禁止|會不會被罰|被罰/u],
]

/** @returns the marks of what the question asks for. */
export function findIntents(normalised: string): string[] {
  return INTENTS.filter(([, pattern]) => pattern.test(normalised)).map(([mark]) => mark)
}

/** @returns the marks that a passage carries: it sets a time limit, names a sum, forbids something. */
export function markObligations(obligations: Obligations): string[] {
  const marks: string[] = []
  if (obligations.limits.length > 0) marks.push('@limit')
  if (obligations.sums.length > 0) marks.push('@sum')
  if (obligations.duties.some((one) => one.kind === 'must-not')) marks.push('@forbidden')
  return marks
}
