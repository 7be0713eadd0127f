// npm run bench:search [-- --passages 100000 --data ../shared/data]: build time, memory and query times of the search index, in-process.

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { loadSearchVocabulary } from '../../app/adapters/files/load-search-vocabulary'
import { buildIndexInSteps } from '../../app/domain/retrieval/build-index'
import { runInSlices } from '../../app/domain/retrieval/run-steps'
import { searchPassages } from '../../app/domain/retrieval/search-passages'
import type { SearchablePassage } from '../../app/domain/retrieval/search-types'
import { createSeededRandom } from '../../app/domain/shared/seeded-random'
import { loadEveryday, loadExam, loadLawPassages } from '../evals/search/load-search-sets'

const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '100000' },
    data: { type: 'string', default: '../shared/data' },
    rounds: { type: 'string', default: '10' },
  },
})

/** Copies of real articles in which every twelfth character or so is another one of the same article, so that terms and lengths stay lifelike. */
function multiply(passages: readonly SearchablePassage[], count: number): SearchablePassage[] {
  const random = createSeededRandom('bench')
  return Array.from({ length: count }, (_, i) => {
    const one = passages[i % passages.length]!
    const copy = Math.floor(i / passages.length)
    if (copy === 0) return one
    const characters = [...one.passage.text]
    for (let j = 0; j < characters.length; j++) {
      if (random.next() < 1 / 12) characters[j] = random.pick(characters)
    }
    return {
      ...one,
      title: `${one.title}${copy}`,
      passage: { ...one.passage, id: `${one.passage.id}~${copy}`, text: characters.join('') },
    }
  })
}

function percentile(sorted: readonly number[], share: number): string {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1)
}

function megabytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

const laws = loadLawPassages(values.data)
const passages = multiply(laws, Number(values.passages))
const vocabulary = await loadSearchVocabulary(process.cwd())
const before = megabytes()
const start = performance.now()
// As the app does it: in slices of 15 ms. The delay of the event loop is what a page or a turn would have waited; a tenth of it is the clock's own.
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const pause = () => new Promise<void>((resolve) => setImmediate(resolve))
const index = await runInSlices(buildIndexInSteps(passages, vocabulary), 15, () => performance.now(), pause)
delay.disable()
const seconds = (performance.now() - start) / 1000
console.log(
  `${passages.length} passages: built in ${seconds.toFixed(1)} s, index ${(megabytes() - before).toFixed(0)} MB, ` +
    `${index.postings.termIds.size} terms, ${index.postings.documents.length} postings (run with --expose-gc for steady memory)`,
)
const [p50, p99, longest] = [delay.percentile(50), delay.percentile(99), delay.max].map((one) => (one / 1e6).toFixed(0))
console.log(`while it was built the event loop waited p50 ${p50} ms, p99 ${p99} ms, longest ${longest} ms`)
for (const set of [loadEveryday(values.data, laws), loadExam(values.data, laws)]) {
  const times: number[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const { query } of set.probes) {
      const begin = performance.now()
      searchPassages(index, { query, k: 10 })
      times.push(performance.now() - begin)
    }
  }
  const sorted = times.sort((a, b) => a - b)
  const length = set.probes.reduce((sum, one) => sum + one.query.length, 0) / set.probes.length
  console.log(
    `${set.name} (${length.toFixed(0)} characters on average): ${times.length} queries, p50 ${percentile(sorted, 0.5)} ms, p95 ${percentile(sorted, 0.95)} ms, max ${percentile(sorted, 1)} ms`,
  )
}
