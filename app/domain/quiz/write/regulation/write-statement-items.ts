import type { ItemContent } from '../../item'
import { cite, explainWith, type WriteContext } from '../candidate'
import { type Alteration, alterStatement } from './alter-statement'
import { type Article, type Statement, tell } from './read-law'
import { tellCase } from './tell-case'

/** Longer sentences are read for their length and not for their rule. */
const LONGEST = 100

/** True-false on one rule. Only rules that one word can turn are asked for, so that true and false are equally likely wherever the learner looks. */
export function writeStatementItems(article: Article, lawText: string, context: WriteContext): ItemContent[] {
  if (!context.types.has('true-false')) return []
  return article.statements.flatMap((statement): ItemContent[] => {
    const alterations = alterStatement(statement, article.source.text, lawText, context.random)
    const applied = askOfCase(article, statement, lawText, context)
    if (applied !== null) return [applied]
    if (alterations.length === 0 || tell(statement.text, statement.proviso).length > LONGEST) return []
    return context.random.next() < 0.5
      ? [askTrue(article, statement)]
      : [askFalse(article, statement, context.random.pick(alterations))]
  })
}

/** The rule put to somebody's case: what then follows is told rightly or with one word turned. Who acts is clear from the case and not asked. */
function askOfCase(
  article: Article,
  statement: Statement,
  lawText: string,
  { random }: WriteContext,
): ItemContent | null {
  const { text, quote, proviso } = statement
  const happened = proviso === '' ? tellCase(text, random) : null
  if (happened === null) return null
  const rest = text.slice(happened.length)
  const alterations = alterStatement({ ...statement, text: rest }, article.source.text, lawText, random).filter(
    (one) => one.kind !== 'role',
  )
  if (alterations.length === 0) return null
  const alteration = random.next() < 0.5 ? null : random.pick(alterations)
  return {
    type: 'true-false',
    stem: `${happened.told}${article.lead}${alteration?.text ?? rest}。`,
    isTrue: alteration === null,
    reason: alteration?.reason ?? '與法條的規定相同。',
    explanation: explainWith(article.source, tell(quote, proviso)),
    citations: [cite(article.source, quote)],
    difficulty: 2,
    ability: 'apply',
    dimension: null,
  }
}

function askTrue(article: Article, { text, quote, proviso }: Statement): ItemContent {
  return {
    type: 'true-false',
    stem: article.head(tell(text, proviso)),
    isTrue: true,
    reason: '與法條的規定相同。',
    explanation: explainWith(article.source, tell(quote, proviso)),
    citations: [cite(article.source, quote)],
    difficulty: 1,
    ability: 'recall',
    dimension: null,
  }
}

function askFalse(article: Article, { quote, proviso }: Statement, alteration: Alteration): ItemContent {
  return {
    type: 'true-false',
    stem: article.head(`${alteration.text}。`),
    isTrue: false,
    reason: alteration.reason,
    explanation: explainWith(article.source, tell(quote, proviso)),
    citations: [cite(article.source, quote)],
    difficulty: alteration.kind === 'modality' ? 1 : 2,
    ability: alteration.kind === 'number' ? 'recall' : 'understand',
    dimension: null,
  }
}
