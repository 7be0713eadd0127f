import { decideEffectiveDates } from './decide-effective-dates'
import { describeFault, type ParseFault, type ParseResult } from './parsed-document'
import type { ParsedPassage } from './passage'
import { readChineseNumber } from './read-chinese-number'
import { splitProvisions } from './split-provisions'

/** The parts of a law in the order of its text, as either form of the ministry's data gives them. */
export type LawBlock = { heading: string } | { article: string; text: string }

export type LawHead = {
  name: string
  level: string
  amendedOn: string | null
  effectiveNote: string
  statedFrom: string | null
  isRepealed: boolean
  sourceUrl: string | null
}

const LEVELS = ['編', '章', '節', '款', '目']
const HEADING =
  /^第\s*([零一二三四五六七八九十百\d]+)\s*([編章節款目])(?:\s*之\s*([一二三四五六七八九十\d]+))?\s*(.*)$/u

/** @returns the heading as we write it (第一章之一 總則) and its depth from 0, or null for what is no heading. */
export function readHeading(line: string): { level: number; text: string } | null {
  const parts = HEADING.exec(line.trim())
  if (!parts) return null
  const [, number, unit, branch, title] = parts
  return {
    level: LEVELS.indexOf(unit!),
    text: `第${number}${unit}${branch ? `之${branch}` : ''} ${title!.trim()}`.trim(),
  }
}

/** @returns `107-1` for `第 107-1 條` and `第一百零七條之一`, or null. */
export function readArticleNumber(line: string): string | null {
  const arabic = /^第\s*(\d+(?:-\d+)*)\s*條$/u.exec(line.trim())
  if (arabic) return arabic[1]!
  const han = /^第\s*([零〇一二三四五六七八九十百千]+)\s*條(?:\s*之\s*([一二三四五六七八九十]+))?$/u.exec(line.trim())
  if (!han) return null
  const [number, branch] = [readChineseNumber(han[1]!), han[2] ? readChineseNumber(han[2]) : null]
  return branch === null ? String(number) : `${number}-${branch}`
}

/** Puts a law together: each article under its headings, with its own day of coming into force where the source gives one. */
export function buildLaw(head: LawHead, blocks: readonly LawBlock[]): ParseResult {
  const dates = decideEffectiveDates(head.amendedOn, head.effectiveNote, head.statedFrom)
  const faults: ParseFault[] = head.amendedOn === null ? [describeFault('bad-date')] : []
  const seen = new Set<string>()
  const passages: ParsedPassage[] = []
  let headings: { level: number; text: string }[] = []
  for (const block of blocks) {
    if ('heading' in block) {
      const heading = readHeading(block.heading) ?? { level: 0, text: block.heading.trim() }
      headings = [...headings.filter((one) => one.level < heading.level), heading]
      continue
    }
    if (seen.has(block.article)) faults.push(describeFault('repeated-article', `第 ${block.article} 條`))
    seen.add(block.article)
    const own = dates.byArticle.get(block.article)
    passages.push({
      article: block.article,
      headings: headings.map((one) => one.text),
      text: block.text,
      paragraphs: splitProvisions(block.text),
      ...(own === undefined ? {} : { effectiveFrom: own }),
    })
  }
  if (passages.length === 0) faults.push(describeFault('no-articles'))
  if (faults.length > 0) return { status: 'refused', faults }
  const { name, level, amendedOn, effectiveNote, isRepealed, sourceUrl } = head
  return {
    status: 'parsed',
    document: {
      kind: 'regulation',
      title: name,
      level,
      amendedOn,
      effectiveFrom: dates.effectiveFrom,
      effectiveBasis: dates.basis,
      effectiveNote,
      isRepealed,
      sourceUrl,
      passages,
    },
  }
}
