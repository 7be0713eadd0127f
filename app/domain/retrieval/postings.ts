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

/** Collects (term, document, impact), document by document, and lays them out by term. */
export class PostingsBuilder {
  private readonly termIds = new Map<string, number>()
  private terms = new Uint32Array(1 << 16)
  private impacts = new Float32Array(1 << 16)
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
      if (this.length === this.terms.length) this.grow()
      this.terms[this.length] = id
      this.impacts[this.length++] = impact
    }
    this.ends.push(this.length)
  }

  build(): Postings {
    const termCount = this.termIds.size
    const starts = new Uint32Array(termCount + 1)
    for (let i = 0; i < this.length; i++) starts[this.terms[i]! + 1]!++
    for (let t = 0; t < termCount; t++) starts[t + 1]! += starts[t]!
    const cursor = starts.slice(0, termCount)
    const documents = new Uint32Array(this.length)
    const impacts = new Float32Array(this.length)
    let i = 0
    for (const [document, end] of this.ends.entries()) {
      for (; i < end; i++) {
        const at = cursor[this.terms[i]!]!++
        documents[at] = document
        impacts[at] = this.impacts[i]!
      }
    }
    const idf = new Float32Array(termCount)
    for (let t = 0; t < termCount; t++) idf[t] = computeIdf(this.ends.length, starts[t + 1]! - starts[t]!)
    return { termIds: this.termIds, starts, documents, impacts, idf, documentCount: this.ends.length }
  }

  private grow(): void {
    const [terms, impacts] = [new Uint32Array(this.length * 2), new Float32Array(this.length * 2)]
    terms.set(this.terms)
    impacts.set(this.impacts)
    this.terms = terms
    this.impacts = impacts
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
