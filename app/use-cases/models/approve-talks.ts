import type { Content } from '../../domain/content'
import { type Actor, findResultScope, isAllowed } from '../../domain/governance/authorise'
import type { ApprovalStore } from '../../domain/governance/talk-approval'
import {
  buildTrainingLines,
  type ExportFormat,
  type ExportSide,
  type TrainingLine,
} from '../../domain/governance/training-export/build-training-lines'
import type { Clock, RoleplayStore, StoredTalk } from '../../domain/ports'
import { DomainError } from '../../domain/shared/domain-error'
import { getScenario } from '../describe-scenario'
import { getTalk } from '../get-talk'

export type ApprovalDeps = { content: Content; roleplays: RoleplayStore; approvals: ApprovalStore; clock: Clock }

const MOST_LISTED = 500

/** Leaders approve the talks of others that they may see. */
const canApprove = (actor: Actor, talk: StoredTalk) =>
  isAllowed(actor, 'talk.approve', talk.owner) && actor.personId !== talk.owner.personId

async function getApprovableTalk(deps: ApprovalDeps, actor: Actor, roleplayId: string): Promise<StoredTalk> {
  const talk = await getTalk(deps, actor, roleplayId, 'roleplay.read')
  if (!canApprove(actor, talk)) throw new DomainError('not-allowed', `talk.approve as ${actor.role}`)
  return talk
}

/** @returns `canApprove` false for those who only look. */
export async function readApproval(deps: ApprovalDeps, actor: Actor, talk: StoredTalk) {
  if (!canApprove(actor, talk)) return { canApprove: false as const, approvedAt: null }
  const approval = await deps.approvals.find(talk.roleplay.id)
  return { canApprove: true as const, approvedAt: approval?.approvedAt ?? null }
}

/**
 * Holds a talk good enough to learn from, or no longer.
 *
 * @throws DomainError `not-found`, `not-allowed` (one's own talk too), `talk-open` when it has not ended.
 */
export async function setApproval(
  deps: ApprovalDeps,
  actor: Actor,
  roleplayId: string,
  isApproved: boolean,
): Promise<void> {
  const talk = await getApprovableTalk(deps, actor, roleplayId)
  if (!isApproved) return deps.approvals.remove(roleplayId)
  if (!talk.roleplay.scorecard) throw new DomainError('bad-input', 'the talk has not ended')
  await deps.approvals.add({ roleplayId, approvedById: actor.personId, approvedAt: deps.clock.now() })
}

async function loadApproved(deps: ApprovalDeps, actor: Actor) {
  const scope = findResultScope(actor)
  if (!scope || !isAllowed(actor, 'talk.approve')) throw new DomainError('not-allowed', `talk.approve as ${actor.role}`)
  return deps.approvals.list(scope, MOST_LISTED)
}

/** Approved talks of the people whom the actor looks after, newest approval first. */
export async function listApprovedTalks(deps: ApprovalDeps, actor: Actor) {
  const approvals = await loadApproved(deps, actor)
  const rows = await Promise.all(
    approvals.map(async (approval) => ({ approval, talk: await deps.roleplays.find(approval.roleplayId) })),
  )
  return rows.flatMap(({ approval, talk }) =>
    talk === null ? [] : [{ ...approval, talk, scenario: getScenario(deps.content, talk.roleplay.scenarioId) }],
  )
}

/**
 * The approved talks as lines of a training file, one talk at a time.
 *
 * @throws DomainError `not-allowed`, before the first line.
 */
export async function exportTalks(
  deps: ApprovalDeps,
  actor: Actor,
  wanted: { format: ExportFormat; side: ExportSide },
): Promise<AsyncIterable<TrainingLine>> {
  const approvals = await loadApproved(deps, actor)
  return (async function* () {
    for (const { roleplayId } of approvals) {
      const talk = await deps.roleplays.find(roleplayId)
      if (!talk) continue
      const scenario = getScenario(deps.content, talk.roleplay.scenarioId)
      yield* buildTrainingLines({ talk, scenario, persona: deps.content.personas.get(scenario.persona)! }, wanted)
    }
  })()
}
