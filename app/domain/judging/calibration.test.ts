import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue, observe, rubric } from '../../../tests/fixtures/judging-content'
import { DIMENSIONS, type Dimension, type Observation, type TalkLine } from '../shared/observation'
import { computeOverall } from './compute-overall'
import { findWorstSeverity, type GradedTurn, gradeDimensions } from './grade-dimensions'
import { replayScore, type StoredTurn } from './replay-score'

const ratedDir = new URL('../../../../shared/data/rated/', import.meta.url)
type RatedTurn = {
  who: 'client' | 'trainee'
  text: string
  consensus?: { codes: { code: string; quotes: string[] }[]; quality: number }
}
type RatedTalk = {
  client_age: number
  turns: RatedTurn[]
  consensus: { dimensions: Record<Dimension, number>; overall: number; pass: boolean }
}

function readTalks(): RatedTalk[] {
  return readdirSync(ratedDir)
    .filter((name) => name.startsWith('dev-'))
    .sort()
    .map((name): RatedTalk => JSON.parse(readFileSync(new URL(name, ratedDir), 'utf8')))
}

function observationsOf(turn: RatedTurn): Observation[] {
  return turn.consensus!.codes.map(({ code, quotes }) =>
    observe(code, quotes[0], Math.max(0, turn.text.indexOf(quotes[0]!))),
  )
}

/** Quality 0 to 4 of every trainee turn: ours from the raters' codes, and the raters'. */
function qualitiesOf(talk: RatedTalk): [number, number][] {
  const heard: TalkLine[] = []
  const stored: StoredTurn[] = []
  const rated: number[] = []
  for (const turn of talk.turns) {
    if (turn.consensus) {
      const context = { client: { age: talk.client_age }, products: [] }
      stored.push({ observations: observationsOf(turn), talk: [...heard], utterance: turn.text, context })
      rated.push(turn.consensus.quality)
    }
    heard.push({ who: turn.who, text: turn.text })
  }
  const totals = replayScore(stored, rubric, catalogue).map((score) => score.total)
  return totals.map((total, i) => [rubric.qualityCuts.filter((cut) => total >= cut).length, rated[i]!])
}

/** Cohen's kappa with quadratic weights over five grades. */
function weighKappa(pairs: [number, number][]): number {
  const grades = [0, 1, 2, 3, 4]
  const countOf = (test: (pair: [number, number]) => boolean) => pairs.filter(test).length
  let seen = 0
  let chance = 0
  for (const a of grades) {
    for (const b of grades) {
      const weight = (a - b) ** 2
      seen += weight * countOf((pair) => pair[0] === a && pair[1] === b)
      chance += (weight * countOf((pair) => pair[0] === a) * countOf((pair) => pair[1] === b)) / pairs.length
    }
  }
  return 1 - seen / chance
}

function cardOf(talk: RatedTalk) {
  const turns: GradedTurn[] = []
  let clientLineBefore = ''
  for (const turn of talk.turns) {
    if (turn.consensus) turns.push({ index: turns.length, observations: observationsOf(turn), clientLineBefore })
    clientLineBefore = turn.who === 'client' ? turn.text : ''
  }
  const dimensions = gradeDimensions({ turns, ledger: [{ dutyId: 'premium-term' }] }, rubric, catalogue)
  const worst = findWorstSeverity(turns, catalogue)
  const { overall } = computeOverall({ dimensions, weights: null, worst, hintsUsed: 0 }, rubric)
  return { dimensions, overall, passed: overall >= rubric.overall.passMark && worst !== 'critical' }
}

const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

test('kappa: full agreement is 1, agreement by chance 0', () => {
  expect(
    weighKappa([
      [0, 0],
      [4, 4],
      [2, 2],
    ]),
  ).toBe(1)
  expect(
    weighKappa([
      [0, 0],
      [0, 4],
      [4, 0],
      [4, 4],
    ]),
  ).toBe(0)
})

describe.runIf(existsSync(ratedDir))('against the raters, from their own codes', () => {
  test('turn quality: weighted kappa of at least .85', () => {
    expect(weighKappa(readTalks().flatMap(qualitiesOf))).toBeGreaterThanOrEqual(0.85)
  })

  test('dimension levels within a quarter of a level on average, overall within 6 points, pass at least 11 of 12', () => {
    const cards = readTalks().map((talk) => ({ talk, card: cardOf(talk) }))
    const levelErrors = cards.flatMap(({ talk, card }) =>
      DIMENSIONS.map((name) => {
        const result = card.dimensions[name]
        return result.status === 'graded' ? Math.abs(result.level - talk.consensus.dimensions[name]) : 4
      }),
    )
    expect(mean(levelErrors)).toBeLessThanOrEqual(0.25)
    expect(mean(cards.map(({ talk, card }) => Math.abs(card.overall - talk.consensus.overall)))).toBeLessThanOrEqual(6)
    expect(cards.filter(({ talk, card }) => card.passed === talk.consensus.pass).length).toBeGreaterThanOrEqual(11)
  })
})
