import type { SeededRandom } from '../../../shared/seeded-random'
import { listBigrams } from '../../check/canonical-text'
import type { ItemContent } from '../../item'
import { buildOptions, cite, explainWith, type WriteContext } from '../candidate'
import type { Article, Definition } from './read-law'
import { askForMeaning } from './write-short-answers'

/** A definition with the article that it stands in. */
export type PlacedDefinition = Definition & { article: Article }

/** What a term means, which term is meant, both as single choice; and in one's own words. @param all the definitions of the whole law. */
export function writeDefinitionItems(
  article: Article,
  all: readonly PlacedDefinition[],
  context: WriteContext,
): ItemContent[] {
  return article.definitions.flatMap((definition) => {
    const others = all.filter(
      (one) =>
        one.term !== definition.term &&
        one.meaning !== definition.meaning &&
        findSort(one.term) === findSort(definition.term) &&
        isComparable(one.meaning, definition.meaning),
    )
    const items: (ItemContent | null)[] = []
    if (context.types.has('single')) {
      const asksTerm = context.random.next() < 0.5
      const both = [askTerm(article, definition, others, context.random), askMeaning(article, definition, others)]
      items.push(...(asksTerm ? both : both.reverse()))
    }
    if (context.types.has('short-answer')) items.push(askForMeaning(article, definition))
    return items.filter((one) => one !== null)
  })
}

function askMeaning(
  { source }: Article,
  { term, meaning, quote }: Definition,
  others: readonly PlacedDefinition[],
): ItemContent | null {
  if (sharesWords(term, meaning)) return null
  const wrong = pickAlike(meaning, others, (one) => one.meaning)
  if (wrong.length < 3 || wrong.some((one) => one.meaning.includes(term))) return null
  if (
    isClue(
      term,
      meaning,
      wrong.map((one) => one.meaning),
    )
  )
    return null
  return {
    type: 'single',
    stem: `${source.title}所稱的「${term}」，是指下列何者？`,
    options: buildOptions(
      [{ text: meaning, reason: `這是${source.title}對「${term}」的定義。` }],
      wrong.map((one) => ({ text: one.meaning, reason: `這是「${one.term}」的定義。` })),
    ),
    explanation: explainWith(source, `${term}，指${meaning}。`),
    citations: [cite(source, quote)],
    difficulty: 2,
    ability: 'understand',
    dimension: null,
  }
}

function askTerm(
  { source }: Article,
  { term, meaning, quote }: Definition,
  others: readonly PlacedDefinition[],
  random: SeededRandom,
): ItemContent | null {
  if (sharesWords(term, meaning)) return null
  const near = others
    .filter((one) => !one.term.includes(term) && !term.includes(one.term) && !meaning.includes(one.term))
    .map((one) => ({
      one,
      rank:
        likeness(one.meaning, meaning) +
        (one.meaning.slice(-2) === meaning.slice(-2) ? 0.5 : 0) +
        likeness(one.term, term) * 0.5 +
        random.next() * 0.1,
    }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ one }) => one)
  const wrong = near.filter((one, i) => near.findIndex((other) => other.term === one.term) === i).slice(0, 3)
  if (
    wrong.length < 3 ||
    isClue(
      meaning,
      term,
      wrong.map((one) => one.term),
    )
  )
    return null
  return {
    type: 'single',
    stem: `「${meaning}」，${source.title}稱為下列何者？`,
    options: buildOptions(
      [{ text: term, reason: `這是「${term}」的定義。` }],
      wrong.map((one) => ({ text: one.term, reason: `「${one.term}」是指${one.meaning}。` })),
    ),
    explanation: explainWith(source, `${term}，指${meaning}。`),
    citations: [cite(source, quote)],
    difficulty: 1,
    ability: 'recall',
    dimension: null,
  }
}

/** Whether only the key repeats words of what the stem shows. */
function isClue(shown: string, key: string, others: readonly string[]): boolean {
  const repeats = (text: string) => listBigrams(text).some((one) => shown.includes(one))
  return repeats(key) && !others.some(repeats)
}

const LIKE_MEANINGS = 0.3
/** Whether two meanings are of one sort: they end alike (…之契約), or speak of like things; sums and lists of names are never asked for. */
function isComparable(a: string, b: string): boolean {
  if (/[元%]|百分之|以下簡稱/u.test(a + b)) return false
  return a.slice(-2) === b.slice(-2) || (likeness(a, b) >= LIKE_MEANINGS && likeness(b, a) >= LIKE_MEANINGS)
}

/** Persons, bodies and things: a person's name among things is no alternative. */
function findSort(term: string): 'person' | 'body' | 'thing' {
  if (/(?:人|員|者|商)$/u.test(term)) return 'person'
  return /(?:公司|業|銀行|公會|機關|機構|法人|團體|局|組織)$/u.test(term) ? 'body' : 'thing'
}

/** Whether the meaning gives the term away: it holds three of its characters in a row, all of a shorter term, or most of its pairs of characters. */
function sharesWords(term: string, meaning: string): boolean {
  const length = Math.min(3, term.length)
  for (let at = 0; at + length <= term.length; at++) if (meaning.includes(term.slice(at, at + length))) return true
  const pairs = listBigrams(term)
  return pairs.filter((one) => meaning.includes(one)).length >= 2
}

/** @returns the three whose words are about as long, those that end alike (…之人, …契約) first. */
function pickAlike<T>(right: string, others: readonly T[], textOf: (one: T) => string): T[] {
  return others
    .filter((one, i) => {
      const ratio = textOf(one).length / right.length
      return ratio > 0.5 && ratio < 2 && others.findIndex((other) => textOf(other) === textOf(one)) === i
    })
    .map((one) => ({
      one,
      rank:
        (textOf(one).slice(-2) === right.slice(-2) ? 1 : 0) +
        likeness(textOf(one), right) -
        Math.abs(Math.log(textOf(one).length / right.length)),
    }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, 3)
    .map(({ one }) => one)
}

/** @returns the share of characters that two texts have in common, 0 to 1. */
function likeness(a: string, b: string): number {
  const own = new Set(a)
  return [...new Set(b)].filter((one) => own.has(one)).length / Math.max(own.size, 1)
}

const PAIRS = 4

/** Terms and their meanings, one item for each handful of definitions of a law; it hangs on the first article of the handful. */
export function writeDefinitionMatching(
  article: Article,
  all: readonly PlacedDefinition[],
  context: WriteContext,
): ItemContent[] {
  if (!context.types.has('matching')) return []
  const fit = all.filter(
    (one) => one.meaning.length <= 60 && !/[元%]|百分之/u.test(one.meaning) && !sharesWords(one.term, one.meaning),
  )
  const groups = Math.floor(fit.length / PAIRS)
  return Array.from({ length: groups }, (_, i) => fit.slice(i * PAIRS, (i + 1) * PAIRS)).flatMap((group) => {
    if (group[0]!.article.source.passageId !== article.source.passageId) return []
    const sources = new Map(group.map((one) => [one.article.source.passageId, one]))
    return [
      {
        type: 'matching',
        stem: `請將${article.source.title}的用語「${group.map((one) => one.term).join('」「')}」配對到正確的定義。`,
        pairs: group.map((one) => ({ left: one.term, right: one.meaning })),
        extraRights: [],
        explanation: group.map((one) => explainWith(one.article.source, `${one.term}，指${one.meaning}。`)).join('\n'),
        citations: [...sources.values()].map((one) => cite(one.article.source, one.quote)),
        difficulty: 2,
        ability: 'understand',
        dimension: null,
      } satisfies ItemContent,
    ]
  })
}
