import { addDays } from './read-roc-date'

/** What must be known of a text to place its pieces in time. */
export type DatedVersion = {
  id: string
  amendedOn: string | null
  effectiveFrom: string | null
  isRepealed: boolean
  /** Ties: of two texts of one day the one that was brought in later counts. */
  importedAt: Date
  /** `effectiveFrom` only where the piece has a day of its own; null there: not yet determined. */
  passages: readonly { id: string; key: string; effectiveFrom?: string | null }[]
}

/** First and last day in force; `from` null: since before we know, `to` null: until further notice. */
export type Validity = { from: string | null; to: string | null }

/** Stands for a day that is not yet determined: later than every as-of date. */
export const UNDETERMINED = '9999-12-31'

/**
 * Places every piece of one document's texts in time.
 *
 * A piece is in force from its own day, or that of its text, until the day before a newer text's piece of the same number is; where the newer text has none,
 * until that text is. A piece whose day is not yet determined ends nothing: the older one stays in force. A repealed law ends on the day before
 * its repeal, which is the date of its last change.
 * @returns per passage id; a piece that never was in force (replaced before its time) is missing.
 */
export function computeValidity(versions: readonly DatedVersion[]): Map<string, Validity> {
  const ordered = [...versions].sort(compareVersions)
  const keyed = ordered.map((one) => new Map(one.passages.map((passage) => [passage.key, passage])))
  const result = new Map<string, Validity>()
  for (const [i, version] of ordered.entries()) {
    // What is repealed after other texts only ends them.
    if (version.isRepealed && ordered.length > 1) continue
    for (const passage of version.passages) {
      const validity = version.isRepealed
        ? { from: null, to: endOfRepealed(version) }
        : placePiece(ordered, keyed, i, passage)
      if (validity) result.set(passage.id, validity)
    }
  }
  return result
}

/** From the oldest to the newest: by first day in force (unknown first), then by date of change, then by when they were brought in. */
export function compareVersions(
  a: Pick<DatedVersion, 'effectiveFrom' | 'amendedOn' | 'importedAt'>,
  b: Pick<DatedVersion, 'effectiveFrom' | 'amendedOn' | 'importedAt'>,
): number {
  return (
    (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? '') ||
    (a.amendedOn ?? '').localeCompare(b.amendedOn ?? '') ||
    a.importedAt.getTime() - b.importedAt.getTime()
  )
}

function startOf(version: DatedVersion, passage: { effectiveFrom?: string | null }): string | null {
  if (passage.effectiveFrom === undefined) return version.effectiveFrom
  return passage.effectiveFrom ?? UNDETERMINED
}

function endOfRepealed(version: DatedVersion): string | null {
  return version.amendedOn === null ? null : addDays(version.amendedOn, -1)
}

type Piece = DatedVersion['passages'][number]

function placePiece(
  ordered: readonly DatedVersion[],
  keyed: readonly ReadonlyMap<string, Piece>[],
  i: number,
  piece: Piece,
): Validity | null {
  const from = startOf(ordered[i]!, piece)
  const to = findEnd(ordered, keyed, i, piece.key)
  return to === 'at-once' || (from !== null && to !== null && to < from) ? null : { from, to }
}

/** @returns the last day in force, null for none, `at-once` where a newer text without a known day replaces it wholly. */
function findEnd(
  ordered: readonly DatedVersion[],
  keyed: readonly ReadonlyMap<string, Piece>[],
  i: number,
  key: string,
): string | null | 'at-once' {
  for (let later = i + 1; later < ordered.length; later++) {
    const version = ordered[later]!
    if (version.isRepealed) return endOfRepealed(version)
    const successor = keyed[later]!.get(key)
    const start = successor ? startOf(version, successor) : version.effectiveFrom
    if (start === UNDETERMINED) continue
    return start === null ? 'at-once' : addDays(start, -1)
  }
  return null
}
