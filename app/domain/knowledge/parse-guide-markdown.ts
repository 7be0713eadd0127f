import { type OutlineHead, type OutlineToken, parseOutline } from './parse-outline'
import { describeFault, type ParseResult, refuse } from './parsed-document'

/**
 * Reads Markdown with headings: sales guides, product sheets, a trainer's notes.
 *
 * Front matter is skipped (the adapter that reads the file gives its facts as `head`); `#` headings make the outline, also underlined ones; marks of
 * emphasis, links, lists and quotes are dropped and their words kept; tables become lines with their cells side by side; comments and HTML tags vanish.
 */
export function parseGuideMarkdown(head: OutlineHead, source: string): ParseResult {
  if (source.trim() === '') return refuse(describeFault('empty'))
  return parseOutline(head, readTokens(stripFrontMatter(source)))
}

function stripFrontMatter(source: string): string {
  return source.replace(/^\uFEFF/u, '').replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/u, '')
}

function readTokens(source: string): OutlineToken[] {
  const tokens: OutlineToken[] = []
  let isCode = false
  let isOpen = false
  for (const line of source.replace(/<!--[\s\S]*?-->/gu, '').split(/\r?\n/u)) {
    if (/^\s*(?:```|~~~)/u.test(line)) isCode = !isCode
    else if (isCode) isOpen = addLine(tokens, line.trim(), isOpen)
    else if (!addHeading(tokens, line, isOpen)) isOpen = addLine(tokens, cleanLine(line), isOpen && line.trim() !== '')
    else isOpen = false
  }
  return tokens
}

/** Adds a line to the open paragraph or begins one. @returns whether a paragraph is open now. */
function addLine(tokens: OutlineToken[], text: string, isOpen: boolean): boolean {
  if (text === '') return isOpen
  const last = tokens.at(-1)
  if (isOpen && last?.kind === 'text') last.text += `\n${text}`
  else tokens.push({ kind: 'text', text })
  return true
}

/** `## Heading`, or a line of = or - under a paragraph of one line. @returns whether the line made a heading. */
function addHeading(tokens: OutlineToken[], line: string, isOpen: boolean): boolean {
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/u.exec(line)
  if (heading) {
    tokens.push({ kind: 'heading', level: heading[1]!.length, text: cleanLine(heading[2]!) })
    return true
  }
  const last = tokens.at(-1)
  if (!isOpen || last?.kind !== 'text' || last.text.includes('\n') || !/^(?:=+|-{2,})\s*$/u.test(line)) return false
  tokens[tokens.length - 1] = { kind: 'heading', level: line.startsWith('=') ? 1 : 2, text: last.text }
  return true
}

function cleanLine(line: string): string {
  const trimmed = line.trim()
  if (/^[-*_]{3,}$/u.test(trimmed) || /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/u.test(trimmed)) return ''
  return trimmed
    .replace(/^\|(.*)\|$/u, (_, cells: string) =>
      cells
        .split('|')
        .map((cell) => cell.trim())
        .join('　'),
    )
    .replace(/^(?:>\s*)+/u, '')
    .replace(/^[-*+]\s+/u, '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/gu, '$1')
    .replace(/<\/?[a-z][^>]*>/giu, '')
    .replace(/(\*\*|__|`)(.+?)\1/gu, '$2')
    .trim()
}
