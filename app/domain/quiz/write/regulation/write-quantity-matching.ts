import { isSameMeasure, listMeasures } from '../../check/canonical-text'
import type { ItemContent } from '../../item'
import { cite, explainWith, namePlace, type WriteContext } from '../candidate'
import type { Quantity } from './find-quantities'
import { type Article, type Statement, tell } from './read-law'
import { listAskable } from './write-quantity-items'

const PAIRS = 4
const LONGEST = 62
const TIMES = new Set(['day', 'month', 'year'])

/** A rule with its only time limit. */
export type Deadline = { article: Article; statement: Statement; quantity: Quantity }

/** Matching of rules and their time limits. @param handful of one law, each with another time. */
export function writeQuantityMatching(handful: readonly Deadline[], { types }: WriteContext): ItemContent[] {
  return types.has('matching') ? [build(handful)] : []
}

/** @returns the rules of a law that set one time limit each, in fours with four different times. */
export function gatherDeadlines(articles: readonly Article[]): Deadline[][] {
  const deadlines = articles.flatMap((article) =>
    article.statements.flatMap((statement): Deadline[] => {
      const [quantity, ...others] = listAskable(statement).filter((one) => TIMES.has(one.unit))
      if (quantity === undefined || others.length > 0 || statement.text.length > LONGEST || statement.proviso !== '')
        return []
      return [{ article, statement, quantity }]
    }),
  )
  const handfuls: Deadline[][] = []
  for (const one of deadlines) {
    const open = handfuls.find((handful) => handful.length < PAIRS && handful.every((other) => isOther(one, other)))
    if (open) open.push(one)
    else handfuls.push([one])
  }
  return handfuls.filter((one) => one.length === PAIRS)
}

/** Of another article and another length of time. */
function isOther(a: Deadline, b: Deadline): boolean {
  const [first] = listMeasures(a.quantity.text)
  const [second] = listMeasures(b.quantity.text)
  return a.article !== b.article && first !== undefined && second !== undefined && !isSameMeasure(first, second)
}

function build(handful: readonly Deadline[]): ItemContent {
  const [{ article }] = handful as [Deadline]
  const places = handful.map((one) => namePlace(one.article.source).slice(article.source.title.length))
  return {
    type: 'matching',
    stem: `請將${article.source.title}${places.join('、')}的規定配對到正確的期間（填入____處）。`,
    pairs: handful.map(({ statement: { text }, quantity }) => ({
      left: `${text.slice(0, quantity.start)}____${text.slice(quantity.end)}`,
      right: quantity.text,
    })),
    extraRights: [],
    explanation: handful
      .map((one) => explainWith(one.article.source, tell(one.statement.quote, one.statement.proviso)))
      .join('\n'),
    citations: handful.map((one) => cite(one.article.source, one.statement.quote)),
    difficulty: 2,
    ability: 'recall',
    dimension: null,
  }
}
