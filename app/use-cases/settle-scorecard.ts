import type { Content } from '../domain/content'
import { buildScorecard, type ScorecardTurn } from '../domain/judging/build-scorecard'
import { settleLedger } from '../domain/judging/keep-ledger'
import type { Scorecard } from '../domain/judging/score-types'
import type { TalkSoFar } from '../domain/ports'
import { describeAddress, getScenario } from './describe-scenario'

/** The result of a talk that has ended, from what is stored of it. */
export function settleScorecard(
  content: Content,
  { roleplay, turns }: Pick<TalkSoFar, 'roleplay' | 'turns'>,
): Scorecard {
  const scenario = getScenario(content, roleplay.scenarioId)
  const persona = content.personas.get(scenario.persona)!
  const scored: ScorecardTurn[] = turns.map((turn, index) => ({
    index: turn.turnIndex,
    utterance: turn.text,
    clientLineBefore: (index === 0 ? roleplay.openingText : turns[index - 1]!.replyText) ?? '',
    score: turn.score,
  }))
  return buildScorecard({
    turns: scored,
    ledger: settleLedger(roleplay.ledger),
    scenario,
    rubric: content.rubric,
    catalogue: content.catalogue,
    advice: content.advice,
    versions: { ...roleplay.versions, engine: roleplay.engine, asOf: roleplay.asOf },
    hintsUsed: roleplay.hintsUsed,
    address: describeAddress(persona),
    outcome: {
      ended: roleplay.state.ended?.reason ?? null,
      hasAgreed: roleplay.state.hasAgreed,
      trust: roleplay.state.trust,
    },
  })
}
