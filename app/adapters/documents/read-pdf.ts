import { createRequire } from 'node:module'
import path from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api'
import type { TextFlag } from '../../domain/knowledge/find-suspicious-text'
import { MAX_PDF_MS, MAX_PDF_PAGES } from './limits'
import { FileRefused } from './refuse-file'

export type PdfText = { title: string | null; pages: string[]; flags: TextFlag[] }

/** Fewer characters a page than this, on average, is a scan with at most a stamp on it. */
const MIN_CHARACTERS_PER_PAGE = 12
/** Smaller type is not meant to be read. Points. */
const MIN_TYPE_SIZE = 2
/** Pages read before others get their turn: text extraction is heavy. */
const YIELD_PAGES = 4

/**
 * Reads the text layer of a PDF, page by page.
 *
 * @throws FileRefused `encrypted`, `scanned`, `broken`, or `too-long` for more pages or time than any document needs.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  // Half a megabyte of code that most starts never need.
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = pdfjs.getDocument({
    // It takes the buffer over: a copy, so that the caller's stays whole.
    data: bytes.slice(),
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  let document: PDFDocumentProxy
  try {
    document = await task.promise
  } catch (error) {
    throw new FileRefused((error as Error).name === 'PasswordException' ? 'encrypted' : 'broken')
  }
  try {
    return await readPages(document)
  } finally {
    await task.destroy()
  }
}

async function readPages(document: PDFDocumentProxy): Promise<PdfText> {
  if (document.numPages > MAX_PDF_PAGES) throw new FileRefused('too-long', `${document.numPages} p.`)
  const deadline = Date.now() + MAX_PDF_MS
  const pages: string[] = []
  const flags: TextFlag[] = []
  for (let number = 1; number <= document.numPages; number++) {
    if (Date.now() > deadline) throw new FileRefused('too-long', `> ${MAX_PDF_MS / 1000} s`)
    if (number % YIELD_PAGES === 0) await new Promise((resolve) => setImmediate(resolve))
    try {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(
        joinItems(
          items.filter((one): one is TextItem => 'str' in one),
          page.view,
          flags,
        ),
      )
      page.cleanup()
    } catch {
      throw new FileRefused('broken', `p. ${number}`)
    }
  }
  const characters = pages.join('').replace(/\s/gu, '').length
  if (characters < MIN_CHARACTERS_PER_PAGE * document.numPages) throw new FileRefused('scanned')
  return { title: await readTitle(document), pages, flags }
}

/** Lines as they stand on the page; a wider gap between lines parts paragraphs. */
function joinItems(items: readonly TextItem[], view: readonly number[], flags: TextFlag[]): string {
  let text = ''
  let lastY: number | null = null
  for (const item of items) {
    const place = placeItem(item)
    if (item.str === '') continue
    if (item.str.trim() !== '' && isUnseen(place, view)) {
      flags.push({ code: 'hidden-text', quote: item.str, count: 1 })
      continue
    }
    if (lastY !== null) text += breakBetween(lastY, place, text)
    lastY = place.y
    text += item.str
  }
  return joinWrapped(text)
}

type Place = { x: number; y: number; width: number; size: number }

function placeItem(item: TextItem): Place {
  const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform as number[]
  return { x, y, width: item.width, size: Math.hypot(skew, scale) }
}

/** Off the page, or too small to be read. */
function isUnseen(
  { x, y, width, size }: Place,
  [left = 0, bottom = 0, right = 0, top = 0]: readonly number[],
): boolean {
  return size < MIN_TYPE_SIZE || x > right || y > top || y < bottom || x + width < left
}

function breakBetween(lastY: number, { y, size }: Place, text: string): string {
  if (Math.abs(lastY - y) <= size * 0.6) return ''
  const isParagraph = lastY - y > size * 2.2
  const wanted = isParagraph ? 2 : 1
  const there = /\n*$/u.exec(text)![0].length
  return '\n'.repeat(Math.max(0, wanted - there))
}

/** A line that is cut by the margin goes on in the next one: Chinese has no hyphen to tell. */
function joinWrapped(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  const longest = Math.max(...lines.map((line) => line.length), 0)
  return lines
    .map((line, i) => {
      const next = lines[i + 1]
      const isCut =
        line.length > longest * 0.8 &&
        /[\p{Script=Han}、，]$/u.test(line) &&
        next !== undefined &&
        /^[\p{Script=Han}「（，、。]/u.test(next)
      const startsAnew =
        next !== undefined &&
        /^(?:第\s*[\d一二三四五六七八九十百]+\s*[條章節編]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）])/u.test(
          next,
        )
      return isCut && !startsAnew ? line : `${line}\n`
    })
    .join('')
}

async function readTitle(document: PDFDocumentProxy): Promise<string | null> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  const title = (info as { Title?: unknown }).Title
  if (typeof title !== 'string') return null
  const clean = title
    .replace(/^Microsoft Word\s*-\s*/iu, '')
    .replace(/\.(?:docx?|pdf|pages|odt)$/iu, '')
    .trim()
  // What programs write of their own accord is no title.
  return clean.length > 1 && !/^(?:untitled|document\d*|文件\d*|未命名)|^[a-z]+:/iu.test(clean) ? clean : null
}
