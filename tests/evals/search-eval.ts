import { parseArgs } from 'node:util'
import { loadSearchVocabulary } from '../../app/adapters/files/load-search-vocabulary'
import { isOnTopic } from '../../app/domain/retrieval/answer-question'
import { buildSearchIndex, type SearchIndex } from '../../app/domain/retrieval/build-index'
import { searchPassages } from '../../app/domain/retrieval/search-passages'
import {
  ALL_INGREDIENTS,
  type SearchablePassage,
  type SearchIngredients,
  type SearchVocabulary,
} from '../../app/domain/retrieval/search-types'
import { holdOutAliases } from './search/hold-out-aliases'
import { loadAnswerable, loadBuiltInPassages } from './search/load-answerable'
import {
  loadDrcd,
  loadEveryday,
  loadExam,
  loadLawPassages,
  loadProbes,
  type SearchSet,
} from './search/load-search-sets'
import { measureRanking, type RankingFigures, type Searcher } from './search/measure-ranking'
import { CUTTERS, createPlainBm25 } from './search/plain-bm25'

// npm run eval:search [-- --data ../shared/data] [--no-ablation]: our search beside its rivals on every set at hand. docs/search.md tells how to read it.

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, ablation: { type: 'boolean', default: true } },
  allowNegative: true,
})

/** Recall at 5 that a change may not fall below. */
const GATES: Readonly<Record<string, number>> = {
  'DRCD test': 0.99,
  'DRCD dev': 0.99,
  'exam → article': 0.92,
  'everyday dev-60': 0.7,
}

/** To look at 100 hits is slow, for each is explained; the small sets, where it matters, have it. */
function toSearcher(index: SearchIndex, probeCount: number): Searcher {
  const k = probeCount > 2000 ? 10 : 100
  return (query) => searchPassages(index, { query, k }).hits.map((hit) => hit.passageId)
}

function renderFigures(label: string, figures: RankingFigures): string {
  const cells = [figures.recallAt1, figures.recallAt5, figures.mrrAt10, figures.ndcgAt10, figures.recallAt100]
  return `| ${label.padEnd(28)} | ${cells.map((one) => one.toFixed(3)).join(' | ')} |`
}

function printSet(set: SearchSet, vocabulary: SearchVocabulary): boolean {
  console.log(`\n## ${set.name}: ${set.probes.length} questions → ${set.passages.length} passages`)
  console.log('| search | R@1 | R@5 | MRR@10 | nDCG@10 | R@100 (ours on DRCD: R@10) |\n|---|---|---|---|---|---|')
  for (const [name, cutter] of Object.entries(CUTTERS)) {
    const search = createPlainBm25(set.passages, cutter, true)
    console.log(renderFigures(`BM25, ${name}`, measureRanking(search, set.probes)))
  }
  const ours = measureRanking(toSearcher(buildSearchIndex(set.passages, vocabulary), set.probes.length), set.probes)
  console.log(renderFigures('ours', ours))
  const gate = GATES[set.name]
  if (gate === undefined) return true
  const isMet = ours.recallAt5 >= gate
  console.log(`gate R@5 ≥ ${gate}: ${isMet ? 'met' : 'MISSED'}`)
  return isMet
}

const WITHOUT: readonly [string, Partial<SearchIngredients>][] = [
  ['everything', {}],
  ['without field weights', { hasFields: false, hasObligations: false }],
  ['without synonyms', { hasSynonyms: false }],
  ['without concepts', { hasConcepts: false }],
  ['without everyday aliases', { hasAliases: false }],
  ['without obligations', { hasObligations: false }],
  ['without measures', { hasMeasures: false }],
  ['without proximity', { hasProximity: false }],
  ['without stop patterns', { hasStopPatterns: false }],
  ['without law references', { hasLawReferences: false }],
  ['without law weights', { hasLawWeights: false }],
]

