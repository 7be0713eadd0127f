import fs from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { createDocumentReader } from '../../../app/adapters/documents/create-document-reader'
import { loadBuiltInDocuments } from '../../../app/adapters/files/load-built-in-documents'
import { placePassages } from '../../../app/domain/knowledge/passage'
import type { SearchablePassage } from '../../../app/domain/retrieval/search-types'

const part = z.strictObject({ on: z.array(z.string()).min(10), off: z.array(z.string()).min(10) })

/** Our questions that the knowledge base answers, and ones that it does not: `answerable.yaml`. */
export function loadAnswerable() {
  const text = fs.readFileSync('tests/evals/search/answerable.yaml', 'utf8')
  return z.strictObject({ tuning: part, fresh: part }).parse(parse(text))
}

/** The product sheets and guides that come with the program. */
export async function loadBuiltInPassages(): Promise<SearchablePassage[]> {
  const reader = createDocumentReader()
  const lists = await Promise.all(
    (await loadBuiltInDocuments('.')).map(async (file) => {
      const read = await reader.read(file)
      if (read.status === 'refused') throw new Error(file.name)
      const { title, kind, passages } = read.document
      return placePassages({ id: file.id, kind, title }, '1.0', passages).map((passage) => ({
        passage,
        kind,
        title,
        effectiveFrom: null,
        effectiveTo: null,
      }))
    }),
  )
  return lists.flat()
}
