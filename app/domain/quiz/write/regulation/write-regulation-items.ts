import { groupBy } from '../../../shared/group-by'
import type { ItemContent, ItemSource } from '../../item'
import type { WriteContext } from '../candidate'
import { type Article, findParentLaw, readArticle } from './read-law'
import { gatherRules, type PlacedRule, writeChoiceOfRules } from './write-choice-of-rules'
import { writeDamagesItems } from './write-damages-items'
import { writeDeadlineItems } from './write-deadline-items'
import { type PlacedDefinition, writeDefinitionItems, writeDefinitionMatching } from './write-definition-items'
import { writeEffectItems } from './write-effect-items'
import { type PlacedListing, writeListingItems } from './write-listing-items'
import { writeQuantityItems } from './write-quantity-items'
import { type Deadline, gatherDeadlines, writeQuantityMatching } from './write-quantity-matching'
import { writeRoleItems } from './write-role-items'
import { writeShortAnswers } from './write-short-answers'
import { writeStatementItems } from './write-statement-items'

type Law = {
  text: string
  articles: ReadonlyMap<string, Article>
  definitions: readonly PlacedDefinition[]
  listings: readonly PlacedListing[]
  /** Handfuls of rules and of deadlines, each at the article of its first. */
  rules: ReadonlyMap<Article, PlacedRule[][]>
  deadlines: ReadonlyMap<Article, Deadline[][]>
}

/** A law is read once for all of its articles, as long as its list of passages lives. */
const laws = new WeakMap<readonly ItemSource[], Law>()

function readLaw(siblings: readonly ItemSource[]): Law {
  const known = laws.get(siblings)
  if (known) return known
  const text = siblings.map((one) => one.text).join('\n')
  const parent = findParentLaw(siblings[0]?.text ?? '')
  const articles = siblings.map((one) => readArticle(one, parent))
  const law: Law = {
    text,
    articles: new Map(articles.map((one) => [one.source.passageId, one])),
    definitions: articles.flatMap((article) => article.definitions.map((one) => ({ ...one, article }))),
    listings: articles.flatMap((article) => article.listings.map((one) => ({ ...one, article }))),
    rules: groupBy(gatherRules(articles), (one) => one[0]!.article),
    deadlines: groupBy(gatherDeadlines(articles), (one) => one[0]!.article),
  }
  laws.set(siblings, law)
  return law
}

/** Longer names make stems that nobody reads to the end. */
const LONGEST_TITLE = 30

/** Writes items from one article: numbers, roles, effects, definitions, lists and single rules. */
export function writeRegulationItems(source: ItemSource, context: WriteContext): ItemContent[] {
  if (source.title.length > LONGEST_TITLE || source.article === null) return []
  const law = readLaw(context.listSiblings(source.documentId))
  const article = law.articles.get(source.passageId)
  if (!article) return []
  return [
    ...writeQuantityItems(article, context),
    ...writeRoleItems(article, law.text, context),
    ...writeEffectItems(article, context),
    ...writeDefinitionItems(article, law.definitions, context),
    ...writeDefinitionMatching(article, law.definitions, context),
    ...writeListingItems(article, law.listings, context),
    ...(law.rules.get(article) ?? []).flatMap((one) => writeChoiceOfRules(one, law.text, context)),
    ...(law.deadlines.get(article) ?? []).flatMap((one) => writeQuantityMatching(one, context)),
    ...writeShortAnswers(article, context),
    ...writeStatementItems(article, law.text, context),
    ...writeDeadlineItems(article, context),
    ...writeDamagesItems(article, context),
  ]
}
