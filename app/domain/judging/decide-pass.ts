import type { Catalogue } from '../shared/observation'
import type { LedgerEntry, Scorecard, ViolationRecord } from './score-types'

type Reason = Extract<Scorecard, { status: 'scored' }>['reason']
export type PassInput = {
  overall: number
  passMark: number
  violations: readonly ViolationRecord[]
  /** Settled. */
  ledger: readonly LedgerEntry[]
}

/**
 * Passed or not, with the single most important reason.
 *
 * In this order: a critical violation; a duty the scenario requires that was not met; a mark below the pass mark, put
 * down to a major violation where there was one. Rule: shared scoring spec, "Scorecard".
 */
export function decidePass(input: PassInput, catalogue: Catalogue): { passed: boolean; reason: Reason } {
  const { overall, passMark, violations, ledger } = input
  const critical = violations.find((one) => one.severity === 'critical')
  if (critical) return { passed: false, reason: blameViolation(critical, catalogue) }
  const unmet = ledger.find((entry) => entry.isRequired && entry.status !== 'met')
  if (unmet) {
    const zh = `沒有${unmet.zh}，這一場一定要做到。`
    return { passed: false, reason: { code: unmet.dutyId, zh, en: `“${unmet.en}” is required here and was not done.` } }
  }
  if (overall >= passMark) {
    const zh = `${overall} 分，達到 ${passMark} 分的及格標準，沒有重大違規。`
    return {
      passed: true,
      reason: {
        code: 'pass-mark',
        zh,
        en: `${overall} points reach the pass mark of ${passMark}, without a critical breach.`,
      },
    }
  }
  const major = violations.find((one) => one.severity === 'major')
  if (major) return { passed: false, reason: blameViolation(major, catalogue) }
  const zh = `${overall} 分，還差 ${passMark - overall} 分及格。`
  return {
    passed: false,
    reason: { code: 'pass-mark', zh, en: `${overall} points, ${passMark - overall} short of the pass mark.` },
  }
}

function blameViolation(violation: ViolationRecord, catalogue: Catalogue): Reason {
  const entry = catalogue.entries.get(violation.code)
  const article = violation.cite[0] ? `（${violation.cite[0]}）` : ''
  return {
    code: violation.code,
    zh: `第 ${violation.turnIndex + 1} 句「${violation.quote}」屬於${entry?.zh ?? '違規'}${article}。`,
    en: `Turn ${violation.turnIndex + 1}, “${violation.quote}”: ${entry?.en ?? 'a breach'}${violation.cite[0] ? ` (${violation.cite[0]})` : ''}.`,
  }
}
