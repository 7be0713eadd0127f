import { parseArgs } from 'node:util'
import { createEmbeddedObserver } from '../../app/adapters/embedded/embedded-observer'
import { loadContent } from '../../app/adapters/files/load-content'
import { createModelClient } from '../../app/adapters/language-model/create-model-client'
import { createMaskOutgoing } from '../../app/adapters/language-model/mask-outgoing'
import { createModelObserver } from '../../app/adapters/language-model/model-observer'
import { DEFAULT_MODEL_SETTINGS } from '../../app/adapters/language-model/model-settings'
import type { Content } from '../../app/domain/content'
import {
  type CodePair,
  computeAccuracy,
  computeMacroF1,
  computeMeanAbsoluteError,
  computeMicro,
  computeQuadraticKappa,
  computeRates,
  computeSomeRates,
  computeSpearman,
  countCodes,
  cutQuality,
} from '../../app/domain/judging/agreement'
import type { EngineName, SecondObserver } from '../../app/domain/ports'
import { readEnvironment } from '../../app/env.server'
import { type JudgeTranscriptDeps, judgeTranscript } from '../../app/use-cases/judge-transcript'
import { loadClaimFacts } from './load-claim-facts'
import { loadRatedTalks, type RatedTalk } from './rated-talk'
import { measureRepeats } from './repeat-agreement'

/** Measures a judge on rated talks: the embedded one, or with `--engine llm` the configured model beside it; `--repeat` runs it so often. See README.md here. */

type Measured = {
  pairs: CodePair[]
  /** Codes per rated sentence, in order: what runs are compared by. */
  seen: Set<string>[]
  quality: [number, number][]
  overall: { seen: number[]; rated: number[] }
  passed: [boolean, boolean][]
  misses: string[]
}

type ReadFacts = Awaited<ReturnType<typeof loadClaimFacts>>

/** The raters' own agreement on the same kind of talk, as the data's README tells it. */
const RATERS = { micro: '0.91-0.93', some: '0.98-1.00', kappa: '0.985', rho: '0.995' }

type Judge = Pick<JudgeTranscriptDeps, 'secondObservers' | 'engines'> & { engine: EngineName }

async function measureTalk(
  talk: RatedTalk,
  content: Content,
  readFacts: ReadFacts,
  { engine, ...judge }: Judge,
  into: Measured,
): Promise<void> {
  const { turns, scorecard } = await judgeTranscript(
    {
      content,
      observer: createEmbeddedObserver(content),
      ...judge,
      clock: { now: () => new Date('2025-06-01') },
      readFacts: async (_asOf, productIds) => ({ facts: readFacts(productIds) }),
    },
    {
      transcript: talk.turns.map(({ who, text }) => ({ who, text })),
      clientAge: talk.client_age,
      personaId: null,
      productId: content.products.has(talk.product) ? talk.product : null,
      engine,
      asOf: '2025-06-01',
    },
  )
  const isRated = (code: string) => (content.catalogue.entries.get(code)?.since ?? 1) === 1
  for (const turn of turns) {
    const labels = talk.turns[turn.index]?.consensus
    if (labels === undefined) continue
    const expected = new Set(labels.codes.map((one) => one.code).filter(isRated))
    const seen = new Set(turn.observations.map((one) => one.code).filter(isRated))
    into.pairs.push({ expected, seen })
    into.seen.push(seen)
    const score = turn.score.status === 'scored' ? cutQuality(turn.score.total) : 0
    if (turn.score.status === 'scored') into.quality.push([score, labels.quality])
    const missed = [...expected].filter((code) => !seen.has(code))
    const extra = [...seen].filter((code) => !expected.has(code))
    if (missed.length + extra.length > 0 || Math.abs(score - labels.quality) > 1) {
      const quotes = turn.observations
        .filter((one) => extra.includes(one.code))
        .map((one) => `${one.code}「${one.quote}」${labels.split.includes(one.code) ? ' (split)' : ''}`)
      into.misses.push(
        [
          `${talk.id} #${turn.turnIndex} q ${labels.quality} -> ${score}`,
          `  C: ${talk.turns[turn.index - 1]?.text ?? ''}`,
          `  T: ${talk.turns[turn.index]?.text}`,
          `  missed ${missed.join(', ')}`,
          `  extra  ${quotes.join(', ')}`,
        ].join('\n'),
      )
    }
  }
  if (scorecard.status === 'scored') {
    into.overall.seen.push(scorecard.overall)
    into.overall.rated.push(talk.consensus.overall)
    into.passed.push([scorecard.passed, talk.consensus.pass])
  }
}

