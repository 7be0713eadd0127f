import type { DocumentState, DocumentView } from './view-types'

/** @param today local date. */
export function describeState(
  document: Pick<DocumentView, 'isRetired' | 'versions' | 'currentVersion'>,
  today: string,
): DocumentState {
  if (document.isRetired) return 'retired'
  const newest = document.versions[0]
  if (newest?.isRepealed) return 'repealed'
  const current = document.versions.find((one) => one.version === document.currentVersion)
  return current?.effectiveFrom && current.effectiveFrom > today ? 'future' : 'current'
}
