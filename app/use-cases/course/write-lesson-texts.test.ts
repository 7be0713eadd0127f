import { describe, expect, test } from 'vitest'
import { lawSource } from '../../../tests/fixtures/law-source'
import type { Lesson } from '../../domain/course/course'
import { buildCourseLibrary } from '../../domain/course/course-library'
import type { CourseWriter, WrittenLesson } from '../../domain/course/course-writer'
import type { DataLogEntry } from '../../domain/governance/data-log'
import type { DataPolicy } from '../../domain/governance/mask-personal-data/apply-policy'
import type { ItemSource } from '../../domain/quiz/item'
import { type WritingDeps, writeLessonTexts } from './write-lesson-texts'

const NOTICE = '要保人應於事故發生後十日內通知保險人。'
const CONTACT = '要保人得撥打 0912345678 通知保險人。'
const SOURCES = [lawSource('1', NOTICE), lawSource('2', CONTACT)]
const library = buildCourseLibrary(SOURCES)

const lesson = (number: number, { passageId, label, text }: ItemSource): Lesson => ({
  id: `lesson-${number}`,
  title: `第 ${number} 課`,
  goals: ['說得出重點'],
  minutes: 2,
  blocks: [{ kind: 'key-points', points: [{ text, citations: [{ passageId, label, quote: text }] }] }],
})
const plain: WrittenLesson = {
  introduction: [],
  goals: [],
  points: [{ text: '事故發生後，要保人要在 10 日內通知保險公司。', passageId: SOURCES[0]!.passageId, quote: NOTICE }],
  unreadable: 0,
}
const actor = { personId: 'trainer', organisationId: 'here', teamId: null, role: 'trainer' as const }

function connect(courseWriter: CourseWriter | null, dataPolicy: DataPolicy = 'mask') {
  const logged: DataLogEntry[] = []
  const deps = {
    courseWriter,
    settings: { read: async () => ({ dataPolicy }) },
    dataLog: { add: async (entries: readonly DataLogEntry[]) => void logged.push(...entries) },
    modelUses: { courses: 'test-model' },
    publicContacts: [],
    clock: { now: () => new Date('2026-01-01T00:00:00Z') },
    ids: { next: () => 'id' },
  } as unknown as WritingDeps
  const write = (lessons: Lesson[]) => writeLessonTexts(deps, actor, lessons, library)
  return { logged, write }
}
const answer = (written: Awaited<ReturnType<CourseWriter['write']>>): CourseWriter => ({ write: async () => written })

describe('the writing of lessons', () => {
  test('without a model the lessons are what they were, and nothing is noted', async () => {
    const lessons = [lesson(1, SOURCES[0]!)]
    expect(await connect(null).write(lessons)).toEqual({ lessons, writing: null })
  })

  test('lessons that did not come back keep the source’s words, and it says so', async () => {
    const lessons = [lesson(1, SOURCES[0]!), lesson(2, SOURCES[1]!)]
    const written = answer({ status: 'written', lessons: [plain, null], failure: 'timeout-total' })
    const result = await connect(written).write(lessons)
    expect(result.writing).toEqual({ model: 'test-model', kept: 1, dropped: {}, note: 'model-partly' })
    expect(result.lessons[0]!.blocks[0]).toMatchObject({
      points: [{ text: plain.points[0]!.text, writtenBy: 'model' }],
    })
    expect(result.lessons[1]).toBe(lessons[1])
  })

  test('the writer is given each lesson’s passages, what it is to tell, and whose call it is', async () => {
    const calls: unknown[] = []
    const writer: CourseWriter = {
      write: async (orders, _signal, scope) => {
        calls.push({ orders, scope })
        return { status: 'failed', reason: 'server-error' }
      },
    }
    const { write, logged } = connect(writer)
    const result = await write([lesson(1, SOURCES[1]!)])
    expect(result.writing).toEqual({ model: 'test-model', kept: 0, dropped: {}, note: 'model-failed' })
    expect(calls).toEqual([
      {
        orders: [{ title: '第 1 課', sources: [SOURCES[1]], wanted: [CONTACT] }],
        scope: { userId: 'trainer', dataPolicy: 'mask' },
      },
    ])
    expect(logged).toMatchObject([{ purpose: 'courses', model: 'test-model', action: 'masked' }])
  })

  test('under a policy that blocks, passages with personal data stay here', async () => {
    const written = answer({ status: 'written', lessons: [plain], failure: null })
    const lessons = [lesson(1, SOURCES[1]!)]
    expect(await connect(written, 'block').write(lessons)).toEqual({
      lessons,
      writing: { model: 'test-model', kept: 0, dropped: {}, note: 'kept-here' },
    })
  })
})
