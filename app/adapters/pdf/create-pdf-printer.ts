import type { Printer } from '~/domain/print-ports'
import { buildPrintDocument } from './documents/build-print-document'
import type { DocumentWords } from './documents/document-words'
import { createPageDrawer } from './draw-document'
import { layOutDocument } from './layout/lay-out-document'
import { loadFonts } from './load-fonts'
import { createTextCleaner } from './text/clean-text'

/** How long a step may keep others waiting. */
const STEP_MS = 12

/** PDFs by pdfkit: tagged, with bookmarks, in an embedded subset of Noto Sans TC. */
export function createPdfPrinter(words: DocumentWords): Printer {
  return {
    async print(input, onPages = async () => {}, signal) {
      // A megabyte of code that most starts never need.
      const [{ default: PDFDocument }, fonts] = await Promise.all([import('pdfkit'), loadFonts()])
      const pause = createPause(signal)
      const cleaner = createTextCleaner(fonts.hasGlyph)
      const document = buildPrintDocument(input, words)
      // Titles also go where nothing is set: bookmarks, running heads, properties.
      const named = { ...document, title: cleaner.clean(document.title), footLine: cleaner.clean(document.footLine) }
      const laidOut = await layOutDocument(named, fonts, cleaner, pause)
      const pdf = new PDFDocument({
        autoFirstPage: false,
        bufferPages: false,
        pdfVersion: '1.7',
        tagged: true,
        displayTitle: true,
        lang: 'zh-Hant',
        fontLayoutCache: false,
        font: '',
        info: {
          Title: named.title,
          Author: document.author,
          Creator: '對練 Duilian',
          CreationDate: new Date(`${input.printedOn}T00:00:00+08:00`),
        },
      } as PDFKit.PDFDocumentOptions)
      const bytes = collect(pdf)
      const drawer = createPageDrawer(pdf, named, laidOut, fonts)
      for (const page of laidOut.pages) {
        drawer.drawPage(page)
        await onPages(page.number)
        await pause()
      }
      drawer.end()
      pdf.end()
      return { bytes: await bytes, pageCount: laidOut.pages.length, missing: cleaner.listMissing() }
    },
  }
}

function collect(pdf: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    pdf.on('error', reject)
  })
}

/** @returns a function that gives way to others when a step has lasted long enough, and ends everything when it was called off. */
function createPause(signal: AbortSignal | undefined) {
  let begin = performance.now()
  return async () => {
    if (performance.now() - begin < STEP_MS) return
    await new Promise((resolve) => setImmediate(resolve))
    signal?.throwIfAborted()
    begin = performance.now()
  }
}
