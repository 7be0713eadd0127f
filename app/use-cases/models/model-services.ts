import type { Actor } from '../../domain/governance/authorise'
import type { DataLogFilter } from '../../domain/governance/data-log'
import type { StoredTalk } from '../../domain/ports'
import {
  type AdministerDeps,
  chooseDataPolicy,
  listEvaluations,
  readDataLog,
  readModels,
  readUsage,
  removeRegisterEntry,
  saveRegisterEntry,
} from './administer-models'
import { type ApprovalDeps, exportTalks, listApprovedTalks, readApproval, setApproval } from './approve-talks'

/** Everything the routes need of the administration of models and of what is learnt from talks. */
export function createModelServices(deps: AdministerDeps & ApprovalDeps) {
  return {
    readModels: (actor: Actor) => readModels(deps, actor),
    readUsage: (actor: Actor) => readUsage(deps, actor),
    chooseDataPolicy: (actor: Actor, policy: string) => chooseDataPolicy(deps, actor, policy),
    saveRegisterEntry: (actor: Actor, input: unknown) => saveRegisterEntry(deps, actor, input),
    removeRegisterEntry: (actor: Actor, id: string) => removeRegisterEntry(deps, actor, id),
    readDataLog: (actor: Actor, filter: DataLogFilter) => readDataLog(deps, actor, filter),
    listEvaluations: (actor: Actor) => listEvaluations(deps, actor),
    readApproval: (actor: Actor, talk: StoredTalk) => readApproval(deps, actor, talk),
    setApproval: (actor: Actor, roleplayId: string, isApproved: boolean) =>
      setApproval(deps, actor, roleplayId, isApproved),
    listApprovedTalks: (actor: Actor) => listApprovedTalks(deps, actor),
    exportTalks: (actor: Actor, wanted: Parameters<typeof exportTalks>[2]) => exportTalks(deps, actor, wanted),
  }
}
