import { isLawMarkdown, parseLawMarkdown } from './parse-law-markdown'
import { type OutlineHead, type OutlineToken, parseOutline } from './parse-outline'
import { describeFault, type ParseResult, refuse } from './parsed-document'

/** 「一、投保規則」, 「第二章 給付」, 「(三) 除外責任」 alone on a short line. */
const HEADING =
  /^(?:第\s*[零一二三四五六七八九十百\d]+\s*[編章節](?:\s|$)|[壹貳參肆伍陸柒捌玖拾]+、|[一二三四五六七八九十]+、)/u
const MAX_HEADING = 24
const CLAUSE = /^第\s*[零一二三四五六七八九十百\d]+\s*條/u

/**
 * Reads plain text: blank lines part paragraphs, short numbered lines without a full stop are headings, 「第三條」 begins a clause. A text in the form of
 * the national law database is read as a law.
 *
 * @param pages the text per page where the source has pages; one entry otherwise.
 */
export function parsePlainText(head: OutlineHead, pages: readonly string[]): ParseResult {
  const source = pages.join('\n')
  if (source.trim() === '') return refuse(describeFault('empty'))
  if (isLawMarkdown(source)) return parseLawMarkdown(source)
  const tokens = pages.flatMap((page, i) => readPage(page, pages.length > 1 ? i + 1 : undefined))
  const first = tokens[0]
  if (head.title !== undefined || first === undefined) return parseOutline(head, tokens)
  const title = first.text.split('\n')[0]!
  return parseOutline(
    { ...head, title: [...title].length <= 60 ? title : `${[...title].slice(0, 40).join('')}…` },
    tokens,
  )
}

function readPage(page: string, number: number | undefined): OutlineToken[] {
  return page
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n\s*\r?\n/u)
    .flatMap(readBlock)
    .map((token) => (number === undefined ? token : { ...token, page: number }))
}

/** Lines up to the next heading or clause are one paragraph. */
function readBlock(block: string): OutlineToken[] {
  const tokens: OutlineToken[] = []
  for (const line of block.split(/\r?\n/u).map((one) => one.trim())) {
    if (line === '') continue
    const last = tokens.at(-1)
    if (isHeading(line)) tokens.push({ kind: 'heading', level: line.startsWith('第') ? 2 : 3, text: line })
    else if (last?.kind === 'text' && !CLAUSE.test(line)) last.text += `\n${line}`
    else tokens.push({ kind: 'text', text: line })
  }
  return tokens
}

function isHeading(line: string): boolean {
  return HEADING.test(line) && [...line].length <= MAX_HEADING && !/[。；，]/u.test(line)
}
