import { type Actor, isAllowed } from '../../domain/governance/authorise'
import type { DataLogFilter, DataLogStore } from '../../domain/governance/data-log'
import { DATA_POLICIES } from '../../domain/governance/mask-personal-data/apply-policy'
import { MODEL_PURPOSES, type ModelUses } from '../../domain/governance/model-purposes'
import { type ModelRegisterStore, registerInputSchema } from '../../domain/governance/model-register'
import type { ModelServerState } from '../../domain/governance/model-server-state'
import type { SettingsStore } from '../../domain/governance/organisation-settings'
import type { Clock, Ids } from '../../domain/ports'
import { DomainError } from '../../domain/shared/domain-error'

export type AdministerDeps = {
  settings: SettingsStore
  dataLog: DataLogStore
  modelRegister: ModelRegisterStore
  modelUses: ModelUses
  describeModelServer: () => ModelServerState | null
  clock: Clock
  ids: Ids
}

const MOST_LOGGED = 200
const MOST_EVALUATIONS = 50

function refuseOthers(actor: Actor): void {
  if (!isAllowed(actor, 'models.administer')) throw new DomainError('not-allowed', `models.administer as ${actor.role}`)
}

/** What leaves for which model, how the server stands, and what happens to personal data. */
export async function readModels(deps: AdministerDeps, actor: Actor) {
  refuseOthers(actor)
  const [settings, register, evaluations] = await Promise.all([
    deps.settings.read(actor.organisationId),
    deps.modelRegister.list(actor.organisationId),
    deps.modelRegister.listEvaluations(MOST_EVALUATIONS),
  ])
  const uses = MODEL_PURPOSES.map((purpose) => {
    const model = deps.modelUses[purpose]
    const isRegistered = register.some((entry) => entry.purpose === purpose && entry.model === model)
    return { purpose, model, isRegistered }
  })
  return { uses, server: deps.describeModelServer(), dataPolicy: settings.dataPolicy, register, evaluations }
}

/** @throws DomainError `not-allowed`, `bad-input`. */
export async function chooseDataPolicy(deps: AdministerDeps, actor: Actor, wanted: string): Promise<void> {
  refuseOthers(actor)
  const dataPolicy = DATA_POLICIES.find((policy) => policy === wanted)
  if (!dataPolicy) throw new DomainError('bad-input', `dataPolicy: ${wanted}`, { dataPolicy: 'invalid' })
  const before = await deps.settings.read(actor.organisationId)
  const by = { personId: actor.personId, at: deps.clock.now() }
  await deps.settings.save(actor.organisationId, { ...before, dataPolicy }, by)
}

/**
 * Writes an entry of the register; one purpose and model have one entry.
 *
 * @throws DomainError `not-allowed`, `bad-input` with the fields at fault.
 */
export async function saveRegisterEntry(deps: AdministerDeps, actor: Actor, input: unknown): Promise<void> {
  refuseOthers(actor)
  const parsed = registerInputSchema.safeParse(input)
  if (!parsed.success) {
    const fields: Record<string, string> = {}
    for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message
    throw new DomainError('bad-input', Object.keys(fields).join(', '), fields)
  }
  await deps.modelRegister.save({
    ...parsed.data,
    id: deps.ids.next(),
    organisationId: actor.organisationId,
    updatedAt: deps.clock.now(),
    updatedById: actor.personId,
  })
}

export async function removeRegisterEntry(deps: AdministerDeps, actor: Actor, id: string): Promise<void> {
  refuseOthers(actor)
  await deps.modelRegister.remove(actor.organisationId, id)
}

/** The newest entries of what was found in texts before they left; never the values. */
export function readDataLog(deps: AdministerDeps, actor: Actor, filter: DataLogFilter) {
  refuseOthers(actor)
  return deps.dataLog.list(actor.organisationId, filter, MOST_LOGGED)
}

export function listEvaluations(deps: AdministerDeps, actor: Actor) {
  refuseOthers(actor)
  return deps.modelRegister.listEvaluations(MOST_EVALUATIONS)
}
