import type { Product } from '../knowledge/product-schema'
import type { Catalogue, CatalogueEntry, Observation, Severity, TalkLine } from '../shared/observation'
import { SEVERITIES } from '../shared/observation'
import { listNeededDisclosures } from './list-needed-disclosures'
import { type Moment, readMoment } from './read-moment'
import type { Rubric } from './rubric-schema'
import type { LineItem, TurnPoints } from './score-types'

export type TurnContext = {
  /** The trainee's turn, from 0. */
  turnIndex: number
  /** How many earlier turns of this talk showed each code (see `countSeen`). */
  seen: Readonly<Record<string, number>>
  client: { age: number | null }
  products: readonly Product[]
  /** Codes that the scenario rewards beyond the rubric. */
  rewards?: readonly string[] | undefined
}

export type ScoreTurnInput = {
  observations: readonly Observation[]
  /** The talk before the utterance, oldest first. */
  talk: readonly TalkLine[]
  utterance: string
  context: TurnContext
}

type Seen = { entry: CatalogueEntry; observation: Observation }

/**
 * Turns what was seen in one utterance into signed items that sum to a total; arithmetic only.
 *
 * @returns `total` an integer from 0 to 100; items in the order they are reckoned. Same input, same result. Codes the
 *   catalogue lacks are left out.
 * Source: content/rubrics/README.md, "One turn".
 */
export function scoreTurn(input: ScoreTurnInput, rubric: Rubric, catalogue: Catalogue): TurnPoints {
  const known = orderObservations(input.observations)
    .map((observation) => ({ observation, entry: catalogue.entries.get(observation.code) }))
    .filter((one): one is Seen => one.entry !== undefined)
  const moment = readMoment({ ...input, turnIndex: input.context.turnIndex, seen: input.context.seen }, rubric)
  const items: LineItem[] = [
    { code: 'base', points: rubric.turn.base },
    ...creditGood(known, moment, input.context, rubric),
    ...chargePitchFirst(known, moment, rubric),
    ...chargeFaults(known, rubric),
    ...chargeViolations(known, rubric),
  ]
  items.push(...limitTotal(items, known, rubric))
  return { status: 'scored', total: sumPoints(items), items, observations: orderObservations(input.observations) }
}

/** How many turns showed each code, for the context of the turn that follows them. */
export function countSeen(turns: readonly (readonly Observation[])[]): Record<string, number> {
  const seen: Record<string, number> = {}
  for (const observations of turns) {
    for (const code of new Set(observations.map((one) => one.code))) seen[code] = (seen[code] ?? 0) + 1
  }
  return seen
}

export function sumPoints(items: readonly LineItem[]): number {
  return items.reduce((sum, item) => sum + item.points, 0)
}

/** What the moment makes worth more, by code; codes it does not call for are absent. */
export function listCalledFor(moment: Moment, context: TurnContext, rubric: Rubric): Map<string, number> {
  const { moments, good } = rubric.turn
  const called = new Map<string, number>()
  const call = (codes: readonly string[], factor: number) => {
    for (const code of codes) called.set(code, Math.max(factor, called.get(code) ?? 0))
  }
  if (moment.isOpening) call(moments.opening, moments.factor.opening)
  if (moment.afterQuestion) call(moments.question, moments.factor.question)
  if (moment.afterWorry) call(moments.worry, moments.factor.worry)
  if (moment.beforeNeed)
    call(
      Object.keys(good).filter((code) => code.startsWith('discovery.')),
      moments.factor.need,
    )
  if (moment.isProductTalk) call(listNeededDisclosures(context), moments.factor.productTalk)
  call(context.rewards ?? [], moments.factor.reward)
  return called
}

function creditGood(known: readonly Seen[], moment: Moment, context: TurnContext, rubric: Rubric): LineItem[] {
  const { good, repeatedInTalk, repeatedInTurn, breadth } = rubric.turn
  const called = listCalledFor(moment, context, rubric)
  const byCode = groupByCode(known.filter((one) => one.entry.polarity === 'good'))
  const worth = [...byCode.keys()].map((code) => {
    const factor = called.get(code)
    const repeats = context.seen[code] ?? 0
    // What the moment calls for is as needed the fifth time as the first; anything else wears out.
    const wear = factor === undefined ? shareAt(repeatedInTalk, repeats) : 1
    return { code, points: (good[code] ?? 0) * (factor ?? 1) * wear }
  })
  worth.sort((a, b) => b.points - a.points || (a.code < b.code ? -1 : 1))
  const earned = new Map(worth.map((one, rank) => [one.code, Math.round(one.points * shareAt(breadth, rank))]))
  return [...byCode].flatMap(([code, spans]) =>
    spans.map((one, i) => {
      const points = i === 0 ? earned.get(code)! : Math.floor(earned.get(code)! * (repeatedInTurn[i - 1] ?? 0))
      return itemOf(one, points)
    }),
  )
}

