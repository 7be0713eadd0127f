import type { SeededRandom } from '../../../shared/seeded-random'
import type { ItemContent } from '../../item'
import { buildOptions, cite, explainWith, namePlace, type WriteContext } from '../candidate'
import { drawSome } from '../draw-some'
import { type Alteration, alterStatement } from './alter-statement'
import { type Article, type Statement, tell } from './read-law'

const SHORTEST = 16
const LONGEST = 88
const RULES = 4
/** In articles. */
const FARTHEST = 8

type Rule = PlacedRule & { alterations: readonly Alteration[] }

/** A rule where it stands. */
export type PlacedRule = { statement: Statement; article: Article }

/**
 * Which of four rules is right, or wrong, with one or three of them turned.
 *
 * @param handful four rules that stand near to each other in a law. @param lawText text of the law.
 */
export function writeChoiceOfRules(
  handful: readonly PlacedRule[],
  lawText: string,
  { random, types }: WriteContext,
): ItemContent[] {
  if (!types.has('single')) return []
  const rules = handful.map(({ statement, article }) => ({
    statement,
    article,
    alterations: alterStatement(statement, article.source.text, lawText, random),
  }))
  const [first, second] = random.next() < 0.5 ? [askWrong, askRight] : [askRight, askWrong]
  const item = first(rules, random) ?? second(rules, random)
  return item === null ? [] : [item]
}

/** @returns the rules of a law in fours: neighbours of one section, not too far apart; then the same rules in fours that begin in the middle of the first ones. */
export function gatherRules(articles: readonly Article[]): PlacedRule[][] {
  const place = new Map(articles.map((one, i) => [one, i]))
  const fit = articles.flatMap((article) =>
    article.statements
      .filter(
        ({ text, proviso }) =>
          proviso === '' && !text.includes('該條') && text.length >= SHORTEST && text.length <= LONGEST,
      )
      .map((statement) => ({ statement, article })),
  )
  const isNear = (a: Article, b: Article) =>
    a.source.headings.join() === b.source.headings.join() && place.get(b)! - place.get(a)! <= FARTHEST
  return [...gatherFours(fit, isNear), ...gatherFours(fit.slice(RULES / 2), isNear)]
}

function gatherFours(rules: readonly PlacedRule[], isNear: (a: Article, b: Article) => boolean): PlacedRule[][] {
  const fours: PlacedRule[][] = []
  let current: PlacedRule[] = []
  for (const one of rules) {
    if (current[0] !== undefined && !isNear(current[0].article, one.article)) current = []
    current.push(one)
    if (current.length === RULES) {
      fours.push(current)
      current = []
    }
  }
  return fours
}

function askWrong(rules: readonly Rule[], random: SeededRandom): ItemContent | null {
  const turned = rules.filter((one) => one.alterations.length > 0)
  if (turned.length === 0) return null
  const chosen = random.pick(turned)
  const alteration = random.pick(chosen.alterations)
  return build(rules, chosen, `${nameRange(rules)}下列敘述何者【錯誤】？`, {
    keys: [{ text: `${alteration.text}。`, reason: alteration.reason }],
    others: rules
      .filter((one) => one !== chosen)
      .map((one) => ({
        text: `${one.statement.text}。`,
        reason: `${namePlace(one.article.source)}的規定，敘述正確。`,
      })),
  })
}

function askRight(rules: readonly Rule[], random: SeededRandom): ItemContent | null {
  const wrong = drawSome(
    rules.filter((one) => one.alterations.length > 0),
    RULES - 1,
    random,
  )
  if (wrong.length < RULES - 1) return null
  const right = rules.find((one) => !wrong.includes(one))!
  return build(rules, right, `${nameRange(rules)}下列敘述何者正確？`, {
    keys: [{ text: `${right.statement.text}。`, reason: `這是${namePlace(right.article.source)}的規定。` }],
    others: wrong.map((one) => {
      const alteration = random.pick(one.alterations)
      return { text: `${alteration.text}。`, reason: alteration.reason }
    }),
  })
}

type Drafts = Record<'keys' | 'others', { text: string; reason: string }[]>

function build(rules: readonly Rule[], chosen: Rule, stem: string, { keys, others }: Drafts): ItemContent {
  const places = new Map([chosen, ...rules].map((one) => [one.article.source.passageId, one]))
  return {
    type: 'single',
    stem,
    options: buildOptions(keys, others),
    explanation: explainWith(chosen.article.source, tell(chosen.statement.quote, '')),
    citations: [...places.values()].map((one) =>
      cite(one.article.source, one.article === chosen.article ? chosen.statement.quote : one.statement.quote),
    ),
    difficulty: 3,
    ability: 'understand',
    dimension: null,
  }
}

/** @returns 依保險法第101條至第106條規定， for the articles that the rules come from. */
function nameRange(rules: readonly Rule[]): string {
  const [first, last] = [rules[0]!.article, rules.at(-1)!.article]
  if (first === last) return first.lead
  return `依${namePlace(first.source)}至${namePlace(last.source).slice(last.source.title.length)}規定，`
}
