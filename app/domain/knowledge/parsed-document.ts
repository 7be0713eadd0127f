import type { Localised } from '../shared/localised'
import type { DocumentKind, EffectiveBasis, ParsedPassage } from './passage'

/** What a parser reads out of one file. */
export type ParsedDocument = {
  kind: DocumentKind
  title: string
  /** 法律, 命令 … or empty. */
  level: string
  amendedOn: string | null
  effectiveFrom: string | null
  effectiveBasis: EffectiveBasis
  effectiveNote: string
  /** 已廢止: kept for what was judged under it, never in force again. */
  isRepealed: boolean
  sourceUrl: string | null
  passages: readonly ParsedPassage[]
}

export type ParseFaultCode =
  | 'empty'
  | 'not-json'
  | 'not-a-law'
  | 'no-title'
  | 'no-articles'
  | 'repeated-article'
  | 'bad-date'

/** Why a file cannot be taken in, for the person who uploaded it. `place` says where, in the words of the file. */
export type ParseFault = { code: ParseFaultCode; message: Localised; place?: string }

export type ParseResult =
  | { status: 'parsed'; document: ParsedDocument }
  | { status: 'refused'; faults: readonly ParseFault[] }

const MESSAGES: Readonly<Record<ParseFaultCode, Localised>> = {
  empty: { zh: '檔案裡沒有文字。', en: 'The file holds no text.' },
  'not-json': { zh: '檔案不是完整的 JSON。', en: 'The file is not complete JSON.' },
  'not-a-law': {
    zh: '看不出這是法規資料庫的格式：找不到「法規名稱」和條文內容。',
    en: 'This is not the format of the law database: it has no 法規名稱 or no articles.',
  },
  'no-title': { zh: '找不到法規名稱或文件標題。', en: 'There is no name of the law or title of the document.' },
  'no-articles': { zh: '裡面沒有任何條文。', en: 'It holds no articles.' },
  'repeated-article': { zh: '同一條出現了兩次。', en: 'The same article occurs twice.' },
  'bad-date': { zh: '異動日期或修正日期讀不出來。', en: 'The date of the amendment cannot be read.' },
}

export function describeFault(code: ParseFaultCode, place?: string): ParseFault {
  return { code, message: MESSAGES[code], ...(place === undefined ? {} : { place }) }
}

export function refuse(...faults: ParseFault[]): ParseResult {
  return { status: 'refused', faults }
}
