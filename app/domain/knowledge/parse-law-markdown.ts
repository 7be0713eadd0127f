import { buildLaw, type LawBlock, readArticleNumber, readHeading } from './build-law'
import { describeFault, type ParseResult, refuse } from './parsed-document'
import { readCompactDate } from './read-roc-date'

const HEAD_KEYS = ['法規名稱', '法規類別', '修正日期', '生效狀態', '法規網址']

/**
 * Reads one law in the Markdown form of the national law database: a head of `法規名稱：…` lines, indented headings (`第 一 章 總則`), and
 * `第 64 條` above the lines of each article.
 */
export function parseLawMarkdown(source: string): ParseResult {
  const lines = source.replace(/^\uFEFF/u, '').split(/\r?\n/u)
  if (source.trim() === '') return refuse(describeFault('empty'))
  const head = readHead(lines)
  const name = head.values.get('法規名稱')
  if (name === undefined || name === '') return refuse(describeFault('no-title'))
  const category = head.values.get('法規類別') ?? ''
  return buildLaw(
    {
      name,
      level: category.split('/')[0]!.trim(),
      amendedOn: readCompactDate(head.values.get('修正日期') ?? ''),
      effectiveNote: (head.values.get('生效狀態') ?? '').trim(),
      statedFrom: null,
      isRepealed: category.includes('廢止'),
      sourceUrl: head.values.get('法規網址') ?? null,
    },
    readBlocks(lines.slice(head.length)),
  )
}

/** Whether a text looks like this form; it does not say that it is sound. */
export function isLawMarkdown(source: string): boolean {
  return /^\uFEFF?\s*法規名稱[：:]/u.test(source) && /^第\s*\d+(?:-\d+)*\s*條\s*$/mu.test(source)
}

function readHead(lines: readonly string[]): { values: Map<string, string>; length: number } {
  const values = new Map<string, string>()
  let key = ''
  let length = 0
  for (const line of lines) {
    if (line.trim() === '') {
      if (values.size > 0) break
      length++
      continue
    }
    const start = HEAD_KEYS.find((one) => line.startsWith(`${one}：`) || line.startsWith(`${one}:`))
    if (start === undefined && key === '') break
    if (start !== undefined) {
      key = start
      values.set(key, line.slice(key.length + 1).trim())
    } else values.set(key, `${values.get(key)}\n${line}`)
    length++
  }
  return { values, length }
}

function readBlocks(lines: readonly string[]): LawBlock[] {
  const blocks: LawBlock[] = []
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue
    const number = readArticleNumber(line)
    const last = blocks.at(-1)
    // A heading stands alone: 「第一節車廂…」 may begin a sentence inside an article.
    const isAlone = (lines[i - 1] ?? '').trim() === ''
    if (number !== null) blocks.push({ article: number, text: '' })
    else if (isAlone && readHeading(line) !== null) blocks.push({ heading: line.trim() })
    else if (last && 'article' in last) last.text = joinLine(last.text, line)
  }
  return blocks
}

function joinLine(text: string, line: string): string {
  return text === '' ? line.trim() : `${text}\n${line.trim()}`
}
