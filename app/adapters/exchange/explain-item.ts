import type { ItemContent } from '~/domain/quiz/item'

/** The explanation with its sources behind it, for systems that have no place of their own for citations. */
export function explainItem(content: Pick<ItemContent, 'explanation' | 'citations'>): string {
  const labels = [...new Set(content.citations.map((one) => one.label))]
  const sources = labels.length === 0 ? '' : `（出處：${labels.join('、')}）`
  return `${content.explanation}${sources}`
}

/** A run of underscores is one blank. @returns the words around the blanks, one more than there are blanks. */
export function splitAtBlanks(stem: string): string[] {
  return stem.split(/_{2,}/u)
}

/** What is asked, with the situation before it where there is one. */
export function joinStem(content: ItemContent): string {
  if (content.type !== 'situation') return content.stem
  return `${content.situation}\n客戶：「${content.clientSays}」\n${content.stem}`
}
