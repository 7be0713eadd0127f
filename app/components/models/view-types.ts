import type { EvaluationDoubt } from '~/domain/governance/describe-evaluation'
import type { DataLogRecord } from '~/domain/governance/mask-personal-data/apply-policy'
import type { FoundCount } from '~/domain/governance/mask-personal-data/mask-personal-data'
import type { ModelPurpose } from '~/domain/governance/model-purposes'
import type { EvaluationResults, RegisterEntry } from '~/domain/governance/model-register'
import type { ModelChannelState, ModelServerState } from '~/domain/governance/model-server-state'
import type { PersonUsage, UsageSummary } from '~/domain/governance/model-usage'

// Times are ISO 8601.

export type UseView = { purpose: ModelPurpose; model: string | null; isRegistered: boolean }

export type ChannelView = Omit<ModelChannelState, 'breaker'> & {
  breaker: Omit<ModelChannelState['breaker'], 'retryAt'> & { retryAt: string | null }
}
export type ServerView = { host: string; channels: ChannelView[] }

export type UsageView = UsageSummary & {
  budget: { limits: ModelServerState['limits'] | null; dayTokens: number; people: PersonUsage[] }
}

export type RegisterEntryView = Omit<RegisterEntry, 'organisationId' | 'updatedAt' | 'updatedById'> & {
  /** The last evaluation that measured this use of the model; null: never. */
  evaluated: { at: string; doubts: EvaluationDoubt[] } | null
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
  doubts: EvaluationDoubt[]
}
