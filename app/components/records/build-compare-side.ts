import type { Persona } from '~/domain/persona/persona-schema'
import type { Scenario } from '~/domain/persona/scenario-schema'
import type { StoredTalk } from '~/domain/ports'
import { inLocale, type Locale } from '~/domain/shared/localised'
import { buildClientView } from '../face/build-client-view'
import type { CompareSideView } from './view-types'

/** @returns null for a talk without a scored result: there is nothing to compare. */
export function buildCompareSide(
  { talk, scenario, persona }: { talk: StoredTalk; scenario: Scenario; persona: Persona },
  locale: Locale,
): CompareSideView | null {
  const { roleplay, turns } = talk
  const { scorecard } = roleplay
  if (scorecard?.status !== 'scored') return null
  const count = (status: 'met' | 'missed') => scorecard.ledger.filter((entry) => entry.status === status).length
  return {
    id: roleplay.id,
    href: `/talks/${roleplay.id}/scorecard`,
    title: inLocale(scenario.title, locale),
    client: buildClientView(persona, locale),
    startedAt: roleplay.startedAt.toISOString(),
    overall: scorecard.overall,
    passed: scorecard.passed,
    totals: turns.map((turn) => (turn.score.status === 'scored' ? turn.score.total : null)),
    dimensions: scorecard.dimensions,
    dutiesMet: count('met'),
    dutiesMissed: count('missed'),
    violations: scorecard.violations.length,
    trustAtEnd: Math.round(roleplay.state.trust),
  }
}
