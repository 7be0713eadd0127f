import type { ExchangeItem, WrittenFile } from '~/domain/quiz/exchange-ports'
import type { ItemContent } from '~/domain/quiz/item'
import { explainItem, joinStem, splitAtBlanks } from './explain-item'

/** Source: Moodle documentation, "GIFT format": these have a meaning of their own. A blank line would end the question. */
function escapeGift(text: string): string {
  return text
    .trim()
    .replace(/[\\~=#{}:]/gu, '\\$&')
    .replace(/\r?\n\s*(?:\r?\n\s*)*/gu, '\\n')
}

const feedback = (text: string) => (text === '' ? '' : `#${escapeGift(text)}`)
const general = (content: ItemContent) => {
  const text = explainItem(content)
  return text === '' ? '' : `\n\t####${escapeGift(text)}`
}
/** At most five decimals, as Moodle takes them. */
const percent = (share: number) => `%${Number((share * 100).toFixed(5))}%`

/** Of a choice with several keys: each key an equal share, each other option takes as much away as all keys give. */
function listChoices(content: Extract<ItemContent, { options: unknown }>): string {
  const keys = content.options.filter((option) => option.isKey).length
  return content.options
    .map(({ text, reason, isKey }) => {
      if (content.type !== 'multiple')
        return `\n\t${isKey ? (keys === 1 ? '=' : '~%100%') : '~'}${escapeGift(text)}${feedback(reason)}`
      return `\n\t~${percent(isKey ? 1 / keys : -1)}${escapeGift(text)}${feedback(reason)}`
    })
    .join('')
}

const listWords = (accepted: readonly string[]) => accepted.map((word) => `=${escapeGift(word)}`).join(' ')

/** @returns the question, or why GIFT cannot hold it. */
function writeQuestion(content: ItemContent): { text: string } | { reason: string } {
  const end = `${general(content)}\n}`
  const stem = escapeGift(joinStem(content))
  switch (content.type) {
    case 'single':
    case 'multiple':
    case 'situation':
      return { text: `${stem} {${listChoices(content)}${end}` }
    case 'true-false':
      return { text: `${stem} {${content.isTrue ? 'TRUE' : 'FALSE'}${feedback(content.reason)}${end}` }
    case 'cloze': {
      if (content.blanks.length !== 1) return { reason: 'GIFT holds one blank to a question' }
      const [before = '', after = ''] = splitAtBlanks(content.stem)
      return {
        text: `${escapeGift(before)} {${listWords(content.blanks[0]!.accepted)}${end} ${escapeGift(after)}`.trimEnd(),
      }
    }
    case 'short-answer':
      return content.points.length === 1
        ? { text: `${stem} {${listWords(content.points[0]!.accepted)}${end}` }
        : { text: `${stem} {####${escapeGift(`參考答案：${content.modelAnswer}`)}}` }
    case 'matching':
      return {
        text: `${stem} {${content.pairs.map(({ left, right }) => `\n\t=${escapeGift(left)} -> ${escapeGift(right)}`).join('')}${content.extraRights.map((right) => `\n\t= -> ${escapeGift(right)}`).join('')}${end}`,
      }
    case 'ordering':
      return {
        text: `${stem} {${content.steps.map((step, i) => `\n\t=${i + 1} -> ${escapeGift(step)}`).join('')}${end}`,
      }
  }
}

/** Writes items in Moodle's GIFT. Ordering becomes matching of places; a cloze with several blanks is told as left out. */
export function writeGift(title: string, items: readonly ExchangeItem[]): WrittenFile {
  const skipped: WrittenFile['skipped'] = []
  const questions = items.flatMap(({ id, content }) => {
    const question = writeQuestion(content)
    if ('text' in question) return [`::${escapeGift(id)}::[plain]${question.text}`]
    skipped.push({ itemId: id, reason: question.reason })
    return []
  })
  const text = `// ${title.replace(/\s+/gu, ' ')}\n\n${questions.join('\n\n')}\n`
  return { bytes: new TextEncoder().encode(text), extension: 'gift', contentType: 'text/plain; charset=utf-8', skipped }
}
