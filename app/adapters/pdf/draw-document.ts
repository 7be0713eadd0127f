import type PDFKit from 'pdfkit'
import { cutToWidth } from './layout/compose-block'
import { type LaidOutDocument, type LaidOutPage, NOTE_RULE } from './layout/lay-out-document'
import { COLOURS, type DrawOp, type StructNode } from './layout/page-parts'
import type { PrintDocument } from './layout/print-document'
import type { FontSet } from './load-fonts'
import type { Weight } from './text/break-lines'

type Pdf = InstanceType<typeof PDFKit>
type Element = ReturnType<Pdf['struct']>
type Outline = { addItem(title: string, options?: { top?: number; expanded?: boolean }): Outline }

/** Draws pages into a PDF and keeps its structure tree and bookmarks. */
export function createPageDrawer(pdf: Pdf, document: PrintDocument, laidOut: LaidOutDocument, fonts: FontSet) {
  const structure = createStructure(pdf)
  const outlines: { chapter: Outline | null } = { chapter: null }
  // Registered by name: pdfkit finds a name faster than it compares fonts.
  for (const weight of ['regular', 'medium', 'bold'] as const)
    pdf.registerFont(weight, fonts.fonts[weight] as unknown as PDFKit.Mixins.PDFFontSource)
  return {
    drawPage(page: LaidOutPage) {
      pdf.addPage({ size: [document.frame.pageWidth, document.frame.pageHeight], margin: 0 })
      const pen = createPen(pdf, structure)
      if (document.ornament && (page.isBare || document.ornament === 'double-frame')) drawOrnament(pen, document)
      for (const { strip, y, isRepeated } of page.strips) {
        if (strip.anchor && !isRepeated) {
          pdf.addNamedDestination(strip.anchor.id, 'XYZ', 0, Math.max(0, y - 12), null)
          addBookmark(pdf, outlines, strip.anchor, y)
        }
        for (const op of strip.ops) pen.draw(op, y)
      }
      drawNotes(pen, page, document)
      if (!page.isBare) drawRunningLines(pen, page, document, laidOut.pages.length, fonts)
      pen.close()
    },
    end: () => structure.end(),
  }
}

function addBookmark(
  pdf: Pdf,
  outlines: { chapter: Outline | null },
  anchor: { title: string; level: 1 | 2 },
  y: number,
) {
  const root = pdf.outline as unknown as Outline
  const options = { top: Math.max(0, y - 12), expanded: false }
  if (anchor.level === 1) outlines.chapter = root.addItem(anchor.title, options)
  else (outlines.chapter ?? root).addItem(anchor.title, options)
}

/** Elements of the tree, made when something of theirs is drawn first, in reading order. */
function createStructure(pdf: Pdf) {
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const elements = new Map<StructNode, Element>()
  const find = (node: StructNode): Element => {
    const known = elements.get(node)
    if (known) return known
    const parent = node.parent ? find(node.parent) : root
    const options = { ...(node.alt && { alt: node.alt }), ...(node.scope && { scope: node.scope }) }
    const element = pdf.struct(node.role as Parameters<Pdf['struct']>[0], options)
    parent.add(element)
    elements.set(node, element)
    return element
  }
  return { find, end: () => root.end() }
}

type Pen = { draw(op: DrawOp, dy: number): void; close(): void }

/** Keeps one stretch of marked content open as long as what is drawn belongs to one node. */
function createPen(pdf: Pdf, structure: ReturnType<typeof createStructure>): Pen {
  let open: StructNode | null | undefined
  const close = () => {
    if (open !== undefined) pdf.endMarkedContent()
    open = undefined
  }
  const turnTo = (node: StructNode | null) => {
    if (open === node) return
    close()
    if (node === null) pdf.markContent('Artifact', { type: 'Layout' })
    else structure.find(node).add(pdf.markStructureContent(node.role))
    open = node
  }
  return {
    draw(op, dy) {
      if (op.kind === 'link') {
        close()
        drawLink(pdf, structure.find(op.node), op, dy)
        return
      }
      turnTo(op.node)
      drawShape(pdf, op, dy)
    },
    close,
  }
}

function drawLink(pdf: Pdf, element: Element, op: Extract<DrawOp, { kind: 'link' }>, dy: number) {
  const area = [op.x, op.y + dy, op.width, op.height] as const
  const options = { structParent: element } as PDFKit.Mixins.AnnotationOption
  if (/^https?:/u.test(op.to)) pdf.link(...area, op.to, options)
  else pdf.goTo(...area, op.to, options)
  // Now, while its page is open: the reference to the annotation names the page.
  element.end()
}

