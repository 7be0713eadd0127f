import type { DutyStage } from './duty-schema'
import type { Ledger } from './keep-ledger'
import type { LedgerEntry } from './score-types'

/** What changes in a ledger from turn to turn; the rest is settled when the talk is opened. */
export type LedgerMarks = {
  stage: DutyStage
  turnCount: number
  /** By duty id; duties with nothing seen are left out. */
  seen: Record<string, string[]>
  /** By duty id; open duties are left out. */
  settled: Record<string, Pick<LedgerEntry, 'status' | 'metAtTurn' | 'quote'>>
}

/** @returns the changing part of a ledger: about a twentieth of its size. */
export function markLedger(ledger: Ledger): LedgerMarks {
  const seen = Object.entries(ledger.progress)
    .filter(([, progress]) => progress.seen.length > 0)
    .map(([dutyId, progress]) => [dutyId, progress.seen] as const)
  const settled = ledger.entries
    .filter((entry) => entry.status !== 'open')
    .map(({ dutyId, status, metAtTurn, quote }) => [dutyId, { status, metAtTurn, quote }] as const)
  return {
    stage: ledger.stage,
    turnCount: ledger.turnCount,
    seen: Object.fromEntries(seen),
    settled: Object.fromEntries(settled),
  }
}

/** Marks of a ledger before the first turn. */
export const NO_MARKS: LedgerMarks = { stage: 'opening', turnCount: 0, seen: {}, settled: {} }

const OPEN: LedgerMarks['settled'][string] = { status: 'open', metAtTurn: null, quote: null }

/** The ledger as it stood when the marks were taken; `ledger` is the same talk's, of any turn. */
export function applyMarks(ledger: Ledger, marks: LedgerMarks): Ledger {
  return {
    ...ledger,
    stage: marks.stage,
    turnCount: marks.turnCount,
    entries: ledger.entries.map((entry) => ({ ...entry, ...(marks.settled[entry.dutyId] ?? OPEN) })),
    progress: Object.fromEntries(
      Object.entries(ledger.progress).map(([dutyId, progress]) => [
        dutyId,
        { ...progress, seen: marks.seen[dutyId] ?? [] },
      ]),
    ),
  }
}
