import type { Content } from '../../domain/content'
import { type Actor, isAllowed } from '../../domain/governance/authorise'
import type { DataLogFilter, DataLogStore } from '../../domain/governance/data-log'
import { findEvaluation, listDoubts } from '../../domain/governance/describe-evaluation'
import { DATA_POLICIES } from '../../domain/governance/mask-personal-data/apply-policy'
import { MODEL_PURPOSES, type ModelUses } from '../../domain/governance/model-purposes'
import { type ModelRegisterStore, registerInputSchema } from '../../domain/governance/model-register'
import type { ModelServerState } from '../../domain/governance/model-server-state'
import { LATELY_DAYS, type ModelUsageStore, summariseUsage } from '../../domain/governance/model-usage'
import type { SettingsStore } from '../../domain/governance/organisation-settings'
import type { Clock, Ids } from '../../domain/ports'
import { DomainError } from '../../domain/shared/domain-error'
import { subtractDays, toLocalDate } from '../../domain/shared/to-local-date'
import { readContentVersions } from './read-content-versions'

export type AdministerDeps = {
  content: Content
  settings: SettingsStore
  dataLog: DataLogStore
  modelRegister: ModelRegisterStore
  modelUsage: ModelUsageStore
  modelUses: ModelUses
  describeModelServer: () => ModelServerState | null
  clock: Clock
  ids: Ids
}

const MOST_LOGGED = 200
const MOST_EVALUATIONS = 50
const MOST_PEOPLE = 10

function refuseOthers(actor: Actor): void {
  if (!isAllowed(actor, 'models.administer')) throw new DomainError('not-allowed', `models.administer as ${actor.role}`)
}

/** What leaves for which model, how the server stands, and what happens to personal data. */
export async function readModels(deps: AdministerDeps, actor: Actor) {
  refuseOthers(actor)
  const [settings, entries, evaluations] = await Promise.all([
    deps.settings.read(actor.organisationId),
    deps.modelRegister.list(actor.organisationId),
    deps.modelRegister.listEvaluations(MOST_EVALUATIONS),
  ])
  const today = { versions: readContentVersions(deps.content), now: deps.clock.now() }
  const register = entries.map((entry) => {
    const evaluation = findEvaluation(evaluations, entry)
    const evaluated = evaluation && { at: evaluation.ranAt, doubts: listDoubts(evaluation, today) }
    return { ...entry, evaluated }
  })
  const uses = MODEL_PURPOSES.map((purpose) => {
    const model = deps.modelUses[purpose]
    const isRegistered = register.some((entry) => entry.purpose === purpose && entry.model === model)
    return { purpose, model, isRegistered }
  })
  return { uses, server: deps.describeModelServer(), dataPolicy: settings.dataPolicy, register }
}

/** What was used of the models by everybody on this server, today and lately; of persons only those of the actor's organisation. */
export async function readUsage(deps: AdministerDeps, actor: Actor) {
  refuseOthers(actor)
  const today = toLocalDate(deps.clock.now())
  const [counts, people] = await Promise.all([
    deps.modelUsage.listServer(subtractDays(today, LATELY_DAYS - 1)),
    deps.modelUsage.listPersons(actor.organisationId, today, MOST_PEOPLE),
  ])
  const summary = summariseUsage(counts, today)
  const dayTokens = summary.days.at(-1)?.tokens ?? 0
  return { ...summary, budget: { limits: deps.describeModelServer()?.limits ?? null, dayTokens, people } }
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

/** Newest first, each with what speaks against taking it as it stands. */
export async function listEvaluations(deps: AdministerDeps, actor: Actor) {
  refuseOthers(actor)
  const today = { versions: readContentVersions(deps.content), now: deps.clock.now() }
  const evaluations = await deps.modelRegister.listEvaluations(MOST_EVALUATIONS)
  return evaluations.map((one) => ({ ...one, doubts: listDoubts(one, today) }))
}
