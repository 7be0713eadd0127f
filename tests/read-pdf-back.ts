import { createRequire } from 'node:module'
import path from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api'

/** A piece of text with its place in points, from the left and from the top of the page. */
export type PlacedText = { text: string; x: number; y: number; size: number; width: number }
type Canvas = { canvas: { width: number; height: number }; context: CanvasRenderingContext2D }
type CanvasFactory = { create(width: number, height: number): Canvas }

const SCALE = 1.5
/** Darker than this is ink; 0 is black. */
const INK = 200

/** Opens a PDF as a reader would, to look at its text, its structure and its ink. */
export async function readPdfBack(bytes: Uint8Array) {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
    isEvalSupported: false,
    // Shapes come from the embedded font, never from one of this machine.
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  const document = await task.promise
  return {
    document,
    pageCount: document.numPages,
    readPage: async (number: number) => readPlaced(await document.getPage(number)),
    readText: async (number: number) =>
      (await readPlaced(await document.getPage(number))).map((one) => one.text).join(''),
    /** Title and page of every bookmark, depth first. */
    readBookmarks: () => readBookmarks(document),
    /** The share of dark points within each piece of text, and of the whole page. */
    measureInk: async (number: number) => measureInk(document, await document.getPage(number)),
    /** Roles of the structure of a page, depth first. */
    async listRoles(number: number) {
      const tree = await (await document.getPage(number)).getStructTree()
      const roles: string[] = []
      const walk = (node: unknown) => {
        const { role, children = [] } = node as { role?: string; children?: unknown[] }
        if (role) roles.push(role)
        for (const child of children) walk(child)
      }
      walk(tree)
      return roles
    },
    close: () => task.destroy(),
  }
}

async function readPlaced(page: PDFPageProxy): Promise<PlacedText[]> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  const height = page.view[3]!
  return items
    .filter((one): one is TextItem => 'str' in one && one.str.trim() !== '')
    .map((one) => {
      const [, , , size = 0, x = 0, y = 0] = one.transform as number[]
      return { text: one.str, x, y: height - y, size, width: one.width }
    })
}

async function readBookmarks(document: PDFDocumentProxy): Promise<[string, number][]> {
  type Node = { title: string; dest: string | unknown[] | null; items: Node[] }
  const found: [string, number][] = []
  const walk = async (nodes: readonly Node[]) => {
    for (const node of nodes) {
      const target = (Array.isArray(node.dest) ? node.dest : [])[0] as Parameters<typeof document.getPageIndex>[0]
      found.push([node.title, (await document.getPageIndex(target)) + 1])
      await walk(node.items)
    }
  }
  await walk(((await document.getOutline()) ?? []) as Node[])
  return found
}

async function measureInk(document: PDFDocumentProxy, page: PDFPageProxy) {
  const viewport = page.getViewport({ scale: SCALE })
  const factory = document.canvasFactory as CanvasFactory
  const made = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
  await page.render({ canvas: made.canvas as HTMLCanvasElement, canvasContext: made.context, viewport }).promise
  const share = (x: number, y: number, width: number, height: number) => {
    const { data } = made.context.getImageData(x, y, Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height)))
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at]! + data[at + 1]! + data[at + 2]!) / 3 < INK) dark++
    return dark / (data.length / 4)
  }
  const texts = (await readPlaced(page)).map((one) => ({
    text: one.text,
    ink: share(one.x * SCALE, (one.y - one.size * 0.85) * SCALE, one.width * SCALE, one.size * SCALE),
  }))
  return { texts, page: share(0, 0, made.canvas.width, made.canvas.height) }
}
