import type { Content } from '../domain/content'
import type { Actor } from '../domain/governance/authorise'
import { adviseTurn } from '../domain/judging/advise-turn'
import { readMoment } from '../domain/judging/read-moment'
import { countSeen, type TurnContext } from '../domain/judging/score-turn'
import type { Clock, HintRecord, Ids, RoleplayStore, StoredTalk } from '../domain/ports'
import { DomainError } from '../domain/shared/domain-error'
import type { Localised } from '../domain/shared/localised'
import { describeAddress, getScenario, listProductsOf } from './describe-scenario'
import { getTalk } from './get-talk'
import { observationsOf } from './judge-utterance'
import { listTalkLines } from './list-talk-lines'

export type Hint = { turnIndex: number; text: Localised; costPoints: number }
export type HintDeps = { content: Content; roleplays: RoleplayStore; clock: Clock; ids: Ids }

/** What the moment calls for from the turn to come, and the first required duty that is still open. */
function writeHint(content: Content, talk: StoredTalk): Localised {
  const { roleplay, turns } = talk
  const scenario = getScenario(content, roleplay.scenarioId)
  const persona = content.personas.get(scenario.persona)!
  const lines = listTalkLines(talk)
  const context: TurnContext = {
    turnIndex: turns.length,
    seen: countSeen(turns.map((turn) => observationsOf(turn))),
    client: { age: persona.age },
    products: listProductsOf(content, scenario),
    rewards: scenario.rewards.map((reward) => reward.code),
  }
  const [advice] = adviseTurn(
    {
      points: { status: 'scored', total: 0, items: [], observations: [] },
      moment: readMoment(
        { observations: [], talk: lines, turnIndex: turns.length, seen: context.seen },
        content.rubric,
      ),
      context,
      address: describeAddress(persona),
      seed: roleplay.seed,
    },
    content.advice,
    content.rubric,
    content.catalogue,
  )
  const duty = roleplay.ledger.entries.find((entry) => entry.isRequired && entry.status === 'open')
  const parts = {
    zh: [advice?.zh, duty && `還沒說到：${duty.zh}。${duty.whyZh}`],
    en: [advice?.en, duty && `Not covered yet: ${duty.en}. ${duty.whyEn}`],
  }
  return { zh: parts.zh.filter(Boolean).join(''), en: parts.en.filter(Boolean).join(' ') }
}

/**
 * Gives a hint for the turn to come. It is logged and costs points on the scorecard; asking again before that turn is
 * made answers the same hint and costs nothing more.
 *
 * @throws DomainError `not-found`, `not-allowed`, `talk-ended`; `not-allowed` in an exam; `turn-conflict` when the talk moved on.
 */
export async function askHint(deps: HintDeps, actor: Actor, roleplayId: string): Promise<Hint> {
  const talk = await getTalk(deps, actor, roleplayId, 'roleplay.act')
  const { roleplay, turns, hints } = talk
  if (roleplay.endedAt) throw new DomainError('talk-ended', 'no hint after the end')
  if (roleplay.mode === 'exam') throw new DomainError('not-allowed', 'no hints in an exam')
  const costPoints = deps.content.rubric.overall.hint
  const before = hints.find((hint) => hint.turnIndex === turns.length)
  if (before) return { turnIndex: before.turnIndex, text: before.text, costPoints }
  const hint: HintRecord = {
    id: deps.ids.next(),
    turnIndex: turns.length,
    text: writeHint(deps.content, talk),
    askedAt: deps.clock.now(),
  }
  if ((await deps.roleplays.addHint(roleplayId, hint)) === 'conflict')
    throw new DomainError('turn-conflict', 'the talk has moved on')
  return { turnIndex: hint.turnIndex, text: hint.text, costPoints }
}
