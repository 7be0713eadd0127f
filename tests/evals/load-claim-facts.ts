import fs from 'node:fs'
import { createDocumentReader } from '../../app/adapters/documents/create-document-reader'
import { loadBuiltInDocuments } from '../../app/adapters/files/load-built-in-documents'
import type { Content } from '../../app/domain/content'
import type { ClaimFacts, ProductText, SourceText } from '../../app/domain/judging/law-claims/claim-facts'
import { readLawFacts } from '../../app/domain/judging/law-claims/read-law-facts'
import { placePassages } from '../../app/domain/knowledge/passage'
import { loadLawPassages } from './search/load-search-sets'

/** What statements are held against when everything is at hand: the newest statutes in `dataDir`, where it is there, and our product sheets. */
export async function loadClaimFacts(
  content: Pick<Content, 'lawClaims'>,
  dataDir: string,
): Promise<(productIds: readonly string[]) => ClaimFacts> {
  const laws = fs.existsSync(dataDir) ? loadLawPassages(dataDir) : []
  const articles = new Map(
    laws.map(({ title, passage }): [string, SourceText] => {
      const { id, article, text } = passage
      return [`${title}§${article}`, { id, cite: `${title} §${article}`, heading: '', text }]
    }),
  )
  const reader = createDocumentReader()
  const files = (await loadBuiltInDocuments('.')).filter((file) => file.kind === 'product')
  const products = await Promise.all(
    files.map(async (file): Promise<ProductText> => {
      const read = await reader.read(file)
      if (read.status === 'refused') throw new Error(file.name)
      const { title, passages } = read.document
      const placed = placePassages({ id: file.id, kind: 'product', title }, '1.0', passages)
      return {
        productId: file.id,
        passages: placed.map(({ id, text, heading }) => ({ id, cite: `${title} › ${heading}`, heading, text })),
      }
    }),
  )
  const facts = readLawFacts(content.lawClaims, (law, article) => articles.get(`${law}§${article}`) ?? null)
  return (productIds) => ({ laws: facts, products: products.filter((one) => productIds.includes(one.productId)) })
}
