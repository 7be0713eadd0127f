import type { DataLogRecord } from '~/domain/governance/mask-personal-data/apply-policy'
import type { FoundCount } from '~/domain/governance/mask-personal-data/mask-personal-data'
import type { ModelPurpose } from '~/domain/governance/model-purposes'
import type { EvaluationResults, RegisterEntry } from '~/domain/governance/model-register'
import type { ModelServerState } from '~/domain/governance/model-server-state'

// Times are ISO 8601.

export type UseView = { purpose: ModelPurpose; model: string | null; isRegistered: boolean }

export type ServerView = Omit<ModelServerState, 'breaker'> & {
  breaker: Omit<ModelServerState['breaker'], 'retryAt'> & { retryAt: string | null }
}

export type RegisterEntryView = Omit<RegisterEntry, 'organisationId' | 'updatedAt' | 'updatedById'> & {
  /** Of the last evaluation of this model; null: never. */
  evaluatedAt: string | null
}

export type RegisterValues = Record<
  'purpose' | 'model' | 'modelVersion' | 'host' | 'riskLevel' | 'dataUsed' | 'approvedBy' | 'approvedOn',
  string
>
export type RegisterAnswer = { values: RegisterValues; faults: Record<string, string> }

export type LogRowView = {
  id: string
  at: string
  purpose: ModelPurpose
  model: string
  action: DataLogRecord['action']
  found: FoundCount[]
  turnIndex: number | null
}

export type EvaluationView = {
  id: string
  engine: 'embedded' | 'llm'
  model: string
  ranAt: string
  versions: Record<string, string>
  results: EvaluationResults
}
