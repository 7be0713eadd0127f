import { expect, test } from 'vitest'
import type { CourseContent } from '~/domain/course/course'
import { addBlock, changeLesson, changeText, moveLesson, removeBlock, removeLesson, setTexts } from './edit-lessons'

const lesson = (id: string) => ({
  id,
  title: id,
  goals: ['g'],
  minutes: 2,
  blocks: [{ kind: 'key-points' as const, points: [{ text: id, citations: [] }] }],
})
const CONTENT: CourseContent = {
  summary: 's',
  dimensions: [],
  lessons: [lesson('a'), lesson('b'), lesson('c')],
  asOf: '2026-11-01',
}
const ids = (content: CourseContent) => content.lessons.map((one) => one.id).join('')

test('lessons move and go, and the ends stay', () => {
  expect(ids(moveLesson(CONTENT, 'b', -1))).toBe('bac')
  expect(ids(moveLesson(CONTENT, 'b', 1))).toBe('acb')
  expect(moveLesson(CONTENT, 'a', -1)).toBe(CONTENT)
  expect(moveLesson(CONTENT, 'c', 1)).toBe(CONTENT)
  expect(ids(removeLesson(CONTENT, 'b'))).toBe('ac')
  expect(ids(CONTENT)).toBe('abc')
})

test('a lesson is renamed, a part added, filled and removed', () => {
  expect(changeLesson(CONTENT, 'a', { title: '新' }).lessons[0]!.title).toBe('新')
  const added = addBlock(CONTENT, 'a', 'checklist')
  expect(added.lessons[0]!.blocks[1]).toEqual({ kind: 'checklist', entries: [{ text: '', citations: [] }] })
  const filled = setTexts(added, 'a', 1, [{ text: '做', citations: [] }])
  expect(filled.lessons[0]!.blocks[1]).toEqual({ kind: 'checklist', entries: [{ text: '做', citations: [] }] })
  expect(setTexts(filled, 'a', 1, []).lessons[0]!.blocks).toHaveLength(1)
  expect(removeBlock(filled, 'a', 0).lessons[0]!.blocks).toHaveLength(1)
})

test('a sentence that somebody changes is no longer the model’s', () => {
  const citations = [{ passageId: 'p', label: 'P' }]
  expect(changeText({ text: '舊', citations, writtenBy: 'model' }, '新')).toEqual({ text: '新', citations })
})
