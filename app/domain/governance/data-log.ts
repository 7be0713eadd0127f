import type { DataLogRecord } from './mask-personal-data/apply-policy'
import type { PersonalDataKind } from './mask-personal-data/personal-data-kinds'
import type { ModelPurpose } from './model-purposes'

/** What was found in a text before it left for a model; never the value. */
export type DataLogEntry = DataLogRecord & {
  id: string
  organisationId: string
  /** null: no person sent it. */
  personId: string | null
  /** null for texts outside a stored talk. */
  roleplayId: string | null
  purpose: ModelPurpose
  model: string
  at: Date
}

export const DATA_ACTIONS = ['masked', 'blocked', 'allowed'] as const satisfies readonly DataLogRecord['action'][]

/** null: whichever. */
export type DataLogFilter = {
  purpose: ModelPurpose | null
  action: DataLogRecord['action'] | null
  kind: PersonalDataKind | null
}

export type DataLogStore = {
  /** On the disk when it resolves: a text leaves only after that. */
  add(entries: readonly DataLogEntry[]): Promise<void>
  /** Newest first, with the number of all that the filter lets through. */
  list(
    organisationId: string,
    filter: DataLogFilter,
    limit: number,
  ): Promise<{ entries: DataLogEntry[]; total: number }>
}
