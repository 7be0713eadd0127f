import { parseArgs } from 'node:util'
import { createEmbeddedObserver } from '../../app/adapters/embedded/embedded-observer'
import { loadContent } from '../../app/adapters/files/load-content'
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
import { judgeTranscript } from '../../app/use-cases/judge-transcript'
import { loadRatedTalks, type RatedTalk } from './rated-talk'

/** Measures the embedded judge on rated talks. See README.md here. */

type Measured = {
  pairs: CodePair[]
  quality: [number, number][]
  overall: { seen: number[]; rated: number[] }
  passed: [boolean, boolean][]
  misses: string[]
}

/** The raters' own agreement on the same kind of talk, as the data's README tells it. */
const RATERS = { micro: '0.91-0.93', some: '0.98-1.00', kappa: '0.985', rho: '0.995' }

async function measureTalk(talk: RatedTalk, content: Content, into: Measured): Promise<void> {
  const { turns, scorecard } = await judgeTranscript(
    {
      content,
      observer: createEmbeddedObserver(content),
      secondObservers: {},
      engines: ['embedded'],
      clock: { now: () => new Date('2025-06-01') },
    },
    {
      transcript: talk.turns.map(({ who, text }) => ({ who, text })),
      clientAge: talk.client_age,
      personaId: null,
      productId: content.products.has(talk.product) ? talk.product : null,
      engine: 'embedded',
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

const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: '../shared/data/rated' },
    codes: { type: 'boolean', default: true },
    misses: { type: 'boolean', default: false },
  },
})
const content = await loadContent(process.cwd())
const measured: Measured = { pairs: [], quality: [], overall: { seen: [], rated: [] }, passed: [], misses: [] }
for (const talk of await loadRatedTalks(values.dir)) await measureTalk(talk, content, measured)
printReport(measured, values.codes)
if (values.misses) console.log(`\n${measured.misses.join('\n\n')}`)
