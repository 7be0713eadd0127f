import type { ItemSource } from '../quiz/item'
import { groupBy } from '../shared/group-by'
import { cutStatements } from './cut-statements'
import { MAX_KEY_POINTS } from './pick-key-points'

export const MAX_LESSONS = 12
/** A chapter without headings is cut into runs of so many articles. */
const RUN = 12

/** A lesson's place in its document. */
export type OutlineEntry = { title: string; headings: readonly string[]; sources: readonly ItemSource[] }
type Section = { documentId: string; headings: string[]; sources: ItemSource[]; size: number }

/**
 * Makes lessons of chapters and sections: neighbours are put together until each lesson has enough to say and there are not more than 12.
 *
 * @param sources of all documents, each document's together and in the order of its text.
 */
export function outlineDocuments(sources: readonly ItemSource[], maxLessons = MAX_LESSONS): OutlineEntry[] {
  const documents = [...groupBy(sources, (one) => one.documentId).values()]
  const sections = documents.flatMap(cutSections).filter((one) => one.size > 0)
  const size = sections.reduce((sum, one) => sum + one.size, 0)
  const wanted = Math.min(maxLessons, Math.max(documents.length, Math.ceil(size / MAX_KEY_POINTS)))
  while (sections.length > wanted) {
    const at = findSmallestPair(sections)
    if (at === -1) break
    const [left, right] = sections.slice(at, at + 2) as [Section, Section]
    sections.splice(at, 2, {
      documentId: left.documentId,
      headings: [...left.headings, ...right.headings],
      sources: [...left.sources, ...right.sources],
      size: left.size + right.size,
    })
  }
  return sections.map(({ headings, sources: own }) => ({
    title: nameSections(headings, own[0]!, documents.length > 1),
    headings,
    sources: own,
  }))
}

function cutSections(sources: readonly ItemSource[]): Section[] {
  const sections: Section[] = []
  const isFlat = sources.every((one) => one.headings.length === 0)
  let introduction: ItemSource[] = []
  for (const [i, source] of sources.entries()) {
    const heading = isFlat ? nameRun(sources, i) : source.headings[0]
    if (heading === undefined) {
      introduction.push(source)
      continue
    }
    const last = sections.at(-1)
    if (last?.headings[0] === heading) last.sources.push(source)
    else {
      sections.push({ documentId: source.documentId, headings: [heading], sources: [...introduction, source], size: 0 })
      introduction = []
    }
  }
  // What stands behind the last section without a heading of its own.
  sections.at(-1)?.sources.push(...introduction)
  for (const section of sections)
    section.size = section.sources.reduce((sum, one) => sum + cutStatements(one).length + 0.1, 0)
  return sections
}

/** 「第 1 條～第 12 條」, or 「第 1 部分」 where nothing is numbered. */
function nameRun(sources: readonly ItemSource[], i: number): string {
  const first = Math.floor(i / RUN) * RUN
  const [from, to] = [sources[first]!, sources[Math.min(first + RUN, sources.length) - 1]!]
  if (from.article === null || to.article === null)
    return sources.length <= RUN ? from.title : `第 ${first / RUN + 1} 部分`
  const name = (article: string) => `第 ${article} 條`
  return from === to ? name(from.article) : `${name(from.article)}～${name(to.article)}`
}

/** @returns where the two neighbours of one document begin that are smallest together, or -1. */
function findSmallestPair(sections: readonly Section[]): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i + 1 < sections.length; i++) {
    const [left, right] = [sections[i]!, sections[i + 1]!]
    if (left.documentId === right.documentId && left.size + right.size < least) {
      best = i
      least = left.size + right.size
    }
  }
  return best
}

/** 「3. 保費與年期」 is 「保費與年期」; the chapter of a law keeps its number. */
export function cleanHeading(heading: string): string {
  return heading.replace(/^\d+(?:\.\d+)*[.、]?\s*/u, '').trim() || heading
}

function nameSections(headings: readonly string[], first: ItemSource, isOneOfMany: boolean): string {
  const names = headings.map(cleanHeading)
  const joined =
    names.length <= 2
      ? names.join('、')
      : first.kind === 'regulation'
        ? `${names[0]}～${names.at(-1)}`
        : `${names.slice(0, 2).join('、')}等 ${names.length} 節`
  // 「長輩的客戶：錄音、能力」 is known by what stands before its colon.
  return isOneOfMany && joined !== first.title ? `${first.title.split('：')[0]}：${joined}` : joined
}
