import type { ItemCitation } from '~/domain/quiz/item'
import type { FontSet } from '../load-fonts'
import type { TextCleaner } from '../text/clean-text'
import { composeBlock } from './compose-block'
import { composeContents } from './compose-contents'
import { type ComposeContext, composeLines, LOOKS, toRuns } from './compose-context'
import type { Anchor, Page, Strip, StructNode } from './page-parts'
import { paginate } from './paginate'
import type { PrintBlock } from './print-block'
import type { PrintDocument } from './print-document'

export type LaidOutPage = Page & { number: number; isBare: boolean; noteStrips: readonly Strip[] }
export type LaidOutDocument = { pages: LaidOutPage[] }

/** Between the text and the notes: room, a short rule, room. */
export const NOTE_RULE = 16
const NOTE_INDENT = 14
/** Longer wordings are cut: the source is named, the whole text is not reprinted. */
const MAX_NOTE_QUOTE = 110

/**
 * Puts a whole document on numbered pages. Pauses between blocks.
 *
 * Pages are counted from 1, the cover among them, so that a number in the contents is also the one that the viewer shows.
 */
export async function layOutDocument(
  document: PrintDocument,
  { measure }: Pick<FontSet, 'measure'>,
  cleaner: Pick<TextCleaner, 'clean'>,
  pause: () => Promise<void>,
): Promise<LaidOutDocument> {
  const notes = createNotes(cleaner)
  const { left, width, top, bottom } = document.frame
  let anchors = 0
  const context: ComposeContext = {
    measure,
    clean: cleaner.clean,
    left,
    width,
    citeNote: notes.cite,
    startChapter: notes.startChapter,
    nextAnchorId: () => `p${++anchors}`,
  }
  const noteStrips = new Map<number, Strip[]>()
  const stripsOf = (note: number) => {
    const known = noteStrips.get(note)
    if (known) return known
    const strips = composeNote(context, notes.read(note))
    noteStrips.set(note, strips)
    return strips
  }
  const room = { top, bottom, noteRule: NOTE_RULE, heightOfNote: (note: number) => sumHeights(stripsOf(note)) }
  const compose = async (blocks: readonly PrintBlock[]) => {
    const strips: Strip[] = []
    for (const block of blocks) {
      const composed = composeBlock(context, block)
      strips.push(...composed)
      // Set now, so that putting everything on pages is quick.
      for (const note of composed.flatMap((strip) => strip.notes)) stripsOf(note)
      await pause()
    }
    return strips
  }
  const cover = document.cover ? paginate(await compose(document.cover), room) : []
  const strips = await compose(document.body)
  const body = paginate(strips, room)
  await pause()
  const contents = document.hasContents ? composeContentsPages(context, body, cover.length, room) : []
  await pause()
  const pages = [...cover, ...contents, ...body]
  return {
    pages: pages.map((page, index) => ({
      ...page,
      number: index + 1,
      isBare: index < cover.length,
      noteStrips: page.notes.flatMap(stripsOf),
    })),
  }
}

const sumHeights = (strips: readonly Strip[]) => strips.reduce((sum, strip) => sum + strip.height, 0)

function composeContentsPages(
  context: ComposeContext,
  body: readonly Page[],
  coverCount: number,
  room: Parameters<typeof paginate>[1],
): Page[] {
  const found = body.flatMap((page, index) =>
    page.strips.flatMap(({ strip, isRepeated }): { anchor: Anchor; index: number }[] =>
      strip.anchor && !isRepeated ? [{ anchor: strip.anchor, index }] : [],
    ),
  )
  const set = (before: number) =>
    paginate(
      composeContents(
        context,
        '目錄',
        found.map(({ anchor, index }) => ({ anchor, pageNumber: before + index + 1 })),
      ),
      room,
    )
  return set(coverCount + set(0).length)
}

type Note = { number: number; citation: ItemCitation }

/** Numbers citations within a chapter by first mention; the same place has one number there. */
function createNotes(cleaner: Pick<TextCleaner, 'clean'>) {
  const notes: Note[] = []
  let inChapter = new Map<string, number>()
  return {
    startChapter() {
      inChapter = new Map()
    },
    cite(citation: ItemCitation) {
      const key = `${citation.passageId}\n${citation.quote ?? ''}`
      const known = inChapter.get(key)
      const id = known ?? notes.push({ number: inChapter.size + 1, citation }) - 1
      inChapter.set(key, id)
      return { id, number: notes[id]!.number }
    },
    read: (id: number) => ({ ...notes[id]!, text: cleaner.clean(describeCitation(notes[id]!.citation)) }),
  }
}

/** 保險法 §64（2025-06-18 版）：「…」 */
export function describeCitation({ passageId, label, quote }: ItemCitation): string {
  const version = /@([^#~]+)/u.exec(passageId)?.[1]
  const edition = version && /^\d{4}/u.test(version) ? `（${version} 版）` : ''
  if (!quote) return `${label}${edition}`
  const characters = [...quote.replace(/\s+/gu, ' ').trim()]
  const words =
    characters.length > MAX_NOTE_QUOTE
      ? `${characters.slice(0, MAX_NOTE_QUOTE).join('')}…（節錄）`
      : characters.join('')
  return `${label}${edition}：「${words}」`
}

function composeNote(context: ComposeContext, note: Note & { text: string }): Strip[] {
  const node: StructNode = { role: 'Note', parent: null }
  const look = LOOKS.note
  const number = composeLines(context, toRuns(context, String(note.number), { ...look, weight: 'medium' }), {
    x: context.left,
    width: NOTE_INDENT * 2,
    leading: look.leading,
    node,
  })[0]!
  const lines = composeLines(context, toRuns(context, note.text, look), {
    x: context.left + NOTE_INDENT,
    width: context.width - NOTE_INDENT,
    leading: look.leading,
    node,
  })
  return lines.map((line, index) => (index === 0 ? { ...line, ops: [...number.ops, ...line.ops] } : line))
}
