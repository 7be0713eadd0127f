import { type Catalogue, DIMENSIONS, type Dimension, type Severity } from '../shared/observation'
import type { MistakeCounts } from './count-mistakes'

/** What somebody, or a team, has to work on. */
export type Gap =
  /** A rule that was broken. */
  | { kind: 'breach'; code: string; severity: Severity; count: number }
  /** A weak skill, with the faults and the missed duties that belong to it. `level` is the mean, 1 to 5; null when it was never graded. */
  | { kind: 'skill'; dimension: Dimension; level: number | null; faults: readonly string[]; dutyIds: readonly string[] }

/** A skill at or below this level is weak. */
const WEAK_LEVEL = 2.5
/** A duty that was missed in at least this share of the talks in which it applied. */
const MISSED_SHARE = 0.34
const MAX_BREACHES = 4
const MAX_SKILLS = 4
const SEVERITY: Readonly<Record<Severity, number>> = { critical: 3, major: 2, minor: 1 }

/**
 * Finds what to work on: breaches by severity and frequency, then the weakest skills with the duties that were missed in them.
 *
 * @param dimensionOfDuty the skill to which a duty belongs, null for an unknown one.
 * @returns at most eight gaps; none when there is nothing to work on.
 */
export function findGaps(
  counts: MistakeCounts,
  catalogue: Catalogue,
  dimensionOfDuty: (dutyId: string) => Dimension | null,
): Gap[] {
  return [...findBreaches(counts, catalogue), ...findSkills(counts, catalogue, dimensionOfDuty)]
}

function findBreaches(counts: MistakeCounts, catalogue: Catalogue): Gap[] {
  return [...counts.codes]
    .flatMap(([code, count]) => {
      const severity = catalogue.entries.get(code)?.severity
      return severity ? [{ kind: 'breach' as const, code, severity, count }] : []
    })
    .sort((a, b) => SEVERITY[b.severity] - SEVERITY[a.severity] || b.count - a.count || a.code.localeCompare(b.code))
    .slice(0, MAX_BREACHES)
}

function findSkills(
  counts: MistakeCounts,
  catalogue: Catalogue,
  dimensionOfDuty: (dutyId: string) => Dimension | null,
): Gap[] {
  const missed = [...counts.duties]
    .filter(([, { missed: times, applied }]) => times > 0 && times / applied >= MISSED_SHARE)
    .sort((a, b) => b[1].missed - a[1].missed)
    .map(([dutyId]) => dutyId)
  const faults = [...counts.codes.keys()].filter((code) => catalogue.entries.get(code)?.polarity === 'fault')
  const skills = DIMENSIONS.filter((one) => one !== 'compliance').map((dimension) => ({
    kind: 'skill' as const,
    dimension,
    level: counts.dimensions.get(dimension)?.mean ?? null,
    faults: faults.filter((code) => catalogue.entries.get(code)!.dimension === dimension),
    dutyIds: missed.filter((dutyId) => dimensionOfDuty(dutyId) === dimension),
  }))
  // A missed duty and a low level weigh alike; a fault alone is settled by a hint in the talk.
  const weigh = ({ level, dutyIds, faults: own }: (typeof skills)[number]) =>
    Math.max(0, WEAK_LEVEL + 0.5 - (level ?? WEAK_LEVEL + 0.5)) + dutyIds.length * 0.5 + own.length * 0.3
  return skills
    .filter(({ level, dutyIds, faults: own }) => (level ?? 5) <= WEAK_LEVEL || dutyIds.length > 0 || own.length > 0)
    .sort((a, b) => weigh(b) - weigh(a))
    .slice(0, MAX_SKILLS)
}
