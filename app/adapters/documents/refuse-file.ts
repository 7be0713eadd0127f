import { TOO_LARGE } from '../../domain/knowledge/import-limits'
import type { Refusal, RefusalCode } from '../../domain/knowledge/knowledge-ports'
import type { Localised } from '../../domain/shared/localised'

const MESSAGES: Readonly<
  Record<Exclude<RefusalCode, 'duplicate' | 'not-a-document' | 'too-many' | 'failed'>, Localised>
> = {
  empty: { zh: '檔案裡沒有文字。', en: 'The file holds no text.' },
  'too-large': TOO_LARGE.message,
  'too-long': {
    zh: '文件太長或太複雜，請分成幾份再上傳。一份最多 500 萬字、3,000 頁。',
    en: 'The document is too long or too complex. Upload it in parts: five million characters and 3,000 pages each at most.',
  },
  unsupported: {
    zh: '不支援這種檔案。可以用 Markdown、純文字、HTML、PDF、DOCX，或法規資料庫的 JSON。',
    en: 'This kind of file is not supported. Use Markdown, plain text, HTML, PDF, DOCX or the JSON of the law database.',
  },
  'wrong-extension': {
    zh: '副檔名和內容不符，請確認是不是選錯檔案。',
    en: 'The extension does not fit the content. Is it the right file?',
  },
  encrypted: {
    zh: '檔案有密碼保護，請先解除密碼再上傳。',
    en: 'The file is protected by a password. Remove it and upload again.',
  },
  scanned: {
    zh: '這是掃描的 PDF，沒有文字層。請先做文字辨識（OCR），或上傳原始檔。',
    en: 'This PDF is a scan without a text layer. Run text recognition (OCR) first, or upload the original.',
  },
  broken: { zh: '檔案損壞或不完整，讀不出來。', en: 'The file is broken or incomplete.' },
  macros: {
    zh: '檔案含有巨集，為了安全不收。請另存成沒有巨集的 DOCX。',
    en: 'The file holds macros and is refused. Save it as a DOCX without macros.',
  },
  'zip-bomb': {
    zh: '檔案解開後大得不合理，為了安全不收。',
    en: 'Unpacked, the file would be unreasonably large. It is refused.',
  },
  'not-text': {
    zh: '內容不是文字，或編碼讀不出來。請存成 UTF-8。',
    en: 'The content is no text, or its encoding is unknown. Save it as UTF-8.',
  },
}

/** A file that cannot be taken in; caught by the reader and told to whoever sent it. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly refusal: Refusal

  constructor(code: keyof typeof MESSAGES, place?: string) {
    super(code)
    this.refusal = { code, message: MESSAGES[code], ...(place !== undefined && { place }) }
  }
}