function printReport(measured: Measured, isByCode: boolean): void {
  const counts = countCodes(measured.pairs)
  const micro = computeMicro(counts)
  const isViolation = (code: string) => code.startsWith('violation.')
  const some = computeSomeRates(measured.pairs, isViolation)
  const show = (value: number) => value.toFixed(3)
  const rows = [
    ['codes micro P / R / F1', `${show(micro.precision)} / ${show(micro.recall)} / ${show(micro.f1)}`, RATERS.micro],
    ['codes macro F1 (5+ positives)', show(computeMacroF1(counts)), ''],
    ['some violation P / R / F1', `${show(some.precision)} / ${show(some.recall)} / ${show(some.f1)}`, RATERS.some],
    ['turn quality, weighted kappa', show(computeQuadraticKappa(measured.quality)), RATERS.kappa],
    ['overall, Spearman rho', show(computeSpearman(measured.overall.seen, measured.overall.rated)), RATERS.rho],
    [
      'overall, mean absolute error',
      computeMeanAbsoluteError(measured.overall.seen, measured.overall.rated).toFixed(1),
      '',
    ],
    ['pass, accuracy', show(computeAccuracy(measured.passed)), ''],
  ]
  console.log(
    `${measured.pairs.length} turns of ${measured.overall.rated.length} talks; raters are a language model in three roles, not licensed supervisors`,
  )
  for (const [name, value, raters] of rows)
    console.log(`${name!.padEnd(32)} ${value!.padEnd(26)} ${raters === '' ? '' : `raters ${raters}`}`)
  if (!isByCode) return
  for (const [code, one] of [...counts].sort(([a], [b]) => a.localeCompare(b))) {
    const rates = computeRates(one)
    console.log(
      `${code.padEnd(34)} tp ${one.truePositives} fp ${one.falsePositives} fn ${one.falseNegatives}  F1 ${show(rates.f1)}`,
    )
  }
}

/** @param heard counts what the second pair of ears came back with, so that a model that never answered is not taken for a calm one. */
function createJudge(content: Content, engine: string, heard: Record<string, number>): Judge {
  if (engine !== 'llm') return { engine: 'embedded', engines: ['embedded'], secondObservers: {} }
  const model = readEnvironment().languageModel
  if (!model) throw new Error('--engine llm needs OPENAI_MODEL in the environment')
  const observer = createModelObserver({
    client: createModelClient({ ...DEFAULT_MODEL_SETTINGS, ...model }, { clock: { now: () => new Date() } }),
    model: model.judgeModel,
    catalogue: content.catalogue,
    protect: createMaskOutgoing([content.insurer.hotline, content.insurer.complaint]),
  })
  const counted: SecondObserver = {
    async perceive(input, signal, scope) {
      const perception = await observer.perceive(input, signal, scope)
      const outcome = perception.status === 'failed' ? perception.reason : 'heard'
      heard[outcome] = (heard[outcome] ?? 0) + 1
      return perception
    },
  }
  return { engine: 'llm', engines: ['llm'], secondObservers: { llm: counted } }
}

const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: '../shared/data/rated' },
    /** Folder of the statutes that claims are held against; without it only product sheets are. */
    laws: { type: 'string', default: '../shared/data' },
    codes: { type: 'boolean', default: true },
    misses: { type: 'boolean', default: false },
    /** `llm` needs OPENAI_MODEL and the rest of it in the environment. */
    engine: { type: 'string', default: 'embedded' },
    repeat: { type: 'string', default: '1' },
  },
})
const content = await loadContent(process.cwd())
const readFacts = await loadClaimFacts(content, values.laws)
const talks = await loadRatedTalks(values.dir)
const heard: Record<string, number> = {}
const judge = createJudge(content, values.engine, heard)
const runs: Measured[] = []
for (let run = 0; run < Math.max(1, Number(values.repeat)); run++) {
  const measured: Measured = {
    pairs: [],
    seen: [],
    quality: [],
    overall: { seen: [], rated: [] },
    passed: [],
    misses: [],
  }
  for (const talk of talks) await measureTalk(talk, content, readFacts, judge, measured)
  runs.push(measured)
}
printReport(runs[0]!, values.codes)
if (judge.engine === 'llm') console.log(`second ears, sentences by outcome: ${JSON.stringify(heard)}`)
const repeats = measureRepeats(runs.map((run) => run.seen))
if (repeats)
  console.log(
    `${runs.length} runs: agreement of codes ${repeats.agreement.toFixed(3)} (mean Jaccard), flip rate ${repeats.flipRate.toFixed(3)}`,
  )
if (values.misses) console.log(`\n${runs[0]!.misses.join('\n\n')}`)