function drawShape(pdf: Pdf, op: Exclude<DrawOp, { kind: 'link' }>, dy: number) {
  const y = op.y + dy
  switch (op.kind) {
    case 'text':
      drawText(pdf, op, y)
      return
    case 'rect':
      pdf.rect(op.x, y, op.width, op.height).fill(op.fill)
      return
    case 'frame':
      pdf.lineWidth(0.8).rect(op.x, y, op.width, op.height).stroke(op.stroke)
      return
    case 'line':
      if (op.dash) pdf.dash(op.dash[0], { space: op.dash[1] })
      pdf
        .lineWidth(op.thickness)
        .moveTo(op.x, y)
        .lineTo(op.toX, op.toY + dy)
        .stroke(op.stroke)
      if (op.dash) pdf.undash()
      return
    case 'path':
      drawPath(pdf, op, y)
  }
}

const drawText = (pdf: Pdf, op: { text: string; weight: Weight; size: number; colour: string; x: number }, y: number) =>
  pdf
    .font(op.weight)
    .fontSize(op.size)
    .fillColor(op.colour)
    .text(op.text, op.x, y, { lineBreak: false, baseline: 'alphabetic' })

function drawPath(pdf: Pdf, op: Extract<DrawOp, { kind: 'path' }>, y: number) {
  pdf.save().translate(op.x, y)
  if (op.opacity !== undefined) pdf.fillOpacity(op.opacity)
  pdf.path(op.path)
  if (op.stroke)
    pdf
      .lineWidth(op.thickness ?? 1)
      .lineCap('round')
      .lineJoin('round')
  if (op.fill && op.stroke) pdf.fillAndStroke(op.fill, op.stroke)
  else if (op.fill) pdf.fill(op.fill)
  else if (op.stroke) pdf.stroke(op.stroke)
  pdf.restore()
}

/** Notes stand on the last lines of the text area, however short the text is. */
function drawNotes(pen: Pen, { noteStrips }: LaidOutPage, { frame }: PrintDocument) {
  if (noteStrips.length === 0) return
  let y = frame.bottom - noteStrips.reduce((sum, strip) => sum + strip.height, 0)
  const rule = y - NOTE_RULE / 2
  pen.draw(
    {
      kind: 'line',
      x: frame.left,
      y: rule,
      toX: frame.left + 110,
      toY: rule,
      stroke: COLOURS.faint,
      thickness: 0.6,
      node: null,
    },
    0,
  )
  for (const strip of noteStrips) {
    for (const op of strip.ops) pen.draw(op, y)
    y += strip.height
  }
}

const RUNNING_SIZE = 8.5

function drawRunningLines(pen: Pen, page: LaidOutPage, document: PrintDocument, total: number, fonts: FontSet) {
  const { left, width, pageHeight, top } = document.frame
  const cut = (text: string, share: number) => cutToWidth(fonts, text, 'regular', RUNNING_SIZE, width * share)
  const write = (text: string, x: number, y: number) =>
    pen.draw({ kind: 'text', x, y, text, weight: 'regular', size: RUNNING_SIZE, colour: COLOURS.faint, node: null }, 0)
  const right = (text: string) => left + width - fonts.measure(text, 'regular', RUNNING_SIZE)
  if (document.ornament !== 'double-frame') {
    write(cut(document.title, 0.56), left, top - 32)
    const chapter = cut(page.chapter, 0.4)
    if (chapter) write(chapter, right(chapter), top - 32)
    const y = top - 22
    pen.draw(
      { kind: 'line', x: left, y, toX: left + width, toY: y, stroke: COLOURS.hairline, thickness: 0.5, node: null },
      0,
    )
  }
  const number = `${page.number} / ${total}`
  write(cut(document.footLine, 0.8), left, pageHeight - 36)
  write(number, right(number), pageHeight - 36)
}

function drawOrnament(pen: Pen, { frame, ornament }: PrintDocument) {
  const { pageWidth: width, pageHeight: height } = frame
  if (ornament === 'side-band') {
    pen.draw({ kind: 'rect', x: 0, y: 0, width: 18, height, fill: COLOURS.teal, node: null }, 0)
    return
  }
  const box = (inset: number, stroke: string) =>
    pen.draw(
      { kind: 'frame', x: inset, y: inset, width: width - inset * 2, height: height - inset * 2, stroke, node: null },
      0,
    )
  box(20, COLOURS.teal)
  box(26, COLOURS.hairline)
}
