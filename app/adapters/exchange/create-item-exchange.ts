import type { ItemExchange, ReadItems } from '~/domain/quiz/exchange-ports'
import { fromTable, toTable } from './item-table'
import { readGift } from './read-gift'
import { readCsv, readXlsx, writeCsv, writeXlsx } from './table-files'
import { writeGift } from './write-gift'
import { writeMoodleXml } from './write-moodle-xml'
import { writeQti } from './write-qti'

const CSV_TYPE = 'text/csv; charset=utf-8'
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const EMPTY = '檔案是空的。'
const UNREADABLE = '文字編碼讀不懂，請存成 UTF-8 再試。'

/**
 * @param checkArchive throws for a zip that is broken or unpacks to too much; an XLSX is one.
 */
export function createItemExchange(checkArchive: (bytes: Uint8Array) => void): ItemExchange {
  const writeTable: ItemExchange['writeTable'] = async (format, title, rows) => ({
    bytes: format === 'csv' ? writeCsv(rows) : await writeXlsx(rows, title),
    extension: format,
    contentType: format === 'csv' ? CSV_TYPE : XLSX_TYPE,
    skipped: [],
  })
  return {
    writeTable,
    async write(format, title, items) {
      switch (format) {
        case 'gift':
          return writeGift(title, items)
        case 'moodle-xml':
          return writeMoodleXml(title, items)
        case 'qti':
          return writeQti(items)
        default:
          return writeTable(format, title, toTable(items))
      }
    },
    async read(name, bytes) {
      if (bytes.length === 0) return { status: 'refused', reason: EMPTY }
      const extension = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase()
      if (extension === 'xlsx') return readWorkbook(bytes, checkArchive)
      const text = decode(bytes)
      if (text === null) return { status: 'refused', reason: UNREADABLE }
      if (extension === 'csv') {
        const table = readCsv(text)
        return 'rows' in table ? fromTable(table.rows) : table
      }
      if (extension === 'gift' || extension === 'txt') return readGift(text)
      return { status: 'refused', reason: '只收 .gift、.csv 和 .xlsx。' }
    },
  }
}

async function readWorkbook(bytes: Uint8Array, checkArchive: (bytes: Uint8Array) => void): Promise<ReadItems> {
  try {
    checkArchive(bytes)
  } catch {
    return { status: 'refused', reason: '這個 Excel 檔壞了，或解開後太大。' }
  }
  const table = await readXlsx(bytes)
  return 'rows' in table ? fromTable(table.rows) : table
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
