import type { Persona } from '../persona/persona-schema'
import type { Scenario } from '../persona/scenario-schema'
import { createSeededRandom } from '../shared/seeded-random'
import { clampPercent } from './client-effects'
import type { ClientState } from './client-state'
import { deriveMood } from './derive-mood'
import { findUnsaidLines, recordReply } from './unsaid-lines'

/** How the client is before a word is said: the persona's temper, shifted by the scenario's difficulty, within 0 to 100. */
export function openClientState(persona: Persona, scenario: Scenario): ClientState {
  const shifted = (key: 'trust' | 'interest' | 'patience') =>
    clampPercent(persona.temper[key] + scenario.temperShift[key])
  const levels = { trust: shifted('trust'), interest: shifted('interest'), patience: shifted('patience') }
  return {
    ...levels,
    mood: deriveMood({ ...levels, mood: 'neutral', worries: [] }),
    phase: 'opening',
    pendingQuestion: null,
    worries: [],
    revealed: [],
    askedQuestions: [],
    saidLines: [],
    seenCodes: {},
    askedTopics: [],
    ignoredInARow: 0,
    emptyInARow: 0,
    hasAgreed: false,
    stallCount: 0,
    lastTopic: null,
    lastRaisedAtTurn: -1,
    reactedAtTurn: {},
    recentFillers: [],
    lastTurnIndex: -1,
    ended: null,
  }
}

/** The client's scepticism here, 0 to 100; it slows gains and sharpens losses. */
export function findScepticism(persona: Persona, scenario: Scenario): number {
  return clampPercent(persona.temper.scepticism + scenario.temperShift.scepticism)
}

/**
 * Opens the meeting. The opening line counts as said.
 *
 * @returns `text` null where the trainee speaks first.
 */
export function openMeeting(
  persona: Persona,
  scenario: Scenario,
  seed: string,
): { text: string | null; state: ClientState } {
  const state = openClientState(persona, scenario)
  if (scenario.opening.length === 0) return { text: null, state }
  const fitting = findUnsaidLines(scenario.opening, new Set(), state.trust)
  const all = scenario.opening.map((line) => (typeof line === 'string' ? line : line.say))
  const text = createSeededRandom(`${seed}/opening`).pick(fitting.length > 0 ? fitting : all)
  return { text, state: recordReply(persona, state, text) }
}
