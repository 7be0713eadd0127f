import { expect, test } from 'vitest'
import type { CitedText } from '~/domain/course/course'
import { buildCourseDocument } from './build-course-document'
import type { DocumentWords } from './document-words'

const words = { dimension: {}, nameOf: (code: string) => code } as unknown as DocumentWords
const point = (text: string, writtenBy?: 'model'): CitedText => ({
  text,
  citations: [{ passageId: '法#1', label: '測驗保險法 §1' }],
  ...(writtenBy && { writtenBy }),
})

const build = (points: CitedText[], introduction: CitedText[] = []) =>
  buildCourseDocument(
    {
      kind: 'course',
      title: '課',
      status: 'draft',
      version: 1,
      quizzes: new Map(),
      withKey: false,
      printedOn: '2026-11-26',
      content: {
        summary: '摘要',
        dimensions: [],
        asOf: '2026-11-26',
        lessons: [
          {
            id: 'lesson-1',
            title: '第一課',
            goals: ['說得出重點'],
            minutes: 2,
            blocks: [
              ...(introduction.length > 0
                ? [{ kind: 'key-points' as const, points: introduction, role: 'introduction' as const }]
                : []),
              { kind: 'key-points', points },
            ],
          },
        ],
      },
    },
    words,
  )

test('the cover says that a language model wrote, only where it did', () => {
  expect(JSON.stringify(build([point('改寫的', 'model')]).cover)).toContain('部分重點由語言模型改寫')
  expect(JSON.stringify(build([point('原文')]).cover)).not.toContain('語言模型')
})

test('an introduction is a paragraph before the points, with its places, and not in the contents', () => {
  const { body } = build([point('重點一')], [point('這一課講通知。', 'model')])
  const at = body.findIndex((one) => one.kind === 'heading' && one.text === '這一課在講什麼')
  expect(body[at]).not.toHaveProperty('isInContents')
  expect(body[at + 1]).toEqual({
    kind: 'text',
    rich: [{ text: '這一課講通知。', cites: [{ passageId: '法#1', label: '測驗保險法 §1' }] }],
  })
  expect(body[at + 2]).toMatchObject({ kind: 'heading', text: '重點' })
})
