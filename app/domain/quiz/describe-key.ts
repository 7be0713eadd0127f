import type { ItemContent } from './item'

/** The key in one line, for lists and files; what it says is the item's own words. */
export function describeKey(content: ItemContent): string {
  switch (content.type) {
    case 'single':
    case 'multiple':
    case 'situation':
      return content.options
        .filter((option) => option.isKey)
        .map((option) => option.text)
        .join('；')
    case 'true-false':
      return content.isTrue ? '對' : '錯'
    case 'cloze':
      return content.blanks.map((blank) => blank.accepted[0]).join('；')
    case 'short-answer':
      return content.modelAnswer
    case 'matching':
      return content.pairs.map(({ left, right }) => `${left}＝${right}`).join('；')
    case 'ordering':
      return content.steps.join(' → ')
  }
}
