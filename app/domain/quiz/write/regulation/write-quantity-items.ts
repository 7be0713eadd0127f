import type { ItemContent } from '../../item'
import { buildOptions, cite, explainWith, type WriteContext } from '../candidate'
import { listSpellings } from '../list-spellings'
import { findQuantities, type Quantity } from './find-quantities'
import { markNegative, putInPrinciple } from './phrase-stem'
import { type Article, type Statement, tell } from './read-law'
import { tellCase } from './tell-case'
import { varyQuantity } from './vary-quantity'

/** A blank in a longer sentence is lost. */
const LONGEST_CLOZE = 95

/** Single choice and cloze on the numbers that an article sets: time limits, periods, ages, sums, shares. */
export function writeQuantityItems(article: Article, context: WriteContext): ItemContent[] {
  return article.statements.flatMap((statement) =>
    listAskable(statement).flatMap((quantity) => {
      const single = context.types.has('single') ? askForQuantity(article, statement, quantity, context) : null
      const cloze = context.types.has('cloze') ? blankQuantity(article, statement, quantity) : null
      return [single, cloze].filter((one) => one !== null)
    }),
  )
}

/** @returns the numbers that only this rule sets: not one that it names twice, nor one of another law. */
export function listAskable({ text }: Statement): Quantity[] {
  const all = findQuantities(text)
  return all.filter((one) => {
    const isTwice = all.some((other) => other !== one && other.unit === one.unit && other.values[0] === one.values[0])
    const isForeign = /民法|刑法|刑事訴訟法/u.test(text.slice(Math.max(0, one.start - 16), one.start))
    return !isTwice && !isForeign && !(one.unit === 'percent' && one.values[0] === 100)
  })
}

const ASKING: Readonly<Record<Quantity['unit'], (quantity: Quantity) => string>> = {
  day: ({ unitWords }) => `幾${unitWords}`,
  month: ({ unitWords }) => `幾${unitWords}`,
  year: () => '幾年',
  age: () => '幾歲',
  percent: () => '百分之幾',
  people: ({ unitWords }) => `幾${unitWords}`,
  times: () => '幾倍',
  fraction: () => '幾分之幾',
  money: () => '新臺幣多少元',
  'money-range': () => '新臺幣多少元',
  'time-range': () => '多久',
}

function askForQuantity(
  article: Article,
  { text, quote, proviso }: Statement,
  quantity: Quantity,
  context: WriteContext,
): ItemContent | null {
  const { source } = article
  const wrong = varyQuantity(quantity, source.text, 3, context.random)
  if (wrong.length < 3) return null
  const happened = proviso === '' ? tellCase(text, context.random) : null
  const isCase = happened !== null && quantity.start >= happened.length
  const before = text.slice(isCase ? happened.length : 0, quantity.start)
  // A rule with an exception is asked for as the rule that it is.
  const opening = proviso === '' ? before : putInPrinciple(before)
  if (opening === null) return null
  const question = `${opening}${ASKING[quantity.unit](quantity)}${cutBehind(text.slice(quantity.end))}？`
  return {
    type: 'single',
    stem: markNegative(isCase ? `${happened.told}${article.lead}${question}` : article.head(question)),
    options: buildOptions(
      [{ text: quantity.text, reason: `法條規定是${quantity.text}。` }],
      wrong.map((one) => ({ text: one, reason: `法條規定是${quantity.text}，不是${one}。` })),
    ),
    explanation: explainWith(source, tell(quote, proviso)),
    citations: [cite(source, quote)],
    difficulty: quantity.unit === 'money-range' || quantity.unit === 'percent' ? 3 : 2,
    ability: isCase ? 'apply' : 'recall',
    dimension: null,
  }
}

/** @returns what follows the number up to the end of its own rule. */
function cutBehind(text: string): string {
  return text.split('；')[0]!
}

function blankQuantity(article: Article, { text, quote, proviso }: Statement, quantity: Quantity): ItemContent | null {
  if (['money-range', 'time-range', 'fraction'].includes(quantity.unit) || text.length > LONGEST_CLOZE) return null
  const spelt = quantity.unit === 'money' || quantity.unit === 'percent' ? null : quantity.unitWords
  const words = quantity.text.replace(/^新臺幣|^百分之/u, '').replace(new RegExp(`${spelt ?? '元'}$`, 'u'), '')
  const at = text.indexOf(words, quantity.start)
  return {
    type: 'cloze',
    stem: article.head(`${text.slice(0, at)}____${text.slice(at + words.length)}。`),
    blanks: [{ accepted: listSpellings(words, quantity.values[0]!) }],
    explanation: explainWith(article.source, tell(quote, proviso)),
    citations: [cite(article.source, quote)],
    difficulty: 2,
    ability: 'recall',
    dimension: null,
  }
}
