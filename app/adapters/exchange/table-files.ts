import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import readExcel from 'read-excel-file/node'
import writeExcel from 'write-excel-file/node'
import type { ReadItems } from '~/domain/quiz/exchange-ports'

/** Excel takes a text for a formula when it begins with one of these. Source: OWASP, "CSV Injection". */
const FORMULA_START = /^[=+\-@\t\r]/u
const BYTE_ORDER_MARK = '﻿'

/** UTF-8 with a byte order mark, without which Excel takes Chinese for another code page. */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const safe = rows.map((row) => row.map((cell) => (FORMULA_START.test(cell) ? `'${cell}` : cell)))
  return new TextEncoder().encode(BYTE_ORDER_MARK + stringify(safe, { record_delimiter: 'windows' }))
}

/** Cells are texts and never formulas. */
export async function writeXlsx(rows: readonly (readonly string[])[], sheet: string): Promise<Uint8Array> {
  const [head = [], ...body] = rows
  const cells = [
    head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...body.map((row) => row.map((value) => (value === '' ? null : { value, type: String, wrap: true }))),
  ]
  // A sheet's name has at most 31 letters, none of these among them.
  const name = sheet.replace(/[\\/?*[\]:]/gu, ' ').slice(0, 31)
  return new Uint8Array(await writeExcel(cells, { sheet: name, stickyRowsCount: 1 }).toBuffer())
}

type Rows = { rows: string[][] } | Extract<ReadItems, { status: 'refused' }>

/** @returns the rows as texts; the apostrophe that our own files put before a formula is taken off. */
export function readCsv(text: string): Rows {
  try {
    const rows = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][]
    return { rows: rows.map((row) => row.map((cell) => (/^'[=+\-@]/u.test(cell) ? cell.slice(1) : cell))) }
  } catch (error) {
    const line = (error as { lines?: number }).lines
    return { status: 'refused', reason: `CSV 讀不懂${line ? `（第 ${line} 行附近）` : ''}：引號可能沒有成對。` }
  }
}

/** The first sheet. */
export async function readXlsx(bytes: Uint8Array): Promise<Rows> {
  try {
    const [sheet] = await readExcel(Buffer.from(bytes))
    return { rows: (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell)))) }
  } catch {
    return { status: 'refused', reason: '這不是完整的 Excel 檔（.xlsx）。' }
  }
}
