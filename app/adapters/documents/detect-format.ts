import { FileRefused } from './refuse-file'

export type SourceFormat = 'markdown' | 'text' | 'html' | 'pdf' | 'docx' | 'json'

const BY_EXTENSION: Readonly<Record<string, SourceFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
  docx: 'docx',
  json: 'json',
}
const MACRO_EXTENSIONS = new Set(['docm', 'dotm', 'xlsm', 'pptm'])
/** What the first bytes say, for formats that have such. */
const EXPECTED_MIME: Partial<Record<SourceFormat, readonly string[]>> = {
  pdf: ['application/pdf'],
  // A DOCX whose parts stand in an unusual order is told from other zips only when it is opened.
  docx: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/zip',
    'application/vnd.ms-word.document.macroenabled.12',
  ],
}
const OLD_OFFICE = 'application/x-cfb'

/** @returns the extensions that can be taken in, without the dot. */
export const SUPPORTED_EXTENSIONS: readonly string[] = Object.keys(BY_EXTENSION)

/**
 * Decides by both extension and content what a file is.
 *
 * @throws FileRefused when it is of no supported kind, or when the two contradict each other.
 */
export async function detectFormat(name: string, bytes: Uint8Array): Promise<SourceFormat> {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (MACRO_EXTENSIONS.has(extension)) throw new FileRefused('macros')
  const format = BY_EXTENSION[extension]
  if (!format) throw new FileRefused('unsupported', extension === '' ? name : `.${extension}`)
  const { fileTypeFromBuffer } = await import('file-type')
  // Parsers of foreign bytes may throw on what they half recognise.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  compareWithContent(format, found?.mime)
  return format
}

/** @param mime what the first bytes say; undefined for text and for what is unknown. */
function compareWithContent(format: SourceFormat, mime: string | undefined): void {
  const expected = EXPECTED_MIME[format]
  if (expected) {
    if (mime !== undefined && expected.includes(mime)) return
    // Word keeps a password-protected DOCX in its old container.
    if (format === 'docx' && mime === OLD_OFFICE) throw new FileRefused('encrypted')
    throw new FileRefused(mime === undefined ? 'broken' : 'wrong-extension', mime)
  }
  const isText = mime === undefined || mime.startsWith('text/') || mime === 'application/xml'
  if (!isText) throw new FileRefused('wrong-extension', mime)
}
