import { expect, test } from 'vitest'
import type { ItemSource } from '../quiz/item'
import { buildChecklist, type DutyForCourse } from './build-checklist'
import { buildCourseLibrary } from './course-library'

const duty = (more: Partial<DutyForCourse>): DutyForCourse => ({
  id: 'cooling-off',
  name: '說明契約撤銷權',
  why: '買了還能反悔。',
  basis: '應說明契約撤銷之權利。',
  force: 'law',
  cite: ['招攬辦法 §6'],
  codes: ['disclosure.cooling_off'],
  ...more,
})
const passage = (kind: ItemSource['kind'], text: string): ItemSource => ({
  passageId: '招攬辦法@1#6',
  documentId: '招攬辦法',
  kind,
  title: '招攬辦法',
  article: '6',
  headings: [],
  text,
  label: '招攬辦法 §6',
})
const LAW = passage('regulation', '業務員應說明契約撤銷之權利，收到保單後十日內得撤銷契約。')

test('the ground of a duty is told with its place', () => {
  const [entry] = buildChecklist([duty({})], buildCourseLibrary([LAW]))
  expect(entry!.text).toBe('說明契約撤銷權：買了還能反悔。應說明契約撤銷之權利。')
  expect(entry!.citations.map((one) => one.label)).toEqual(['招攬辦法 §6'])
})

test('a figure of ours that the article does not hold is left out', () => {
  const [entry] = buildChecklist([duty({ why: '六十天內都可以反悔。' })], buildCourseLibrary([LAW]))
  expect(entry!.text).toBe('說明契約撤銷權：應說明契約撤銷之權利。')
})

test('without the law it is advice, and says no figure', () => {
  const library = buildCourseLibrary([])
  expect(buildChecklist([duty({})], library)).toEqual([{ text: '說明契約撤銷權：買了還能反悔。', citations: [] }])
  expect(buildChecklist([duty({ why: '十天內可以反悔。' })], library)).toEqual([
    { text: '說明契約撤銷權', citations: [] },
  ])
})

test('a sheet that holds the figure bears it out where the law is missing', () => {
  const sheet = {
    ...passage('product', '收到保單的隔天起算 10 日內可以撤銷契約。'),
    title: '試驗保險',
    label: '試驗保險 › 6',
  }
  const [entry] = buildChecklist([duty({ why: '十天內可以反悔。' })], buildCourseLibrary([sheet]))
  expect(entry!.text).toBe('說明契約撤銷權：十天內可以反悔。')
  expect(entry!.citations.map((one) => one.label)).toEqual(['試驗保險 › 6'])
})
