import { listBigrams } from '../check/canonical-text'

/** Words that stand in many labels and tell nothing. */
const COMMON = /安禾|保險金?|風險|商品|契約|保單|客戶/gu

/**
 * Whether an answer can be told without knowing anything: two characters of it stand in what is asked about, and in none of the other answers.
 *
 * @param answer a short label. @param about the words that it is the answer to.
 */
export function tellsItself(answer: string, about: string, others: readonly string[]): boolean {
  const asked = new Set(listBigrams(about))
  const elsewhere = new Set(others.flatMap((one) => listBigrams(one)))
  return answer
    .replace(COMMON, '、')
    .split('、')
    .flatMap((one) => listBigrams(one))
    .some((one) => asked.has(one) && !elsewhere.has(one))
}
