import { runAtOnce, type Steps } from './run-steps'

/**
 * An inverted index in flat arrays: for term t the entries from `starts[t]` to `starts[t + 1]` name a document and the impact of the term on it, which is
 * already saturated and normalised; a query only adds up.
 */
export type Postings = {
  termIds: ReadonlyMap<string, number>
  starts: Uint32Array
  documents: Uint32Array
  impacts: Float32Array
  /** Documents that hold the term. */
  idf: Float32Array
  documentCount: number
}

/** Entries are kept in chunks: one array that grows would be copied whole, which takes longer than anything else may wait. */
const CHUNK = 1 << 18
const SHORT = 1 << 14

/** Collects (term, document, impact), document by document, and lays them out by term. */
export class PostingsBuilder {
  private readonly termIds = new Map<string, number>()
  private readonly chunks: { terms: Uint32Array; impacts: Float32Array }[] = []
  private readonly ends: number[] = []
  private length = 0

  /** Adds the next document. @param impactOf weight per term, above 0. */
  addDocument(impactOf: ReadonlyMap<string, number>): void {
    for (const [term, impact] of impactOf) {
      let id = this.termIds.get(term)
      if (id === undefined) {
        id = this.termIds.size
        this.termIds.set(term, id)
      }
      const at = this.length % CHUNK
      if (at === 0) this.chunks.push({ terms: new Uint32Array(CHUNK), impacts: new Float32Array(CHUNK) })
      const { terms, impacts } = this.chunks.at(-1)!
      terms[at] = id
      impacts[at] = impact
      this.length++
    }
    this.ends.push(this.length)
  }

  build(): Postings {
    return runAtOnce(this.buildInSteps())
  }

  /** As `build`, to be left between steps; nothing may be added meanwhile. */
  *buildInSteps(): Steps<Postings> {
    const termCount = this.termIds.size
    const starts = yield* this.countStarts(termCount)
    const cursor = starts.slice(0, termCount)
    const documents = new Uint32Array(this.length)
    yield
    const impacts = new Float32Array(this.length)
    yield
    let document = 0
    for (const [c, chunk] of this.chunks.entries()) {
      const size = Math.min(CHUNK, this.length - c * CHUNK)
      for (let i = 0; i < size; i++) {
        while (this.ends[document]! <= c * CHUNK + i) document++
        const at = cursor[chunk.terms[i]!]!++
        documents[at] = document
        impacts[at] = chunk.impacts[i]!
        // The entries go all over the new arrays, whose memory is handed out by the page: a whole chunk of that takes too long.
        if (i % SHORT === 0) yield
      }
    }
    const idf = new Float32Array(termCount)
    for (let t = 0; t < termCount; t++) idf[t] = computeIdf(this.ends.length, starts[t + 1]! - starts[t]!)
    return { termIds: this.termIds, starts, documents, impacts, idf, documentCount: this.ends.length }
  }

  /** Where each term's entries begin. */
  private *countStarts(termCount: number): Steps<Uint32Array> {
    const starts = new Uint32Array(termCount + 1)
    for (const [c, { terms }] of this.chunks.entries()) {
      const size = Math.min(CHUNK, this.length - c * CHUNK)
      for (let i = 0; i < size; i++) starts[terms[i]! + 1]!++
      yield
    }
    for (let t = 0; t < termCount; t++) starts[t + 1]! += starts[t]!
    return starts
  }
}

/** Robertson's idf, kept above 0: ln(1 + (N − n + 0.5) / (n + 0.5)). */
export function computeIdf(documentCount: number, withTerm: number): number {
  return Math.log(1 + (documentCount - withTerm + 0.5) / (withTerm + 0.5))
}

/** Adds `weight` × impact of the term to every document's sum. */
export function addTerm(postings: Postings, termId: number, weight: number, sums: Float32Array): void {
  const { starts, documents, impacts } = postings
  const end = starts[termId + 1]!
  for (let i = starts[termId]!; i < end; i++) sums[documents[i]!]! += weight * impacts[i]!
}
