import type { Content } from '../../domain/content'
import type { ClaimFacts, ProductText, SourceText } from '../../domain/judging/law-claims/claim-facts'
import { readLawFacts } from '../../domain/judging/law-claims/read-law-facts'
import type { OrganisationId } from '../../domain/knowledge/knowledge-ports'
import type { ClientQuestion } from '../../domain/persona/persona-schema'
import { askFromProduct } from '../../domain/roleplay/ask-from-product'
import { groupBy } from '../../domain/shared/group-by'
import type { IndexKeeper } from './keep-index'
import type { IndexedPassage, KnowledgeIndex } from './knowledge-index'
import { citeOf } from './search-knowledge'

/** What a talk draws from the knowledge base on its day: what statements are held against, and what the client can ask out of the products' documents. */
export type TalkKnowledge = {
  facts: ClaimFacts
  questions: readonly ClientQuestion[]
  /** A passage by its id, also of another version than the one of the day. */
  findPassage(passageId: string): SourceText | null
}
/** @returns null while the knowledge base is not ready: a talk never waits for it. */
export type ReadTalkKnowledge = (
  organisationId: OrganisationId,
  asOf: string,
  productIds: readonly string[],
) => Promise<TalkKnowledge | null>

/** What was read of an index; an index that is no longer used takes this with it. */
type Known = { byDocument: ReadonlyMap<string, readonly IndexedPassage[]>; read: Map<string, TalkKnowledge> }

/** Reads once for each state of the knowledge base, day and set of products; every further turn finds it ready. */
export function createTalkKnowledgeReader(
  index: Pick<IndexKeeper, 'getAtHand'>,
  content: Pick<Content, 'lawClaims' | 'productQuestions'>,
): ReadTalkKnowledge {
  const known = new WeakMap<KnowledgeIndex, Known>()
  return async (organisationId, asOf, productIds) => {
    const current = await index.getAtHand(organisationId)
    if (!current) return null
    const ofIndex = known.get(current) ?? openKnown(current)
    known.set(current, ofIndex)
    const key = [asOf, ...productIds].join(' ')
    const read = ofIndex.read.get(key) ?? readKnowledge(current, ofIndex, content, asOf, productIds)
    ofIndex.read.set(key, read)
    return read
  }
}

function openKnown({ passages }: KnowledgeIndex): Known {
  const products = [...passages.values()].filter((one) => one.version.kind === 'product')
  return { byDocument: groupBy(products, (one) => one.passage.documentId), read: new Map() }
}

function readKnowledge(
  { passages, search }: KnowledgeIndex,
  { byDocument }: Known,
  { lawClaims, productQuestions }: Pick<Content, 'lawClaims' | 'productQuestions'>,
  asOf: string,
  productIds: readonly string[],
): TalkKnowledge {
  const isInForce = ({ validity: { from, to } }: IndexedPassage) =>
    (from === null || from <= asOf) && (to === null || asOf <= to)
  const findArticle = (law: string, article: string) => {
    const numbers = search.byArticle.get(`${law}§${article}`) ?? []
    const found = numbers
      .map((one) => passages.get(search.passages[one]!.passage.id)!)
      .find((one) => one.version.kind === 'regulation' && isInForce(one))
    return found ? toSource(found) : null
  }
  const products = productIds.map((productId): ProductText => {
    const own = (byDocument.get(productId) ?? []).filter(isInForce)
    return { productId, passages: own.sort((a, b) => a.passage.ordinal - b.passage.ordinal).map(toSource) }
  })
  return {
    facts: { laws: readLawFacts(lawClaims, findArticle), products },
    questions: products.flatMap((one) => askFromProduct(productQuestions, one.productId, one.passages)),
    findPassage(passageId) {
      const found = passages.get(passageId)
      return found ? toSource(found) : null
    },
  }
}

function toSource(found: IndexedPassage): SourceText {
  const { id, headings, text } = found.passage
  return { id, cite: citeOf(found), heading: headings.at(-1) ?? '', text }
}
