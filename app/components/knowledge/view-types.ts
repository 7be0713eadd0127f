import type { DocumentKind } from '~/domain/knowledge/passage'
import type { SearchField } from '~/domain/retrieval/search-types'

export type FlagView = { code: string; quote: string; count: number }

export type VersionView = {
  version: string
  label: string
  amendedOn: string | null
  effectiveFrom: string | null
  effectiveTo: string | null
  effectiveBasis: 'stated' | 'third-day-rule' | 'undetermined' | 'unknown'
  effectiveNote: string
  isRepealed: boolean
  passages: number
  fileName: string
  flags: FlagView[]
  importedAt: string
}
export type DocumentView = {
  id: string
  kind: DocumentKind
  title: string
  currentVersion: string
  isRetired: boolean
  versions: VersionView[]
}
export type PassageView = {
  id: string
  article?: string | undefined
  path: string
  text: string
  page?: number | undefined
  effectiveFrom: string | null
  effectiveTo: string | null
  isInForce: boolean
}

export type ImportFileView = {
  name: string
  status: 'waiting' | 'running' | 'imported' | 'duplicate' | 'refused'
  reason?: string | undefined
  reasonEn?: string | undefined
  documentId?: string | undefined
  passages?: number | undefined
  flags: FlagView[]
}
export type ImportView = { importId: string; status: 'running' | 'done' | 'failed'; files: ImportFileView[] }
export type RecentImportView = ImportView & { createdAt: string }

export const DOCUMENT_STATES = ['current', 'retired', 'repealed', 'future'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]

export type HitView = {
  passageId: string
  documentId: string
  kind: DocumentKind
  document: string
  path: string
  text: string
  score: number
  version: string
  effectiveFrom: string | null
  effectiveTo: string | null
}
export type CitedHitView = HitView & { cite: string }

export type AnswerView = {
  sentences: { text: string; cites: { cite: string; passageId: string }[] }[]
  grounded: boolean
  writtenBy: 'model' | 'sources'
  note: 'model-failed' | 'model-unsound' | 'kept-here' | null
  citations: CitedHitView[]
  asOf: string
}

export type CitingView = {
  kind: 'observation' | 'duty' | 'scenario' | 'scorecard' | 'course' | 'item'
  id: string
  label: { zh: string; en: string }
  cite: string
}
export type ChangeView = {
  kind: 'added' | 'removed' | 'changed'
  key: string
  parts: { kind: 'same' | 'removed' | 'added'; text: string }[]
}
export type ComparisonView = {
  before: string
  after: string
  changes: ChangeView[]
  sameCount: number
  citing: CitingView[]
}

export type ExplainedHitView = CitedHitView & {
  explain: {
    isNamedArticle: boolean
    isNamedLaw: boolean
    words: number
    alias: { likeness: number; text: string } | null
    proximity: number
    lawWeight: number
    dense: number | null
    terms: { term: string; fields: SearchField[]; share: number }[]
  }
}

export type CoverageRowView = {
  id: string
  kind: DocumentKind
  title: string
  passages: number
  cited: { article: string; count: number }[]
  never: string[]
  wholeCount: number
}
