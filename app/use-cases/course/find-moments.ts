import { type Actor, findResultScope } from '../../domain/governance/authorise'
import type { BetterWording } from '../../domain/judging/score-types'
import type { StoredTalk, TalkSummary } from '../../domain/ports'
import type { CourseDeps } from './course-deps'
import { maskTalkText } from './mask-talk-text'

/** An exchange of a real talk, masked, with what the judge made of it. */
export type Moment = {
  roleplayId: string
  turnIndex: number
  personaId: string
  scenarioId: string
  productIds: readonly string[]
  /** The client's words before; null when the trainee spoke first. */
  clientLine: string | null
  line: string
  reply: string
  total: number
  codes: readonly string[]
  better: BetterWording | null
  /** What the coach said of it, and which behaviours that was about. */
  advice: string
  adviceCodes: readonly string[]
  isApproved: boolean
}
export type GatheredTalks = { talks: readonly StoredTalk[]; moments: readonly Moment[] }

type MomentDeps = Pick<CourseDeps, 'roleplays' | 'content' | 'approvals' | 'accounts'>

/** So many of the newest talks tell the habits of a team, or of a person. */
const TEAM_TALKS = 40
const OWN_TALKS = 12
const LISTED = 200
const APPROVALS = 200

/** Talks of those whom the actor looks after; of a learner their own. Newest first, ended and scored. */
export async function gatherTalks(
  deps: MomentDeps,
  actor: Actor,
  choice: { personId?: string | null; scenarioId?: string } = {},
): Promise<GatheredTalks> {
  const scope = findResultScope(actor)
  const ownId = choice.personId ?? (scope ? null : actor.personId)
  const summaries = ownId
    ? await deps.roleplays.listByPerson(ownId, LISTED)
    : await deps.roleplays.listByScope(scope!, LISTED)
  const wanted = summaries
    .filter((one) => isTelling(one) && (choice.scenarioId === undefined || one.scenarioId === choice.scenarioId))
    .slice(0, ownId ? OWN_TALKS : TEAM_TALKS)
  const found = await Promise.all(wanted.map((one) => deps.roleplays.find(one.id)))
  return buildMoments(
    deps,
    actor,
    found.filter((one): one is StoredTalk => one !== null),
  )
}

/** An attempt at the same moment again is no talk of its own. */
function isTelling({ endedAt, forkedFromId, turnCount }: TalkSummary): boolean {
  return endedAt !== null && forkedFromId === null && turnCount > 0
}

export async function buildMoments(
  deps: MomentDeps,
  actor: Actor,
  talks: readonly StoredTalk[],
): Promise<GatheredTalks> {
  const { organisationId } = actor
  const scope = findResultScope(actor)
  const [people, approvals] = await Promise.all([
    deps.accounts.listPeople({ organisationId, teamId: null }),
    scope ? deps.approvals.list(scope, APPROVALS) : [],
  ])
  const names = [...new Set([...people, ...talks.map((one) => one.owner)].map((one) => one.name))]
  const approved = new Set(approvals.map((one) => one.roleplayId))
  const { hotline, complaint } = deps.content.insurer
  const mask = (text: string) => maskTalkText(text, names, [hotline, complaint])
  const moments = talks.flatMap((talk) => listMoments(deps, talk, approved.has(talk.roleplay.id), mask))
  return { talks, moments }
}

function listMoments(
  { content }: MomentDeps,
  { roleplay, turns }: StoredTalk,
  isApproved: boolean,
  mask: (text: string) => string,
): Moment[] {
  const scenario = content.scenarios.get(roleplay.scenarioId)
  if (!scenario) return []
  return turns.flatMap(({ turnIndex, text, replyText, score }): Moment[] => {
    // A turn without an answer is no dialogue.
    if (score.status !== 'scored' || text.trim() === '' || replyText.trim() === '') return []
    const before = turnIndex === 0 ? roleplay.openingText : (turns[turnIndex - 1]?.replyText ?? null)
    return [
      {
        roleplayId: roleplay.id,
        turnIndex,
        personaId: scenario.persona,
        scenarioId: scenario.id,
        productIds: scenario.products,
        clientLine: before === null || before === '' ? null : mask(before),
        line: mask(text),
        reply: mask(replyText),
        total: score.total,
        codes: [...new Set(score.observations.map((one) => one.code))],
        better: score.betterWording,
        advice: mask(score.advice[0]?.zh ?? ''),
        adviceCodes: score.advice.map((one) => one.code),
        isApproved,
      },
    ]
  })
}
