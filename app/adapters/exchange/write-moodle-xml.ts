import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces'
import type { ExchangeItem, WrittenFile } from '~/domain/quiz/exchange-ports'
import type { ItemContent } from '~/domain/quiz/item'
import { explainItem, joinStem } from './explain-item'

type ItemOf<T extends ItemContent['type']> = Extract<ItemContent, { type: T }>

const toHtml = (text: string) =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/\n/gu, '<br>')

/** Moodle takes fractions with five decimals. */
const fraction = (share: number) => String(Number((share * 100).toFixed(5)))

/** Moodle's own marks of an embedded answer. Source: Moodle documentation, "Embedded Answers (Cloze) question type". */
const escapeCloze = (text: string) => text.replace(/[\\}#~/"&]/gu, '\\$&')

function writeCloze(content: Extract<ItemContent, { type: 'cloze' }>): string {
  let at = 0
  return toHtml(content.stem).replace(/_{2,}/gu, (blank) => {
    const accepted = content.blanks[at++]?.accepted
    return accepted ? `{1:SHORTANSWER:${accepted.map((word) => `=${escapeCloze(word)}`).join('~')}}` : blank
  })
}

const QUESTION_TYPES: Readonly<Record<ItemContent['type'], string>> = {
  single: 'multichoice',
  multiple: 'multichoice',
  situation: 'multichoice',
  'true-false': 'truefalse',
  cloze: 'cloze',
  matching: 'matching',
  ordering: 'ordering',
  'short-answer': 'shortanswer',
}

function addText(parent: XMLBuilder, name: string, text: string, attributes: Record<string, string> = {}): XMLBuilder {
  const node = parent.ele(name, attributes)
  node.ele('text').txt(text)
  return node
}

function addAnswer(question: XMLBuilder, share: number, text: string, reason = '', format = 'plain_text'): void {
  const answer = addText(question, 'answer', text, { fraction: fraction(share), format })
  addText(answer, 'feedback', toHtml(reason), { format: 'html' })
}

const ADD_ANSWERS: { [T in ItemContent['type']]: (question: XMLBuilder, content: ItemOf<T>) => void } = {
  single: addOptions,
  multiple: addOptions,
  situation: addOptions,
  'true-false': (question, { isTrue, reason }) => {
    addAnswer(question, Number(isTrue), 'true', isTrue ? '' : reason)
    addAnswer(question, Number(!isTrue), 'false', isTrue ? reason : '')
  },
  // Its answers are in the words of the question.
  cloze: () => {},
  matching: (question, { pairs, extraRights }) => {
    question.ele('shuffleanswers').txt('true')
    for (const { left, right } of pairs) addPair(question, left, right)
    for (const right of extraRights) addPair(question, '', right)
  },
  ordering: addSteps,
  'short-answer': addWords,
}

function addAnswers<T extends ItemContent['type']>(question: XMLBuilder, type: T, content: ItemOf<T>): void {
  ADD_ANSWERS[type](question, content)
}

function addOptions(question: XMLBuilder, content: Extract<ItemContent, { options: unknown }>): void {
  const isSingle = content.type !== 'multiple'
  question.ele('single').txt(String(isSingle))
  question.ele('shuffleanswers').txt('true')
  question.ele('answernumbering').txt('ABCD')
  const keys = content.options.filter((option) => option.isKey).length
  for (const { text, reason, isKey } of content.options) {
    const share = isSingle ? Number(isKey) : isKey ? 1 / keys : -1
    addAnswer(question, share, toHtml(text), reason, 'html')
  }
}

function addWords(question: XMLBuilder, content: Extract<ItemContent, { type: 'short-answer' }>): void {
  question.ele('usecase').txt('0')
  // An asterisk stands for anything before and behind: the answer is a sentence that holds the point.
  for (const point of content.points)
    for (const word of point.accepted)
      addAnswer(question, 1 / content.points.length, `*${word.replace(/\*/gu, '\\*')}*`)
}

function addSteps(question: XMLBuilder, content: Extract<ItemContent, { type: 'ordering' }>): void {
  question.ele('layouttype').txt('VERTICAL')
  question.ele('selecttype').txt('ALL')
  question.ele('selectcount').txt(String(content.steps.length))
  question.ele('gradingtype').txt('ABSOLUTE_POSITION')
  for (const [i, step] of content.steps.entries())
    addText(question, 'answer', toHtml(step), { fraction: String(i + 1), format: 'html' })
}

function addPair(question: XMLBuilder, left: string, right: string): void {
  const pair = addText(question, 'subquestion', toHtml(left), { format: 'html' })
  pair.ele('answer').ele('text').txt(right)
}

/**
 * Writes items as Moodle XML, each with its number, explanation and sources.
 * Source: Moodle documentation, "Moodle XML format"; ordering needs Moodle 4.4 or the question type of that name.
 */
export function writeMoodleXml(title: string, items: readonly ExchangeItem[]): WrittenFile {
  const quiz = create({ version: '1.0', encoding: 'UTF-8' }).ele('quiz')
  const category = quiz.ele('question', { type: 'category' })
  // A slash would make a category within a category.
  addText(category, 'category', `$course$/${title.replace(/\//gu, '／')}`)
  for (const { id, content } of items) {
    const question = quiz.ele('question', { type: QUESTION_TYPES[content.type] })
    addText(question, 'name', id)
    const stem = content.type === 'cloze' ? writeCloze(content) : toHtml(joinStem(content))
    addText(question, 'questiontext', stem, { format: 'html' })
    addText(question, 'generalfeedback', toHtml(explainItem(content)), { format: 'html' })
    question.ele('defaultgrade').txt('1')
    question.ele('penalty').txt('0')
    question.ele('hidden').txt('0')
    question.ele('idnumber').txt(id)
    addAnswers(question, content.type, content)
  }
  const text = quiz.end({ prettyPrint: true })
  return {
    bytes: new TextEncoder().encode(text),
    extension: 'xml',
    contentType: 'application/xml; charset=utf-8',
    skipped: [],
  }
}
