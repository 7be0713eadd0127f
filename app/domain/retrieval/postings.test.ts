import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addTerm, computeIdf, PostingsBuilder } from './postings'

test('lays out documents by term', () => {
  const builder = new PostingsBuilder()
  builder.addDocument(
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
  )
  builder.addDocument(new Map([['b', 0.5]]))
  const postings = builder.build()
  const sums = new Float32Array(2)
  addTerm(postings, postings.termIds.get('b')!, 2, sums)
  expect([...sums]).toEqual([4, 1])
  // ln(1 + (2 − 1 + 0.5) / (1 + 0.5)) = ln 2
  expect(computeIdf(2, 1)).toBeCloseTo(Math.LN2, 10)
  expect(postings.idf[postings.termIds.get('a')!]).toBeCloseTo(Math.LN2, 6)
})

test('holds exactly what was put in, for any documents', () => {
  const document = fc.dictionary(fc.constantFrom('甲', '乙', '丙', '丁'), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(fc.array(document, { maxLength: 12 }), (documents) => {
      const builder = new PostingsBuilder()
      for (const one of documents) builder.addDocument(new Map(Object.entries(one)))
      const postings = builder.build()
      for (const [term, id] of postings.termIds) {
        const sums = new Float32Array(documents.length)
        addTerm(postings, id, 1, sums)
        expect([...sums]).toEqual(documents.map((one) => one[term] ?? 0))
      }
    }),
  )
})