/** The product before the person: nothing asked yet, and the client did not ask about it either. */
function chargePitchFirst(known: readonly Seen[], moment: Moment, rubric: Rubric): LineItem[] {
  if (!moment.beforeNeed || !moment.isProductTalk || moment.afterQuestion) return []
  const isAnswer = known.some(({ entry }) => entry.code.startsWith('discovery.') || entry.code === 'objection.respond')
  return isAnswer ? [] : [{ code: 'moment.pitch_first', points: -rubric.turn.moments.pitchFirst }]
}

function chargeFaults(known: readonly Seen[], rubric: Rubric): LineItem[] {
  const byCode = groupByCode(known.filter((one) => one.entry.polarity === 'fault'))
  return [...byCode].flatMap(([code, spans]) =>
    spans.map((one, i) => itemOf(one, i === 0 ? -(rubric.turn.fault[code] ?? 0) : 0)),
  )
}

function chargeViolations(known: readonly Seen[], rubric: Rubric): LineItem[] {
  const byCode = groupByCode(known.filter((one) => one.entry.polarity === 'violation'))
  return [...byCode.values()].flatMap((spans) =>
    spans.map((one, i) => itemOf(one, i === 0 ? -rubric.turn.violation[severityOf(one.entry)] : 0)),
  )
}

/** Ceiling, caps and floors, each as an item; only the tightest limit above is shown. */
function limitTotal(items: readonly LineItem[], known: readonly Seen[], rubric: Rubric): LineItem[] {
  const limits: LineItem[] = []
  const tightest = listCaps(known, rubric).reduce((low, cap) => (cap.limit < low.limit ? cap : low))
  const total = sumPoints(items)
  const over = total - tightest.limit
  if (over > 0)
    limits.push({ code: tightest.code, points: -over, ...(tightest.cite.length > 0 && { cite: tightest.cite }) })
  const now = total - Math.max(over, 0)
  const floor = floorOf(known, rubric, tightest.limit)
  if (now < floor.points) limits.push({ code: floor.code, points: floor.points - now })
  return limits
}

type Cap = { code: string; limit: number; cite: readonly string[] }

function listCaps(known: readonly Seen[], rubric: Rubric): [Cap, ...Cap[]] {
  const { caps, lightFaults, ownCaps, ceiling } = rubric.turn
  const found: [Cap, ...Cap[]] = [{ code: 'ceiling', limit: ceiling, cite: [] }]
  for (const { entry } of known) {
    if (entry.polarity === 'violation') {
      const severity = severityOf(entry)
      found.push({ code: `cap.${severity}`, limit: caps[severity], cite: entry.cite })
    } else if (entry.polarity === 'fault') {
      const limit = ownCaps[entry.code] ?? (lightFaults.includes(entry.code) ? caps.light : caps.fault)
      found.push({ code: 'cap.fault', limit, cite: [] })
    }
  }
  return found
}

/** A weak turn is not a harmful one: one or two faults alone keep it off the bottom. */
function floorOf(known: readonly Seen[], rubric: Rubric, cap: number): { code: string; points: number } {
  const faults = new Set(known.filter((one) => one.entry.polarity === 'fault').map((one) => one.entry.code))
  const breaks = known.some((one) => one.entry.polarity === 'violation')
  const { points, maxFaults } = rubric.turn.floor
  const isWeakOnly = !breaks && faults.size <= maxFaults && cap >= points
  return isWeakOnly ? { code: 'floor.fault', points } : { code: 'floor.zero', points: 0 }
}

function severityOf(entry: CatalogueEntry): Severity {
  return entry.severity ?? SEVERITIES[0]
}

function itemOf({ entry, observation }: Seen, points: number): LineItem {
  const { code, quote, start, end, source, contradicts } = observation
  const passageId = contradicts?.passageId
  return {
    code,
    points,
    quote,
    start,
    end,
    source,
    ...(entry.cite.length > 0 && { cite: entry.cite }),
    ...(passageId !== undefined && { passageId }),
  }
}

function groupByCode(known: readonly Seen[]): Map<string, Seen[]> {
  const groups = new Map<string, Seen[]>()
  for (const one of known) groups.set(one.entry.code, [...(groups.get(one.entry.code) ?? []), one])
  return groups
}

function shareAt(shares: readonly number[], index: number): number {
  return shares[Math.min(index, shares.length - 1)]!
}

/** Reading order, so that an engine's own order changes nothing. */
function orderObservations(observations: readonly Observation[]): Observation[] {
  return [...observations].sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  )
}
