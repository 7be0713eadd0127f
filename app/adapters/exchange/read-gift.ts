import type { GIFTQuestion } from 'gift-pegjs'
import gift from 'gift-pegjs'
import type { ReadItems } from '~/domain/quiz/exchange-ports'
import { type ItemContent, itemContentSchema } from '~/domain/quiz/item'

const PLACE_CHARACTERS = 30
const IDS = 'abcdefgh'
const common = { citations: [], difficulty: 2, ability: 'understand', dimension: null } as const

/** Moodle marks up text in HTML unless told otherwise; what we keep is the words. */
const plain = (text: string) =>
  text
    .replace(/<br\s*\/?>|<\/p>/giu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(lt|gt|amp|quot|nbsp);/gu, (_, name: string) => ENTITIES[name]!)
    .trim()
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' }

/** @returns questions with their first line; comments and blank lines between them are dropped. */
function splitQuestions(text: string): { text: string; line: number }[] {
  const questions: { text: string; line: number }[] = []
  let isOpen = false
  for (const [at, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '') isOpen = false
    else if (!/^\s*\/\//u.test(line)) {
      if (isOpen) questions.at(-1)!.text += `\n${line}`
      else questions.push({ text: line, line: at + 1 })
      isOpen = true
    }
  }
  return questions
}

/** @returns what the item schema is asked to accept, or why it cannot be one of our items. */
function toContent(question: GIFTQuestion): Record<string, unknown> | { reason: string } {
  if (question.type === 'Category' || question.type === 'Description') return { reason: '這不是題目' }
  const stem = plain(question.stem.text)
  const base = { ...common, stem, explanation: plain(question.globalFeedback?.text ?? '') }
  switch (question.type) {
    case 'MC': {
      const isKey = question.choices.map((one) => one.isCorrect || (one.weight ?? 0) > 0)
      const isMultiple = question.choices.some((one) => one.weight !== null && one.weight > 0 && one.weight < 100)
      const options = question.choices.map((one, i) => ({
        id: IDS[i] ?? '',
        text: plain(one.text.text),
        isKey: isKey[i],
        reason: plain(one.feedback?.text ?? ''),
      }))
      return { ...base, type: isMultiple ? 'multiple' : 'single', options }
    }
    case 'TF': {
      const reason = plain(question.trueFeedback?.text ?? question.falseFeedback?.text ?? '')
      return { ...base, type: 'true-false', isTrue: question.isTrue, reason }
    }
    case 'Short': {
      const accepted = question.choices.filter((one) => one.isCorrect).map((one) => plain(one.text.text))
      return question.hasEmbeddedAnswers
        ? { ...base, stem: stem.replace(/_{2,}/u, '____'), type: 'cloze', blanks: [{ accepted }] }
        : { ...base, type: 'short-answer', modelAnswer: accepted[0] ?? '', points: [{ accepted }] }
    }
    case 'Matching': {
      const pairs = question.matchPairs.map((one) => ({
        left: plain(one.subquestion.text),
        right: plain(one.subanswer),
      }))
      const [own, extra] = [pairs.filter((one) => one.left !== ''), pairs.filter((one) => one.left === '')]
      return { ...base, type: 'matching', pairs: own, extraRights: extra.map((one) => one.right) }
    }
    case 'Essay':
      return { reason: '申論題沒有標準答案，無法自動評分' }
    default:
      return { reason: '數值題請改成填空題或單選題' }
  }
}

/**
 * Reads questions in Moodle's GIFT, each by itself: a fault in one does not touch the others.
 *
 * Single and multiple choice, true or false, matching, short answer and missing word; essays and numerical questions are told as faults.
 */
export function readGift(text: string): ReadItems {
  const items: { place: string; content: ItemContent }[] = []
  const faults: { place: string; reason: string }[] = []
  const questions = splitQuestions(text)
  if (questions.length === 0) return { status: 'refused', reason: '檔案裡沒有題目。' }
  for (const { text: source, line } of questions) {
    if (/^\s*\$CATEGORY\s*:/u.test(source)) continue
    const place = `第 ${line} 行：${source.trim().slice(0, PLACE_CHARACTERS)}`
    const read = readQuestion(source)
    if ('reason' in read) faults.push({ place, reason: read.reason })
    else items.push({ place, content: read.content })
  }
  return { status: 'read', items, faults }
}

function readQuestion(source: string): { content: ItemContent } | { reason: string } {
  let parsed: GIFTQuestion[]
  try {
    parsed = gift.parse(source)
  } catch (error) {
    const { location } = error as { location?: { start: { line: number; column: number } } }
    return {
      reason: `格式讀不懂${location ? `（第 ${location.start.line} 行第 ${location.start.column} 個字附近）` : ''}`,
    }
  }
  const [question] = parsed
  if (!question) return { reason: '這裡沒有題目' }
  const wanted = toContent(question)
  if (typeof wanted.reason === 'string' && !('type' in wanted)) return { reason: wanted.reason }
  const content = itemContentSchema.safeParse(wanted)
  if (!content.success) return { reason: describeIssue(content.error.issues[0]) }
  return { content: content.data }
}

function describeIssue(issue: { path: PropertyKey[]; message: string } | undefined): string {
  return issue ? `${issue.path.join('.')}：${issue.message}` : '內容不完整'
}
