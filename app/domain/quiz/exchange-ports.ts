import type { WriteFormat } from './exchange-formats'
import type { ItemContent } from './item'

export type ExchangeItem = { id: string; content: ItemContent }

/** A file for another system, and what it could not hold. */
export type WrittenFile = {
  bytes: Uint8Array
  extension: string
  contentType: string
  skipped: { itemId: string; reason: string }[]
}

/** `place` says where, in the words of the file: a row, or the question's first words. Reasons in Traditional Chinese. */
export type ReadItems =
  | { status: 'read'; items: { place: string; content: ItemContent }[]; faults: { place: string; reason: string }[] }
  | { status: 'refused'; reason: string }

/** Items to and from the files of other systems. Never throws for what is wrong with a file. */
export type ItemExchange = {
  write(format: WriteFormat, title: string, items: readonly ExchangeItem[]): Promise<WrittenFile>
  /** GIFT, CSV or XLSX, told by the file's name and content. */
  read(name: string, bytes: Uint8Array): Promise<ReadItems>
  /** Any table, as CSV or XLSX; the head first. */
  writeTable(format: 'csv' | 'xlsx', title: string, rows: readonly (readonly string[])[]): Promise<WrittenFile>
}
