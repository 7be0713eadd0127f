import type { Content } from '../../domain/content'
import type { ClaimFacts, ProductText, SourceText } from '../../domain/judging/law-claims/claim-facts'
import { readLawFacts } from '../../domain/judging/law-claims/read-law-facts'
import { isDeleted } from '../../domain/knowledge/diff-versions'
import type {
  KnowledgeStore,
  OrganisationId,
  StoredPassage,
  StoredVersion,
} from '../../domain/knowledge/knowledge-ports'
import type { ClientQuestion } from '../../domain/persona/persona-schema'
import { askFromProduct } from '../../domain/roleplay/ask-from-product'
import { groupBy } from '../../domain/shared/group-by'
import { type IndexKeeper, placeInTime } from './keep-index'
import type { IndexedPassage, KnowledgeIndex } from './knowledge-index'
import { citeOf } from './search-knowledge'

/** What a talk draws from the knowledge base on its day: what statements are held against, and what the client can ask out of the products' documents. */
export type TalkKnowledge = {
  facts: ClaimFacts
  questions: readonly ClientQuestion[]
  /** A passage by its id, also of another version than the one of the day. */
  findPassage(passageId: string): SourceText | null
  /** An article of a law by its full name, as it stood on the day. */
  findArticle(law: string, article: string): SourceText | null
}
/** @returns null while the knowledge base holds none of the texts that are asked for. */
export type ReadTalkKnowledge = (
  organisationId: OrganisationId,
  asOf: string,
  productIds: readonly string[],
) => Promise<TalkKnowledge | null>

/** Texts to draw from: those of a whole index, or only those that a talk needs. */
type Shelf = {
  passages: ReadonlyMap<string, IndexedPassage>
  /** Pieces of products' documents. */
  byDocument: ReadonlyMap<string, readonly IndexedPassage[]>
  /** What was and is in the place of an article, by its law's full name. */
  listArticles(law: string, article: string): readonly IndexedPassage[]
}
type Store = Pick<KnowledgeStore, 'readRevision' | 'listVersions' | 'listRetired' | 'listPassagesOf'>
type TalkContent = Pick<Content, 'lawClaims' | 'productQuestions'>

/** What was read of an index; an index that is no longer used takes this with it. */
type Known = { shelf: Shelf; read: Map<string, TalkKnowledge> }

/**
 * Reads once for each state of the knowledge base, day and set of products; every further turn finds it ready. While the first
 * index is being built after a start, the few texts that are needed are read straight from the store: a turn neither waits
 * for the index nor is judged without the law.
 */
export function createTalkKnowledgeReader(
  index: Pick<IndexKeeper, 'getAtHand'>,
  store: Store,
  content: TalkContent,
): ReadTalkKnowledge {
  const known = new WeakMap<KnowledgeIndex, Known>()
  const early = new Map<string, Promise<TalkKnowledge | null>>()

  const readEarly = async (organisationId: OrganisationId, asOf: string, productIds: readonly string[]) => {
    const key = [organisationId ?? '', await store.readRevision(), asOf, ...productIds].join(' ')
    const reading = early.get(key) ?? readFromStore(store, content, organisationId, asOf, productIds)
    early.set(key, reading)
    // The next who asks tries again.
    reading.catch(() => early.delete(key))
    return reading
  }

  return async (organisationId, asOf, productIds) => {
    const current = await index.getAtHand(organisationId)
    if (!current) return readEarly(organisationId, asOf, productIds)
    early.clear()
    const ofIndex = known.get(current) ?? { shelf: shelveIndex(current), read: new Map<string, TalkKnowledge>() }
    known.set(current, ofIndex)
    const key = [asOf, ...productIds].join(' ')
    const read = ofIndex.read.get(key) ?? readKnowledge(ofIndex.shelf, content, asOf, productIds)
    ofIndex.read.set(key, read)
    return read
  }
}

function shelveIndex({ passages, search }: KnowledgeIndex): Shelf {
  const products = [...passages.values()].filter((one) => one.version.kind === 'product')
  return {
    passages,
    byDocument: groupBy(products, (one) => one.passage.documentId),
    listArticles: (law, article) =>
      (search.byArticle.get(`${law}§${article}`) ?? []).map((one) => passages.get(search.passages[one]!.passage.id)!),
  }
}

/** Reads the laws that statements are held against and the documents of the products, all in all versions. */
async function readFromStore(
  store: Store,
  content: TalkContent,
  organisationId: OrganisationId,
  asOf: string,
  productIds: readonly string[],
): Promise<TalkKnowledge | null> {
  const laws = new Set(content.lawClaims.map((one) => one.law))
  const [versions, retired] = await Promise.all([store.listVersions(organisationId), store.listRetired(organisationId)])
  const gone = new Set(retired.map((one) => one.documentId))
  const needed = versions.filter(
    ({ kind, title, documentId }) =>
      !gone.has(documentId) &&
      ((kind === 'regulation' && laws.has(title)) || (kind === 'product' && productIds.includes(documentId))),
  )
  if (needed.length === 0) return null
  const texts = groupBy(await store.listPassagesOf(needed), (one) => keyOfText(one.documentId, one.versionId))
  return readKnowledge(shelveTexts(needed, texts), content, asOf, productIds)
}

const keyOfText = (documentId: string, versionId: string) => `${documentId}@${versionId}`

function shelveTexts(versions: readonly StoredVersion[], texts: ReadonlyMap<string, readonly StoredPassage[]>): Shelf {
  const pieces = [...groupBy(versions, (one) => one.documentId).values()].flatMap((some) => {
    const validity = placeInTime(some, texts)
    return some.flatMap((version) =>
      (texts.get(keyOfText(version.documentId, version.id)) ?? []).flatMap((passage): IndexedPassage[] => {
        const when = validity.get(passage.id)
        return when && !isDeleted(passage) ? [{ passage, version, validity: when }] : []
      }),
    )
  })
  const articles = groupBy(pieces, ({ passage, version }) => `${version.title}§${passage.article}`)
  return {
    passages: new Map(pieces.map((one) => [one.passage.id, one])),
    byDocument: groupBy(
      pieces.filter((one) => one.version.kind === 'product'),
      (one) => one.passage.documentId,
    ),
    listArticles: (law, article) => articles.get(`${law}§${article}`) ?? [],
  }
}

function readKnowledge(
  { passages, byDocument, listArticles }: Shelf,
  { lawClaims, productQuestions }: TalkContent,
  asOf: string,
  productIds: readonly string[],
): TalkKnowledge {
  const isInForce = ({ validity: { from, to } }: IndexedPassage) =>
    (from === null || from <= asOf) && (to === null || asOf <= to)
  const findArticle = (law: string, article: string) => {
    const found = listArticles(law, article).find((one) => one.version.kind === 'regulation' && isInForce(one))
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
    findArticle,
  }
}

function toSource(found: IndexedPassage): SourceText {
  const { id, headings, text } = found.passage
  return { id, cite: citeOf(found), heading: headings.at(-1) ?? '', text }
}
