import type { Observation } from '../shared/observation'
import { DUTY_STAGES, type DutiesFile, type Duty, type DutyStage } from './duty-schema'
import { matchCondition, type TalkFacts } from './match-condition'
import type { LedgerEntry } from './score-types'

/** What an entry still waits for. Plain data, stored with the ledger. */
export type DutyProgress = { any: string[]; all: string[]; seen: string[]; dueFrom: DutyStage }

/** The duties of one talk; plain data that survives JSON unchanged. */
export type Ledger = {
  dutiesVersion: number
  entries: LedgerEntry[]
  /** By duty id. */
  progress: Record<string, DutyProgress>
  stage: DutyStage
  /** Trainee turns reckoned in. */
  turnCount: number
  stageCodes: DutiesFile['stageCodes']
  discoveryFromTurns: number
}

/**
 * Opens the ledger with the duties that apply to this client, these products and this situation.
 *
 * A duty that the scenario lists as required applies even where no rule makes it. Whether one is law or good practice,
 * with which articles, is settled here, for the as-of date.
 */
export function openLedger(facts: TalkFacts, duties: DutiesFile): Ledger {
  const required = new Set<string>(facts.scenario?.requiredDuties ?? [])
  const applying = duties.duties.filter(
    (duty) => required.has(duty.id) || duty.appliesWhen.some((condition) => matchCondition(condition, facts)),
  )
  const opened = applying.map((duty) => openDuty(duty, facts, required.has(duty.id)))
  return {
    dutiesVersion: duties.version,
    entries: opened.map((one) => one.entry),
    progress: Object.fromEntries(opened.map((one) => [one.entry.dutyId, one.progress])),
    stage: 'opening',
    turnCount: 0,
    stageCodes: duties.stageCodes,
    discoveryFromTurns: duties.discoveryFromTurns,
  }
}

/**
 * Reckons one trainee turn in: duties that its codes complete become `met` with the turn and the words.
 *
 * @param turnIndex from 0; turns must come in order, each once.
 */
export function updateLedger(ledger: Ledger, observations: readonly Observation[], turnIndex: number): Ledger {
  const codes = observations.map((one) => one.code)
  const turnCount = ledger.turnCount + 1
  const progress: Ledger['progress'] = {}
  const entries = ledger.entries.map((entry) => {
    const before = ledger.progress[entry.dutyId]!
    const wanted = new Set([...before.any, ...before.all])
    const seen = [...new Set([...before.seen, ...codes.filter((code) => wanted.has(code))])]
    progress[entry.dutyId] = { ...before, seen }
    if (entry.status !== 'open' || !isComplete({ ...before, seen })) return entry
    const quote = observations.find((one) => wanted.has(one.code))?.quote ?? null
    return { ...entry, status: 'met' as const, metAtTurn: turnIndex, quote }
  })
  return {
    ...ledger,
    entries,
    progress,
    turnCount,
    stage: laterStage(ledger.stage, reachedBy(codes, turnCount, ledger)),
  }
}

/**
 * Closes the ledger at the end of the talk.
 *
 * An open duty is `missed` when the talk came as far as the stage where it falls due, or when the scenario requires it.
 * Otherwise no occasion arose and it stays `open`: the next meeting's business, and no fault.
 */
export function settleLedger(ledger: Ledger): LedgerEntry[] {
  return ledger.entries.map((entry) => {
    if (entry.status !== 'open') return entry
    const isDue = hasReached(ledger.stage, ledger.progress[entry.dutyId]!.dueFrom)
    return isDue || entry.isRequired ? { ...entry, status: 'missed' } : entry
  })
}

function openDuty(duty: Duty, facts: TalkFacts, isRequired: boolean): { entry: LedgerEntry; progress: DutyProgress } {
  const rule = duty.binds.find((one) => matchCondition(one.when, facts))
  const basis = rule ?? duty.goodPractice
  const notes = duty.notes.filter((one) => facts.asOf >= one.from && matchCondition(one.when, facts))
  return {
    entry: {
      dutyId: duty.id,
      zh: duty.name.zh,
      en: duty.name.en,
      whyZh: `${duty.why.zh}${basis.why.zh}`,
      whyEn: `${duty.why.en} ${basis.why.en}`,
      status: 'open',
      force: rule ? 'law' : 'good-practice',
      isRequired,
      cite: basis.cite,
      metAtTurn: null,
      quote: null,
      ...(notes.length > 0 && {
        noteZh: notes.map((one) => one.note.zh).join(''),
        noteEn: notes.map((one) => one.note.en).join(' '),
      }),
    },
    progress: {
      any: duty.meetBy.any,
      all: rule ? [...duty.meetBy.all, ...duty.lawAlso] : duty.meetBy.all,
      seen: [],
      dueFrom: duty.dueFrom,
    },
  }
}

function isComplete({ any, all, seen }: DutyProgress): boolean {
  return all.every((code) => seen.includes(code)) && (any.length === 0 || any.some((code) => seen.includes(code)))
}

function reachedBy(codes: readonly string[], turnCount: number, ledger: Ledger): DutyStage {
  const { closing, proposal, discovery } = ledger.stageCodes
  if (codes.some((code) => closing.includes(code))) return 'closing'
  if (codes.some((code) => proposal.includes(code))) return 'proposal'
  if (codes.some((code) => discovery.includes(code)) || turnCount >= ledger.discoveryFromTurns) return 'discovery'
  return 'opening'
}

function hasReached(stage: DutyStage, wanted: DutyStage): boolean {
  return DUTY_STAGES.indexOf(stage) >= DUTY_STAGES.indexOf(wanted)
}

function laterStage(a: DutyStage, b: DutyStage): DutyStage {
  return hasReached(a, b) ? a : b
}
