/** What a document is: a law or regulation, the facts of a product, or a sales guide. */
export const DOCUMENT_KINDS = ['regulation', 'product', 'guide'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** A source. For a law `title` is its full name (保險法), the same in every version. */
export type Document = { id: string; kind: DocumentKind; title: string }

/** How we came to know from when a text is in force. */
export type EffectiveBasis = 'stated' | 'third-day-rule' | 'undetermined' | 'unknown'

/**
 * One text of a document. All dates are local calendar dates (`2025-06-18`).
 *
 * The date of an amendment is not the date from which it is in force: both are kept, and only the second decides what applied on a day.
 */
export type DocumentVersion = {
  id: string
  /** Short name that people see, e.g. the date of the amendment. */
  label: string
  amendedOn: string | null
  effectiveFrom: string | null
  /** Last day in force; null as long as no newer text is known. */
  effectiveTo: string | null
  effectiveBasis: EffectiveBasis
  /** What the source itself says about its coming into force, in its own words. */
  effectiveNote: string
  /** Of the content, by the adapter that read it: two equal sums are one text. */
  checksum: string
}

/** 目: `（一）…` or `1. …` under an item. */
export type SubItem = { number: number; text: string }
/** 款: `一、…` under a paragraph. */
export type Item = { number: number; text: string; subItems: readonly SubItem[] }
/** 項: numbered from 1 in the order of the text. `text` is its own sentence, without its items. */
export type Paragraph = { number: number; text: string; items: readonly Item[] }

/** What a parser makes of one addressable piece, before it belongs to a version. */
export type ParsedPassage = {
  /** Article number `107-1`, clause number `2.1`, or null where the source numbers nothing. */
  article: string | null
  /** From the outside in, without the document's title: `['第一章 總則', '第二節 保險利益']`. */
  headings: readonly string[]
  text: string
  paragraphs: readonly Paragraph[]
  /** Page in the source, from 1. */
  page?: number
  /** Set where the piece comes into force on another day than its version; null when that day is not yet determined. */
  effectiveFrom?: string | null
}

/**
 * The unit of search and citation: one article of a law, one clause of a policy, one section of a guide.
 * Its paragraphs and items are addressed below it (`formatProvision`), never searched apart.
 */
export type Passage = ParsedPassage & {
  /** Stable for one text of a document: `保險法@2025-06-18#107-1`. */
  id: string
  documentId: string
  versionId: string
  /** `['保險法', '第一章 總則', '§64']`. */
  path: readonly string[]
  /** The innermost heading, or the document's title. */
  heading: string
  /** Position in the version, from 0. */
  ordinal: number
}

/** @returns the passage's stable id; the piece after # is the article, or `p` and the ordinal from 1 where there is none. */
export function formatPassageId(
  documentId: string,
  versionId: string,
  article: string | null,
  ordinal: number,
): string {
  return `${documentId}@${versionId}#${article ?? `p${ordinal + 1}`}`
}

/** Gives the pieces of a document their place in one version. An article that occurs twice gets its ordinal behind it. */
export function placePassages(document: Document, versionId: string, parsed: readonly ParsedPassage[]): Passage[] {
  const seen = new Set<string>()
  return parsed.map((piece, ordinal) => {
    const plain = formatPassageId(document.id, versionId, piece.article, ordinal)
    const id = seen.has(plain) ? `${plain}~${ordinal + 1}` : plain
    seen.add(id)
    const address = piece.article === null ? [] : [document.kind === 'regulation' ? `§${piece.article}` : piece.article]
    return {
      ...piece,
      id,
      documentId: document.id,
      versionId,
      path: [document.title, ...piece.headings, ...address],
      heading: piece.headings.at(-1) ?? document.title,
      ordinal,
    }
  })
}
