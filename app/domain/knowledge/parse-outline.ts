import { describeFault, type ParsedDocument, type ParseResult, refuse } from './parsed-document'
import type { DocumentKind, ParsedPassage } from './passage'
import { splitProvisions } from './split-provisions'

/**
 * What an adapter sees in a source with a structure (HTML, DOCX, PDF), in reading order. `level` is 1 for the title. `page` is from 1.
 */
export type OutlineToken =
  | { kind: 'heading'; level: number; text: string; page?: number }
  | { kind: 'text'; text: string; page?: number }

export type OutlineHead = {
  kind: DocumentKind
  title?: string
  amendedOn?: string | null
  effectiveFrom?: string | null
  sourceUrl?: string | null
}

/** Longer pieces are cut between paragraphs; a reader should see a whole citation at a glance. */
const MAX_CHARACTERS = 900
/** 「第三條」, 「第 12 條【契約撤銷權】」: a policy clause. */
const CLAUSE = /^第\s*[零一二三四五六七八九十百\d]+\s*條(?:\s*之\s*[一二三四五六七八九十\d]+)?(?=$|[\s【（(：:])/u
/** 「2.1 住院病房費：…」: a numbered point of a product sheet. */
const POINT = /^(\d+(?:\.\d+)+)\s+/u

/**
 * Builds passages out of headings and paragraphs: one passage per section, cut where it grows long, at numbered points and at policy clauses.
 *
 * The first level-1 heading gives the title when the head names none.
 */
export function parseOutline(head: OutlineHead, tokens: readonly OutlineToken[]): ParseResult {
  const first = tokens.find((one) => one.kind === 'heading' && one.level === 1)
  const title = (head.title ?? first?.text ?? '').trim()
  if (tokens.every((one) => one.text.trim() === '')) return refuse(describeFault('empty'))
  if (title === '') return refuse(describeFault('no-title'))
  const passages = cutSections(tokens, title)
  if (passages.length === 0) return refuse(describeFault('empty'))
  return { status: 'parsed', document: buildDocument(head, title, passages) }
}

function buildDocument(head: OutlineHead, title: string, passages: readonly ParsedPassage[]): ParsedDocument {
  const effectiveFrom = head.effectiveFrom ?? null
  return {
    kind: head.kind,
    title,
    level: '',
    amendedOn: head.amendedOn ?? null,
    effectiveFrom,
    effectiveBasis: effectiveFrom === null ? 'unknown' : 'stated',
    effectiveNote: '',
    isRepealed: false,
    sourceUrl: head.sourceUrl ?? null,
    passages,
  }
}

type Heading = { level: number; text: string }

/** A heading ends those of its own level and below; the title stands above all and is not repeated in them. */
function nestHeading(above: readonly Heading[], heading: Heading, title: string): Heading[] {
  if (heading.level === 1 && heading.text === title) return []
  return [...above.filter((one) => one.level < heading.level), heading]
}

type Section = { article: string | null; headings: readonly string[]; lines: string[]; page?: number }

function cutSections(tokens: readonly OutlineToken[], title: string): ParsedPassage[] {
  const sections: Section[] = []
  let headings: Heading[] = []
  let isOpen = false
  for (const token of tokens) {
    const text = token.text.trim()
    if (text === '') continue
    if (token.kind === 'heading') {
      headings = nestHeading(headings, { level: token.level, text }, title)
      isOpen = false
      continue
    }
    const article = findNumber(text)
    const last = sections.at(-1)
    if (last && isOpen && article === null && last.lines.join('\n').length + text.length <= MAX_CHARACTERS)
      last.lines.push(text)
    else {
      const place = token.page === undefined ? {} : { page: token.page }
      sections.push({ article, headings: headings.map((one) => one.text), lines: [text], ...place })
      isOpen = true
    }
  }
  return sections.map(({ lines, ...section }) => {
    const text = lines.join('\n')
    return { ...section, text, paragraphs: splitProvisions(text) }
  })
}

function findNumber(text: string): string | null {
  const clause = CLAUSE.exec(text)
  if (clause) return clause[0].replace(/\s+/gu, '')
  return POINT.exec(text)?.[1] ?? null
}
