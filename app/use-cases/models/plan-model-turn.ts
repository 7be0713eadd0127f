import type { DataLogEntry, DataLogStore } from '../../domain/governance/data-log'
import {
  applyPolicy,
  type DataLogRecord,
  type DataPolicy,
} from '../../domain/governance/mask-personal-data/apply-policy'
import { EMPTY_MASK_MEMORY } from '../../domain/governance/mask-personal-data/mask-memory'
import type { ModelPurpose, ModelUses } from '../../domain/governance/model-purposes'
import type { SettingsStore } from '../../domain/governance/organisation-settings'
import type { CallScope, Clock, Ids } from '../../domain/ports'

export type OutgoingDeps = {
  settings: SettingsStore
  dataLog: DataLogStore
  modelUses: ModelUses
  /** Numbers and addresses that are nobody's own: the insurer's hotline. */
  publicContacts: readonly string[]
  clock: Clock
  ids: Ids
}

/** Where words come from that are to leave for a model. */
export type OutgoingSource = {
  organisationId: string
  personId: string
  /** null outside a stored talk. */
  roleplayId: string | null
  turnIndex: number | null
  purposes: readonly ModelPurpose[]
}

/**
 * Applies the organisation's policy to words before they leave, and logs what was found in them: kind and count for each purpose.
 *
 * @returns `blocked` when they may not leave at all; the adapters mask them, and what was said before, by the same policy.
 */
export async function clearOutgoing(
  deps: OutgoingDeps,
  source: OutgoingSource,
  texts: readonly string[],
): Promise<{ status: 'allowed' | 'blocked'; dataPolicy: DataPolicy }> {
  const { dataPolicy } = await deps.settings.read(source.organisationId)
  const outcomes = texts.map((text) =>
    applyPolicy(
      dataPolicy,
      { text, memory: EMPTY_MASK_MEMORY, turnIndex: source.turnIndex },
      { publicContacts: deps.publicContacts },
    ),
  )
  const records = outcomes.flatMap(({ log }) => (log === null ? [] : [log]))
  await deps.dataLog.add(buildEntries(deps, source, records))
  return { status: outcomes.some(({ status }) => status === 'blocked') ? 'blocked' : 'allowed', dataPolicy }
}

function buildEntries(deps: OutgoingDeps, source: OutgoingSource, records: readonly DataLogRecord[]): DataLogEntry[] {
  const { purposes, ...place } = source
  const at = deps.clock.now()
  return records.flatMap((record) =>
    purposes.flatMap((purpose) => {
      const model = deps.modelUses[purpose]
      return model === null ? [] : [{ ...place, ...record, id: deps.ids.next(), purpose, model, at }]
    }),
  )
}

/** What a turn may ask of the model: nothing, with the reason why, or calls in this scope. */
export type ModelTurnPlan =
  | { status: 'model'; scope: CallScope }
  | { status: 'embedded'; reason: 'chosen' | 'blocked' | 'ended' }

/**
 * Decides for one turn of a talk on a model whether its words may leave, and logs what is in them.
 *
 * @param source.purposes what the turn may be sent for.
 */
export async function planModelTurn(
  deps: OutgoingDeps,
  source: Omit<OutgoingSource, 'roleplayId' | 'turnIndex'> & { roleplayId: string; turnIndex: number },
  turn: { turnId: string; text: string },
): Promise<ModelTurnPlan> {
  const cleared = await clearOutgoing(deps, source, [turn.text])
  if (cleared.status === 'blocked') return { status: 'embedded', reason: 'blocked' }
  const { roleplayId, personId } = source
  const { dataPolicy } = cleared
  return {
    status: 'model',
    scope: { turnId: `${roleplayId}/${turn.turnId}`, talkId: roleplayId, userId: personId, dataPolicy },
  }
}
