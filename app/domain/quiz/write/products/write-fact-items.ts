import type { ItemContent } from '../../item'
import { buildOptions, cite, type WriteContext } from '../candidate'
import { PRODUCT_FACTS, type ProductFact } from './product-facts'
import { type Clause, listAllClauses } from './read-clause'
import { chooseWrongValues, type WrongValue } from './vary-value'

export type FoundFact = {
  fact: ProductFact
  clause: Clause
  value: string
  sentence: string
  question: string
  wrong: readonly string[]
}

const FOUND = new WeakMap<Clause, readonly FoundFact[]>()

/** @returns the facts that a point of a product sheet states. */
export function findFacts(clause: Clause): readonly FoundFact[] {
  const known = FOUND.get(clause)
  if (known) return known
  const found = matchFacts(clause)
  FOUND.set(clause, found)
  return found
}

function matchFacts(clause: Clause): FoundFact[] {
  return PRODUCT_FACTS.flatMap((fact): FoundFact[] => {
    if (fact.section && !fact.section.test(clause.section)) return []
    const found = fact.pattern.exec(clause.body)
    const groups = found?.groups
    const value = groups?.v ?? groups?.v2
    if (!found || value === undefined) return []
    const sentence = clause.sentences.find((one) => one.includes(value) && one.includes(found[0].slice(0, 6)))
    const worth = /保單價值 ([\d,]+ (?:美元|元))/u.exec(clause.body)?.[1]
    const words = { value: worth, label: clause.label ?? '', ...groups }
    const question = fact.ask(`「${clause.title}」`, words)
    const wrong = fact.wrong?.({ ...words, v: value }) ?? []
    return [{ fact, clause, value, sentence: sentence ?? clause.body, question, wrong }]
  })
}

/** One question for each number that a product sheet states; wrong answers are what the other products have, or near numbers. */
export function writeFactItems(clause: Clause, context: WriteContext): ItemContent[] {
  const found = findFacts(clause)
  if (found.length === 0) return []
  const all = listAllClauses(context)
  return found
    .filter((one) => !one.fact.isShared || isFirst(one, all))
    .flatMap((one) => writeFactItem(one, listPool(one, all), context))
}

function isFirst({ fact, clause }: FoundFact, all: readonly Clause[]): boolean {
  const first = all.find((one) => findFacts(one).some((found) => found.fact.id === fact.id))
  return first?.source.passageId === clause.source.passageId
}

function listPool({ fact, clause }: FoundFact, others: readonly Clause[]): WrongValue[] {
  return others
    .filter((one) => one.source.passageId !== clause.source.passageId)
    .flatMap((one) => findFacts(one).map((found) => ({ found, of: one.title })))
    .filter(({ found }) => found.fact.id === fact.id || kindOf(found.fact.id) === kindOf(fact.id))
    .map(({ found, of }) => ({ text: found.value, of }))
}

/** Facts whose values are mistaken for one another. */
const kindOf = (id: string) =>
  /years$|period$/u.exec(id)?.[0].replace('period', 'years') ?? id.replace(/-also$|-range$/u, '')

function writeFactItem(found: FoundFact, pool: readonly WrongValue[], { random }: WriteContext): ItemContent[] {
  const { fact, clause, value, question, sentence } = found
  const worked = found.wrong.map((text) => ({ text, of: null }))
  const wrong = chooseWrongValues(value, worked.length > 0 ? worked : pool, sentence, 3, random)
  if (wrong.length < 3) return []
  const reasons = wrong.map(({ text, of }) => ({
    text,
    reason: explainWrong(of, found),
  }))
  return [
    {
      type: 'single',
      stem: question,
      options: buildOptions([{ text: value, reason: `商品說明：${sentence}` }], reasons),
      explanation: `${clause.title}（${clause.section}）：${clause.label ? `${clause.label}：` : ''}${clause.body}`,
      citations: [cite(clause.source, sentence)],
      difficulty: fact.difficulty,
      ability: 'recall',
      dimension: /解約|費用/u.test(clause.section) ? 'disclosure' : 'explanation',
    },
  ]
}

function explainWrong(of: string | null, { clause, value }: FoundFact): string {
  if (of === null) return `商品說明寫的是「${value}」。`
  return of === clause.title ? '這是同一商品另一種情形的數字。' : `這是「${of}」的數字。`
}
