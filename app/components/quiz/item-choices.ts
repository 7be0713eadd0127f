import type { Ability, ItemOrigin, ItemStatus, ItemType } from '~/domain/quiz/item'

// Lists for selects and tick boxes, apart from the domain's schemas, which need not travel to the browser.

const keysOf = <Key extends string>(all: Record<Key, true>) => Object.keys(all) as Key[]

/** In the order of a form. */
export const TYPE_CHOICES = keysOf<ItemType>({
  single: true,
  multiple: true,
  'true-false': true,
  cloze: true,
  matching: true,
  ordering: true,
  'short-answer': true,
  situation: true,
})
export const ABILITY_CHOICES = keysOf<Ability>({ recall: true, understand: true, apply: true })
export const STATUS_CHOICES = keysOf<ItemStatus>({ draft: true, edited: true, approved: true, retired: true })
export const ORIGIN_CHOICES = keysOf<ItemOrigin>({ generated: true, written: true, imported: true, exam: true })
export const STATUS_TONES = { draft: 'plain', edited: 'weak', approved: 'good', retired: 'plain' } as const
