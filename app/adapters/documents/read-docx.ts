import { strFromU8, strToU8, zipSync } from 'fflate'
import type { TextFlag } from '../../domain/knowledge/find-suspicious-text'
import { openZip } from './open-zip'
import { type HtmlText, readHtml } from './read-html'
import { FileRefused } from './refuse-file'

const MAIN_PART = 'word/document.xml'
const MACRO_PART = /(?:^|\/)vba(?:Project|Data)[^/]*$/iu
/** XML of the text and of what it needs to be read; pictures, fonts and embedded files stay packed. */
const NEEDED_PART = /^(?:\[Content_Types\]\.xml|_rels\/.*|word\/(?:[^/]+\.xml|_rels\/.*)|docProps\/core\.xml)$/u

const RUN = /<w:r[ >](?:(?!<w:r[ >])[\s\S])*?<\/w:r>/gu
const RUN_PROPERTIES = /<w:rPr>([\s\S]*?)<\/w:rPr>/u
const HIDING_PROPERTY =
  /<w:(?:vanish|webHidden|specVanish)(?:\s*\/>|\s+w:val="(?:1|true|on)"\s*\/>)|<w:color\b[^>]*w:val="(?:FFFFFF|ffffff)"[^>]*\/>|<w:sz\s+w:val="[1-4]"\s*\/>/u

/**
 * Reads the text of a DOCX with its headings, lists and tables.
 *
 * The zip is unpacked under guard first, and only its text parts are handed on. Hidden runs (Word's "hidden", white, or smaller than 2.5 pt) are left out and flagged.
 * @throws FileRefused for macros, zip bombs, entity declarations, and what is no DOCX.
 */
export async function readDocx(bytes: Uint8Array): Promise<HtmlText> {
  const { names, parts } = openZip(bytes, (name) => NEEDED_PART.test(name))
  if (names.some((name) => MACRO_PART.test(name))) throw new FileRefused('macros')
  const types = parts.get('[Content_Types].xml')
  if (types && /macroEnabled/u.test(strFromU8(types))) throw new FileRefused('macros')
  const main = parts.get(MAIN_PART)
  if (!main || !types) throw new FileRefused(names.length > 0 && !main ? 'wrong-extension' : 'broken', MAIN_PART)
  for (const [name, part] of parts)
    if (/<!(?:DOCTYPE|ENTITY)/u.test(strFromU8(part.subarray(0, 4_096)))) throw new FileRefused('broken', name)
  const { xml, flags } = dropHiddenRuns(strFromU8(main))
  parts.set(MAIN_PART, strToU8(xml))
  const html = await convert(zipSync(Object.fromEntries(parts), { level: 0 }))
  const read = readHtml(html)
  return { title: readCoreTitle(parts), tokens: read.tokens, flags: [...flags, ...read.flags] }
}

async function convert(docx: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(docx) },
      {
        ignoreEmptyParagraphs: true,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    return value
  } catch {
    throw new FileRefused('broken')
  }
}

function dropHiddenRuns(xml: string): { xml: string; flags: TextFlag[] } {
  const flags: TextFlag[] = []
  const visible = xml.replace(RUN, (run) => {
    const properties = RUN_PROPERTIES.exec(run)?.[1]
    if (properties === undefined || !HIDING_PROPERTY.test(properties)) return run
    const words = [...run.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)].map((found) => found[1]).join('')
    if (words.trim() !== '') flags.push({ code: 'hidden-text', quote: words, count: 1 })
    return ''
  })
  return { xml: visible, flags }
}

function readCoreTitle(parts: ReadonlyMap<string, Uint8Array>): string | null {
  const core = parts.get('docProps/core.xml')
  const title = core && /<dc:title>([^<]{1,200})<\/dc:title>/u.exec(strFromU8(core))?.[1]?.trim()
  return title ? title : null
}
