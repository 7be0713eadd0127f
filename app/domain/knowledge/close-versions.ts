import type { DocumentVersion } from './passage'
import { addDays } from './read-roc-date'

/**
 * Sets on each version of one document the last day on which it is in force: the day before a newer one is. A version without a known first day closes
 * nothing and stays open.
 *
 * @returns the versions from the oldest to the newest.
 */
export function closeVersions(versions: readonly DocumentVersion[]): DocumentVersion[] {
  const ordered = [...versions].sort((a, b) => sortKey(a).localeCompare(sortKey(b)))
  return ordered.map((version, i) => {
    const next = ordered
      .slice(i + 1)
      .find((one) => one.effectiveFrom !== null && one.effectiveFrom !== version.effectiveFrom)
    return { ...version, effectiveTo: next ? addDays(next.effectiveFrom!, -1) : null }
  })
}

/** @returns the version in force on that day, the newest when two began on one day, or null. */
export function findVersionAsOf(versions: readonly DocumentVersion[], asOf: string): DocumentVersion | null {
  const inForce = closeVersions(versions).filter((one) => one.effectiveFrom !== null && one.effectiveFrom <= asOf)
  return inForce.at(-1) ?? null
}

function sortKey(version: DocumentVersion): string {
  return `${version.effectiveFrom ?? '9999-12-31'} ${version.amendedOn ?? ''}`
}
