import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { TextFlag } from '../../domain/knowledge/find-suspicious-text'
import type { OutlineToken } from '../../domain/knowledge/parse-outline'
import { MAX_HTML_DEPTH } from './limits'
import { FileRefused } from './refuse-file'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

export type HtmlText = { title: string | null; tokens: OutlineToken[]; flags: TextFlag[] }

/** Never text that a reader sees. */
const SKIPPED = new Set([
  'style',
  'noscript',
  'template',
  'head',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'select',
  'textarea',
  'button',
  'input',
  'nav',
])
const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'table',
  'thead',
  'tbody',
  'tr',
  'blockquote',
  'pre',
  'figure',
  'figcaption',
  'form',
  'fieldset',
  'details',
  'summary',
  'address',
  'hr',
  'body',
  'caption',
])
const HIDING_STYLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*(?:0|1)(?:\.\d+)?(?:px|pt|em|%)?\s*(?:;|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}|color\s*:\s*(?:transparent|white|#fff(?:fff)?)\s*(?:;|$)/iu
const ON_HANDLER = /^on[a-z]+$/u

/**
 * Reads the text of an HTML page as a reader would see it: headings, paragraphs, list items, table rows with their cells side by side. Scripts and what is
 * hidden are left out and flagged. Nothing is fetched or run.
 *
 * @throws FileRefused `broken` when elements stand deeper inside one another than any page needs.
 */
export function readHtml(source: string): HtmlText {
  const reader = createReader()
  const document = parse(source)
  for (const node of document.childNodes) reader.walk(node, 0)
  reader.flush()
  const title = findTitle(document.childNodes)
  return { title, tokens: reader.tokens, flags: reader.flags }
}

function createReader() {
  const tokens: OutlineToken[] = []
  const flags: TextFlag[] = []
  let text = ''
  const flush = (heading?: number) => {
    const clean = tidy(text)
    text = ''
    if (clean === '') return
    tokens.push(
      heading === undefined
        ? { kind: 'text', text: clean }
        : { kind: 'heading', level: heading, text: clean.replace(/\n/gu, ' ') },
    )
  }
  const walk = (node: Node, depth: number): void => {
    if (depth > MAX_HTML_DEPTH) throw new FileRefused('broken', `> ${MAX_HTML_DEPTH}`)
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/gu, ' ')
    if (!('tagName' in node)) return
    if (noteScript(node, flags) || SKIPPED.has(node.tagName)) return
    if (isHidden(node)) {
      const words = collectText(node).trim()
      if (words !== '') flags.push({ code: 'hidden-text', quote: words, count: 1 })
      return
    }
    walkElement(node, depth)
  }
  const walkElement = (node: Element, depth: number): void => {
    const heading = /^h([1-6])$/u.exec(node.tagName)?.[1]
    const isBlock = heading !== undefined || BLOCKS.has(node.tagName)
    if (isBlock) flush()
    if (node.tagName === 'br') text += '\n'
    for (const child of node.childNodes) walk(child, depth + 1)
    if (node.tagName === 'td' || node.tagName === 'th') text += '　'
    if (isBlock) flush(heading === undefined ? undefined : Number(heading))
  }
  return { tokens, flags, walk, flush: () => flush() }
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[ \t]+/gu, ' ').replace(/^[\s　]+|[\s　]+$/gu, ''))
    .filter((line) => line !== '')
    .join('\n')
}

function noteScript(node: Element, flags: TextFlag[]): boolean {
  const handler = node.attrs.find((one) => ON_HANDLER.test(one.name) || /^\s*javascript:/iu.test(one.value))
  if (node.tagName === 'script') flags.push({ code: 'script', quote: collectText(node), count: 1 })
  else if (handler) flags.push({ code: 'script', quote: `${handler.name}="${handler.value}"`, count: 1 })
  return node.tagName === 'script'
}

function isHidden(node: Element): boolean {
  return node.attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'aria-hidden' && value === 'true') ||
      (name === 'style' && HIDING_STYLE.test(value)),
  )
}

function collectText(node: Element): string {
  let text = ''
  const stack: Node[] = [...node.childNodes].reverse()
  while (stack.length > 0) {
    const next = stack.pop()!
    if (next.nodeName === '#text') text += (next as DefaultTreeAdapterTypes.TextNode).value
    else if ('childNodes' in next) stack.push(...[...next.childNodes].reverse())
  }
  return text
}

function findTitle(nodes: readonly Node[]): string | null {
  const stack: Node[] = [...nodes]
  while (stack.length > 0) {
    const node = stack.pop()!
    if (!('tagName' in node) || node.tagName === 'body') continue
    if (node.tagName === 'title') return tidy(collectText(node)) || null
    stack.push(...node.childNodes)
  }
  return null
}
