import type { z } from 'zod'
import { readListening } from '~/domain/judging/observe-with-model/describe-engines'
import type { LedgerEntry, Scorecard, TurnScore } from '~/domain/judging/score-types'
import type { Product } from '~/domain/knowledge/product-schema'
import type { Persona } from '~/domain/persona/persona-schema'
import type { Scenario } from '~/domain/persona/scenario-schema'
import type { RoleplayRecord, StoredTalk, TurnRecord } from '~/domain/ports'
import type { ClientState } from '~/domain/roleplay/client-state'
import type * as schemas from './schemas'

// From the domain to the JSON of the contract; what a caller may not know (hidden facts, an exam's running score) stays here.

type View<Schema extends z.ZodType> = z.input<Schema>

export function viewPersona(persona: Persona): View<typeof schemas.personaSummarySchema> {
  const { id, name, nameEn, address, age, gender, group, occupation, place, tagline, known } = persona
  return { id, name, nameEn, address, age, gender, group, occupation, place, tagline, known }
}

export function viewScenario(
  scenario: Scenario,
  products: readonly Product[],
): View<typeof schemas.scenarioSummarySchema> {
  const { id, persona, title, difficulty, minutes, practises, passMark, asOf } = scenario
  return {
    id,
    personaId: persona,
    title,
    products: products.map((product) => ({ id: product.id, name: product.name })),
    difficulty,
    minutes,
    practises,
    passMark,
    asOf,
  }
}

export function viewScenarioDetail(input: {
  scenario: Scenario
  persona: Persona
  products: readonly Product[]
  duties: readonly LedgerEntry[]
}): View<typeof schemas.scenarioDetailSchema> {
  const { scenario, persona, products, duties } = input
  return {
    ...viewScenario(scenario, products),
    persona: viewPersona(persona),
    briefing: scenario.briefing,
    weights: scenario.weights,
    duties: duties.map((duty) => ({
      id: duty.dutyId,
      name: { zh: duty.zh, en: duty.en },
      why: { zh: duty.whyZh, en: duty.whyEn },
      force: duty.force,
      isRequired: duty.isRequired,
      cite: [...duty.cite],
    })),
    clientOpens: scenario.opening.length > 0,
  }
}

export function viewState(state: ClientState): View<typeof schemas.talkStateSchema> {
  const { phase, trust, interest, patience, mood, ended } = state
  return { phase, trust, interest, patience, mood, ended }
}

export const viewLedger = (entries: readonly LedgerEntry[]): View<typeof schemas.ledgerEntrySchema>[] =>
  entries.map((entry) => ({ ...entry, cite: [...entry.cite] }))

export function viewScore(score: TurnScore): View<typeof schemas.turnScoreSchema> {
  if (score.status !== 'scored') return score
  return {
    ...score,
    items: score.items.map((item) => ({ ...item, cite: item.cite && [...item.cite] })),
    advice: score.advice.map(({ citations, ...one }) => ({ ...one, ...(citations && { citations: [...citations] }) })),
  }
}

/** In an exam nobody sees a score before the end. */
export function isWithheld(roleplay: Pick<RoleplayRecord, 'mode' | 'endedAt'>): boolean {
  return roleplay.mode === 'exam' && roleplay.endedAt === null
}

export function viewTurn(
  turn: TurnRecord,
  roleplay: Pick<RoleplayRecord, 'mode' | 'endedAt'>,
): View<typeof schemas.turnResultSchema> {
  const hidden = isWithheld(roleplay)
  const listening = readListening(turn.perceptions)
  return {
    turnId: turn.turnId,
    turnIndex: turn.turnIndex,
    reply: {
      text: turn.replyText,
      mood: turn.mood,
      ...(turn.perceptions.speech && { speech: turn.perceptions.speech }),
    },
    ...(listening && { listening }),
    score: hidden ? { status: 'withheld' } : viewScore(turn.score),
    state: viewState(turn.state),
    ledger: hidden ? [] : viewLedger(turn.ledger.entries),
  }
}

export function viewStarted(roleplay: RoleplayRecord): View<typeof schemas.roleplayStartedSchema> {
  return {
    id: roleplay.id,
    seed: roleplay.seed,
    ...(roleplay.openingText !== null && { opening: { text: roleplay.openingText } }),
    state: viewState(roleplay.state),
  }
}

export function viewTalk(
  { roleplay, turns, hints, pending }: StoredTalk,
  personaId: string,
  learnt: View<typeof schemas.roleplaySchema>['learnt'],
): View<typeof schemas.roleplaySchema> {
  return {
    ...viewStarted(roleplay),
    scenarioId: roleplay.scenarioId,
    personaId,
    mode: roleplay.mode,
    engine: roleplay.engine,
    asOf: roleplay.asOf,
    status: roleplay.endedAt ? 'ended' : 'open',
    turns: turns.map((turn) => ({
      ...viewTurn(turn, roleplay),
      text: turn.text,
      acceptedAt: turn.acceptedAt.toISOString(),
    })),
    ledger: isWithheld(roleplay) ? [] : viewLedger(roleplay.ledger.entries),
    learnt,
    hints: hints.map(({ turnIndex, text }) => ({ turnIndex, text })),
    pendingTurn: pending && { turnId: pending.turnId, turnIndex: pending.turnIndex, text: pending.text },
    forkedFrom: roleplay.forkedFromId === null ? null : { id: roleplay.forkedFromId, turn: roleplay.forkedAtTurn ?? 0 },
    startedAt: roleplay.startedAt.toISOString(),
    endedAt: roleplay.endedAt?.toISOString() ?? null,
  }
}

export function viewScorecard(scorecard: Scorecard): View<typeof schemas.scorecardSchema> {
  const violations = scorecard.violations.map((one) => ({ ...one, cite: [...one.cite] }))
  const ledger = viewLedger(scorecard.ledger)
  if (scorecard.status !== 'scored') return { ...scorecard, violations, ledger }
  const { practiseNext, items, ...plain } = scorecard
  return {
    ...plain,
    items: items.map((item) => ({ ...item, cite: item.cite && [...item.cite] })),
    advice: practiseNext,
    violations,
    ledger,
  }
}
