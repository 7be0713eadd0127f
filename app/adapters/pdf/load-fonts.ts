import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'
import type { Measure, Weight } from './text/break-lines'

const require = createRequire(import.meta.url)
/** Static TrueType files: a woff2 would be embedded without its shapes and print blank pages. */
const FILES: Record<Weight, () => string> = {
  regular: () => require.resolve('@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf'),
  medium: () => require.resolve('@expo-google-fonts/noto-sans-tc/500Medium/NotoSansTC_500Medium.ttf'),
  bold: () => require.resolve('@expo-google-fonts/noto-sans-tc/700Bold/NotoSansTC_700Bold.ttf'),
}
const WEIGHTS = ['regular', 'medium', 'bold'] as const

export type FontSet = {
  /** To be handed to pdfkit as they are. */
  fonts: Record<Weight, Font>
  hasGlyph(codePoint: number): boolean
  measure: Measure
}

let loaded: Promise<FontSet> | null = null

/** The three weights of Noto Sans TC, parsed once in a process. */
export function loadFonts(): Promise<FontSet> {
  loaded ??= readFonts().catch((error) => {
    loaded = null
    throw error
  })
  return loaded
}

async function readFonts(): Promise<FontSet> {
  const fontkit = await import('fontkit')
  const entries: [Weight, Font][] = []
  for (const weight of WEIGHTS) {
    const bytes = await readFile(FILES[weight]())
    entries.push([weight, setWordByWord(fontkit.create(bytes) as Font)])
  }
  const fonts = Object.fromEntries(entries) as Record<Weight, Font>
  return {
    fonts,
    // The weights hold the same characters, which a test makes sure of.
    hasGlyph: (codePoint) => fonts.regular.hasGlyphForCodePoint(codePoint),
    measure: createMeasure(fonts),
  }
}

const LATIN_WORD = /[!-~\u00c0-\u024f]+/gu

/**
 * Chinese needs no shaping: a character is its glyph. Only Latin words go through the font's own layout, for their kerning, and each only once.
 * That makes a page of text ten times as fast.
 */
function setWordByWord(font: Font): Font {
  const shape = font.layout.bind(font)
  const words = new Map<string, ReturnType<Font['layout']>>()
  const shapeWord = (word: string) => {
    const known = words.get(word)
    if (known) return known
    const run = shape(word)
    words.set(word, run)
    return run
  }
  const setGlyphs = (text: string) =>
    [...text].map((character) => {
      const glyph = font.glyphForCodePoint(character.codePointAt(0)!)
      return { glyph, xAdvance: glyph.advanceWidth }
    })
  const setWord = (word: string) => {
    const { glyphs, positions } = shapeWord(word)
    return glyphs.map((glyph, index) => ({ glyph, xAdvance: positions[index]!.xAdvance }))
  }
  const layout = (text: string) => {
    const parts: ReturnType<typeof setGlyphs> = []
    let from = 0
    for (const match of text.matchAll(LATIN_WORD)) {
      parts.push(...setGlyphs(text.slice(from, match.index)), ...setWord(match[0]))
      from = match.index + match[0].length
    }
    parts.push(...setGlyphs(text.slice(from)))
    // New objects at every call: pdfkit scales them in place.
    const positions = parts.map(({ xAdvance }) => ({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 }))
    return {
      glyphs: parts.map((part) => part.glyph),
      positions,
      get advanceWidth() {
        return positions.reduce((sum, one) => sum + one.xAdvance, 0)
      },
    }
  }
  return Object.assign(font, { layout: layout as unknown as Font['layout'] })
}

function createMeasure(fonts: Record<Weight, Font>): Measure {
  const widths: Record<Weight, Map<string, number>> = { regular: new Map(), medium: new Map(), bold: new Map() }
  return (text, weight, size) => {
    const known = widths[weight].get(text)
    if (known !== undefined) return known * size
    const font = fonts[weight]
    const width = font.layout(text).advanceWidth / font.unitsPerEm
    // Words and characters come again, whole lines do not.
    if (text.length <= MAX_KEPT_LENGTH) widths[weight].set(text, width)
    return width * size
  }
}
const MAX_KEPT_LENGTH = 6
