import type { ItemType } from './item'

/** As printed papers and tables name the types. */
export const ITEM_TYPE_NAMES: Readonly<Record<ItemType, string>> = {
  single: '單選',
  multiple: '複選',
  'true-false': '是非',
  cloze: '填空',
  matching: '配對',
  ordering: '排序',
  'short-answer': '簡答',
  situation: '情境',
}
