import type { Dimension, Observation, Severity } from '../shared/observation'

/**
 * A signed part of a score; the items of a turn (and of a scorecard's overall) sum to its total exactly.
 *
 * Arithmetic items of a turn: `base`, `moment.pitch_first`, `ceiling`, `cap.fault`, `cap.minor|major|critical`,
 * `floor.fault`, `floor.zero`. Of an overall: `overall.mean`, `hint`, `cap.major|critical`, `ceiling`, `floor.zero`.
 */
export type LineItem = {
  /** An observation code or one of the arithmetic items above. */
  code: string
  points: number
  /** Exact words, when the item comes from an observation. */
  quote?: string | undefined
  start?: number | undefined
  end?: number | undefined
  source?: 'trainee' | 'client' | undefined
  cite?: readonly string[] | undefined
  /** What contradicts the words, in the version that was in force on the day. */
  passageId?: string | undefined
}

/** A passage that words lean on, in the version that was in force on the day; `label` is how people write the place. */
export type AdviceCitation = { passageId: string; label: string }

/** One thing to keep or change, as an i18n-free text in both languages. */
export type Advice = {
  code: string
  zh: string
  en: string
  /** Set where a language model found the words; what to advise on is decided by rules all the same. */
  by?: 'model' | undefined
  citations?: readonly AdviceCitation[] | undefined
}

/** The exact words, what the passage says, and the passage in the version that was in force on the day. */
export type SupportedClaim = { quote: string; fact: string; passageId: string }

export type BetterWording = {
  text: string
  /** Always the judge's own number. */
  total: number
  /** Set where a language model found the words. */
  by?: 'model' | undefined
}

export type TurnScore =
  | {
      status: 'scored'
      /** 0 to 100, an integer. */
      total: number
      items: LineItem[]
      observations: Observation[]
      /** One or two. */
      advice: Advice[]
      /** A wording that the same judge scored higher; null when none was found. */
      betterWording: BetterWording | null
      /** Statements of fact that a passage supports, with that passage; absent when there are none. They earn nothing. */
      supported?: SupportedClaim[] | undefined
    }
  | { status: 'not-scored'; reason: string }

/** A scored turn before advice and a better wording are added: pure arithmetic, equal for every judge. */
export type TurnPoints = Omit<Extract<TurnScore, { status: 'scored' }>, 'advice' | 'betterWording' | 'supported'>

/** `open` in a settled ledger means that no occasion arose. */
export type LedgerStatus = 'open' | 'met' | 'missed'
export type LedgerEntry = {
  dutyId: string
  zh: string
  en: string
  /** Why it applies to this client and product. */
  whyZh: string
  whyEn: string
  status: LedgerStatus
  /** `law`: binds here; `good-practice`: wise, but no article binds it for this client and product. */
  force: 'law' | 'good-practice'
  isRequired: boolean
  cite: readonly string[]
  metAtTurn: number | null
  quote: string | null
  /** As-of remark on the text that binds, or on what is still missing for the law; absent when there is nothing to say. */
  noteZh?: string | undefined
  noteEn?: string | undefined
}

export type DimensionResult =
  | { status: 'graded'; level: 1 | 2 | 3 | 4 | 5; evidence: { turnIndex: number; code: string; quote: string }[] }
  /** No opportunity arose: left out of the mean. */
  | { status: 'not-applicable' }
  | { status: 'not-scored'; reason: string }

export type Moment = {
  kind: 'best' | 'costliest' | 'missed'
  turnIndex: number
  code: string
  quote: string
  zh: string
  en: string
}

export type ViolationRecord = {
  turnIndex: number
  code: string
  severity: Severity
  quote: string
  cite: readonly string[]
  /** What contradicts the words of a false statement, and the passage that says so, in the version that was in force on the day. */
  fact?: string | undefined
  passageId?: string | undefined
}

export type Scorecard =
  | {
      status: 'scored'
      /** 0 to 100, an integer, after caps. */
      overall: number
      passed: boolean
      /** The single most important reason for passing or not. */
      reason: { code: string; zh: string; en: string }
      headline: { zh: string; en: string }
      dimensions: Record<Dimension, DimensionResult>
      caps: { code: string; limit: number }[]
      /** How `overall` came about; sums to it exactly. */
      items: LineItem[]
      ledger: LedgerEntry[]
      violations: ViolationRecord[]
      moments: Moment[]
      /** What to practise next: a dimension and why. */
      practiseNext: { dimension: Dimension; zh: string; en: string }[]
      versions: {
        catalogue: number
        rubric: number
        scenario: number | null
        persona: number | null
        engine: string
        asOf: string
      }
    }
  | { status: 'not-scored'; reason: string; violations: ViolationRecord[]; ledger: LedgerEntry[] }
