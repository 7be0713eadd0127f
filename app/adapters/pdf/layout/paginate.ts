import type { Page, Strip } from './page-parts'

export type PageRoom = {
  top: number
  bottom: number
  /** Of one note, in points. */
  heightOfNote(note: number): number
  /** Of the rule above the notes, with its room. */
  noteRule: number
}

/**
 * Puts strips on pages from top to bottom. The notes that a page refers to stand at its own foot, and take room from the text.
 *
 * What keeps together moves together, unless it fills more than a page by itself.
 * @returns at least one page; `y` of a strip is measured from the top of the page.
 */
export function paginate(strips: readonly Strip[], room: PageRoom): Page[] {
  const pages: Page[] = [{ strips: [], notes: [], chapter: '' }]
  let y = room.top
  const startPage = (strip: Strip) => {
    pages.push({ strips: [], notes: [], chapter: strip.chapter ?? pages.at(-1)!.chapter })
    y = room.top
    for (const head of strip.head ?? []) place(head, true)
  }
  const place = (strip: Strip, isRepeated: boolean) => {
    const page = pages.at(-1)!
    if (page.strips.length > 0) y += strip.gap
    page.strips.push({ strip, y, isRepeated })
    page.notes.push(...strip.notes.filter((note) => !page.notes.includes(note)))
    y += strip.height
  }
  for (let at = 0; at < strips.length; ) {
    const group = takeGroup(strips, at)
    const page = pages.at(-1)!
    const isFresh = page.strips.every((one) => one.isRepeated)
    if (group[0]!.startsPage && page.strips.length > 0) startPage(group[0]!)
    else if (!isFresh && !fits(group, page, y, room)) startPage(group[0]!)
    placeGroup(group, room, place, startPage, () => ({ page: pages.at(-1)!, y }))
    at += group.length
    if (group[0]!.chapter !== undefined && pages.at(-1)!.chapter === '') pages.at(-1)!.chapter = group[0]!.chapter
  }
  return pages.map((one) => ({ ...one, notes: [...one.notes].sort((a, b) => a - b) }))
}

/** A strip with all that it keeps with it. */
function takeGroup(strips: readonly Strip[], at: number): Strip[] {
  let end = at
  while (strips[end]!.keepsNext && end + 1 < strips.length && !strips[end + 1]!.startsPage) end++
  return strips.slice(at, end + 1)
}

/** A group that is taller than a page is parted where it must be. */
function placeGroup(
  group: readonly Strip[],
  room: PageRoom,
  place: (strip: Strip, isRepeated: boolean) => void,
  startPage: (strip: Strip) => void,
  now: () => { page: Page; y: number },
) {
  for (const strip of group) {
    const { page, y } = now()
    const isFresh = page.strips.every((one) => one.isRepeated)
    if (!isFresh && !fits([strip], page, y, room)) startPage(strip)
    place(strip, false)
  }
}

function fits(group: readonly Strip[], page: Page, y: number, room: PageRoom): boolean {
  const height = group.reduce((sum, strip) => sum + strip.gap + strip.height, 0)
  const notes = new Set([...page.notes, ...group.flatMap((strip) => strip.notes)])
  const noteHeight = [...notes].reduce((sum, note) => sum + room.heightOfNote(note), notes.size > 0 ? room.noteRule : 0)
  return y + height + noteHeight <= room.bottom + 0.01
}
