import type { Item, Paragraph, SubItem } from './passage'
import { readChineseNumber } from './read-chinese-number'

const ITEM = /^([一二三四五六七八九十百]+)、\s*(.*)$/u
const SUB_ITEM = /^(?:[（(]([一二三四五六七八九十]+)[)）]|(\d+)[.．、])\s*(.*)$/u

/**
 * Splits the text of an article, one provision per line, into paragraphs (項), items (款) and sub-items (目).
 *
 * A line `一、…` belongs to the paragraph above it and `（一）…` or `1.…` to the item above; where there is none above, the line is a
 * paragraph of its own. Everything else begins a new paragraph. Numbers are those the text itself writes; paragraphs are counted from 1.
 */
export function splitProvisions(text: string): Paragraph[] {
  const paragraphs: { number: number; text: string; items: { number: number; text: string; subItems: SubItem[] }[] }[] =
    []
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (line === '') continue
    const paragraph = paragraphs.at(-1)
    const item = ITEM.exec(line)
    const subItem = SUB_ITEM.exec(line)
    if (item && paragraph) {
      paragraph.items.push({ number: readChineseNumber(item[1]!)!, text: item[2]!, subItems: [] })
    } else if (subItem && paragraph?.items.length) {
      const number = subItem[1] ? readChineseNumber(subItem[1])! : Number(subItem[2])
      paragraph.items.at(-1)!.subItems.push({ number, text: subItem[3]! })
    } else paragraphs.push({ number: paragraphs.length + 1, text: line, items: [] })
  }
  return paragraphs
}

/** A place inside a passage: paragraph, then item, then sub-item. */
export type ProvisionAddress = { paragraph: number; item?: number; subItem?: number }

/**
 * @returns the words at that place, with an item's sub-items and a paragraph's items behind it, one a line; null where the text has no such place.
 */
export function findProvision(paragraphs: readonly Paragraph[], address: ProvisionAddress): string | null {
  const paragraph = paragraphs.find((one) => one.number === address.paragraph)
  if (!paragraph) return null
  if (address.item === undefined) return [paragraph.text, ...paragraph.items.map(joinItem)].join('\n')
  const item = paragraph.items.find((one) => one.number === address.item)
  if (!item) return null
  if (address.subItem === undefined) return joinItem(item)
  return item.subItems.find((one) => one.number === address.subItem)?.text ?? null
}

function joinItem(item: Item): string {
  return [item.text, ...item.subItems.map((one) => one.text)].join('\n')
}

/** @returns 「第2項第3款第1目」. */
export function formatProvision({ paragraph, item, subItem }: ProvisionAddress): string {
  return `第${paragraph}項${item === undefined ? '' : `第${item}款`}${subItem === undefined ? '' : `第${subItem}目`}`
}