function printAblation(sets: readonly SearchSet[], vocabulary: SearchVocabulary): void {
  console.log('\n## What each ingredient brings: R@5 / nDCG@10')
  console.log(`| | ${sets.map((set) => set.name).join(' | ')} |\n|---|${sets.map(() => '---|').join('')}`)
  for (const [label, change] of WITHOUT) {
    const cells = sets.map((set) => {
      const index = buildSearchIndex(set.passages, vocabulary, { ...ALL_INGREDIENTS, ...change })
      const { recallAt5, ndcgAt10 } = measureRanking(toSearcher(index, set.probes.length), set.probes)
      return `${recallAt5.toFixed(3)} / ${ndcgAt10.toFixed(3)}`
    })
    console.log(`| ${label} | ${cells.join(' | ')} |`)
  }
}

/** Share of questions for which the search says it found something, for questions that the laws answer and for ones they do not. */
function printGoodEnough(own: readonly SearchSet[], foreign: SearchSet, vocabulary: SearchVocabulary): void {
  const index = buildSearchIndex(own[0]!.passages, vocabulary)
  const share = (queries: readonly string[]) => {
    const good = queries.filter((query) => searchPassages(index, { query, k: 1 }).isGoodEnough).length
    return `${((100 * good) / queries.length).toFixed(0)}%`
  }
  console.log('\n## "Good enough": share of questions for which it is claimed, searching the laws')
  for (const set of own) console.log(`${set.name}: ${share(set.probes.map((one) => one.query))} (should be high)`)
  console.log(
    `${foreign.name}, general knowledge that the laws do not hold: ${share(foreign.probes.map((one) => one.query))} (should be low)`,
  )
}

/** Of how many of our own questions the knowledge base says that it can answer them: of those that it can, and of those that it cannot. */
function printAnswerable(passages: readonly SearchablePassage[], vocabulary: SearchVocabulary): void {
  const index = buildSearchIndex(passages, vocabulary)
  const isAnswered = (query: string) => {
    const { hits, isGoodEnough } = searchPassages(index, { query, k: 1 })
    return isGoodEnough && hits[0] !== undefined && isOnTopic(hits[0].explain)
  }
  console.log('\n## Answered: statutes, product sheets and guides')
  for (const [name, { on, off }] of Object.entries(loadAnswerable()))
    console.log(
      `${name}: ${on.filter(isAnswered).length} of ${on.length} on the matter, ${off.filter(isAnswered).length} of ${off.length} on something else`,
    )
}

const vocabulary = await loadSearchVocabulary(process.cwd())
const laws = loadLawPassages(values.data)
const everyday = loadEveryday(values.data, laws)
const exam = loadExam(values.data, laws)
const own = loadProbes(process.cwd(), laws)
const drcdTest = loadDrcd(values.data, 'test')
console.log(
  `${vocabulary.aliases.length} articles with ${vocabulary.aliases.flatMap((one) => one.aliases).length} everyday aliases`,
)
let areGatesMet = true
for (const set of [drcdTest, loadDrcd(values.data, 'dev'), exam, everyday, own])
  areGatesMet = printSet(set, vocabulary) && areGatesMet
const all = holdOutAliases(vocabulary.aliases, laws)
const held = { rest: all.rest, probes: all.probes.filter((_, i) => i % 4 === 0) }
if (held.probes.length > 0) {
  printSet({ name: 'held-out aliases', passages: laws, probes: held.probes }, { ...vocabulary, aliases: held.rest })
}
if (values.ablation) {
  printAblation([exam, everyday, own], vocabulary)
  if (held.probes.length > 0)
    printAblation([{ name: 'held-out aliases', passages: laws, probes: held.probes }], {
      ...vocabulary,
      aliases: held.rest,
    })
}
printGoodEnough([everyday, exam, own], drcdTest, vocabulary)
printAnswerable([...laws, ...(await loadBuiltInPassages())], vocabulary)
if (!areGatesMet) process.exitCode = 1
