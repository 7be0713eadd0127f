import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccountStore } from '../../app/adapters/database/account-store'
import { createCourseStore } from '../../app/adapters/database/course-store'
import type { CourseContent } from '../../app/domain/course/course'
import type { CourseRecord, CourseStore } from '../../app/domain/course/course-ports'
import { openEmbedded, openOnPostgres } from '../open-migrated'
import type { TestDatabase } from '../test-database'

// The same suite on both databases: what holds on one holds on the other.

const at = (second: number) => new Date(Date.UTC(2026, 10, 1, 8, 0, second))
const cite = (passageId: string) => ({ passageId, label: passageId })
const content = (...passageIds: string[]): CourseContent => ({
  summary: '簡介',
  dimensions: ['disclosure'],
  lessons: passageIds.map((passageId, i) => ({
    id: `lesson-${i + 1}`,
    title: `第 ${i + 1} 課`,
    goals: ['目標'],
    minutes: 3,
    blocks: [
      { kind: 'key-points', points: [{ text: '重點', citations: [cite(passageId), cite(passageId)] }] },
      { kind: 'checklist', entries: [{ text: '檢查', citations: [cite(passageId)] }] },
    ],
  })),
  asOf: '2026-11-01',
})
const course = (id: string, second: number, more: Partial<CourseRecord> = {}): CourseRecord => ({
  id,
  organisationId: 'here',
  title: `課程 ${id}`,
  status: 'draft',
  origin: { kind: 'documents', documentIds: ['保險法'] },
  version: 1,
  forPersonId: null,
  createdAt: at(second),
  createdById: 'trainer',
  content: content('保險法@2024-01-01#64', '保險法@2024-01-01#107-1'),
  ...more,
})

describe.each([
  ['embedded', openEmbedded],
  ['PostgreSQL', openOnPostgres],
] as const)('course store on %s', (_name, open) => {
  let database: TestDatabase | null
  let store: CourseStore

  beforeAll(async () => {
    database = await open()
    if (!database) return
    store = createCourseStore(database.prisma)
    const accounts = createAccountStore(database.prisma)
    await accounts.createOrganisation({ id: 'here', name: '這裡', isDemo: false, createdAt: at(0) })
    await accounts.createTeam({ id: 'north', organisationId: 'here', name: '北' })
    await accounts.createTeam({ id: 'south', organisationId: 'here', name: '南' })
    const person = {
      organisationId: 'here',
      role: 'trainee',
      isDemo: false,
      createdAt: at(0),
      passwordHash: null,
    } as const
    await accounts.createPerson({ ...person, personId: 'p1', teamId: 'north', name: '一號', email: '1@here.test' })
    await accounts.createPerson({ ...person, personId: 'p2', teamId: 'south', name: '二號', email: '2@here.test' })
  })
  afterAll(() => database?.close())

  test('a course comes back as it was stored, to those of its organisation', async ({ skip }) => {
    if (!database) skip()
    const one = course('a', 1)
    await store.createCourse(one)
    expect(await store.findCourse('a', 'here')).toEqual(one)
    expect(await store.findCourse('a', 'there')).toBeNull()
    expect(await store.findCourse('a', null)).toBeNull()
    expect(await store.findCourse('none', 'here')).toBeNull()
  })

  test('what is everybody’s is in every list, newest first, without the lessons', async ({ skip }) => {
    if (!database) skip()
    await store.createCourse(course('b', 2, { organisationId: null, origin: { kind: 'remedy', personId: null } }))
    await store.createCourse(course('c', 3, { organisationId: 'there' }))
    const listed = await store.listCourses('here')
    expect(listed.map((one) => one.id)).toEqual(['b', 'a'])
    expect(listed[1]).toMatchObject({ lessonCount: 2, minutes: 6, summary: '簡介', origin: course('a', 1).origin })
    expect(listed[1]).not.toHaveProperty('content')
    expect((await store.listCourses(null)).map((one) => one.id)).toEqual(['b'])
  })

  test('a change is a new version; who comes too late is told so, and nothing of theirs is stored', async ({
    skip,
  }) => {
    if (!database) skip()
    const by = { personId: 'trainer', at: at(10) }
    const change = { title: '新名', content: content('保險法@2024-01-01#65') }
    expect(await store.saveCourseVersion('a', 1, change, by)).toBe('stored')
    expect(await store.saveCourseVersion('a', 1, { ...change, title: '太晚' }, by)).toBe('conflict')
    expect(await store.findCourse('a', 'here')).toMatchObject({ title: '新名', version: 2, content: change.content })
  })

  test('of two who save at once, one wins', async ({ skip }) => {
    if (!database) skip()
    const by = { personId: 'trainer', at: at(11) }
    const save = (title: string) =>
      store.saveCourseVersion('a', 2, { title, content: content('保險法@2024-01-01#65') }, by)
    const outcomes = await Promise.all([save('甲'), save('乙')])
    expect(outcomes.sort()).toEqual(['conflict', 'stored'])
    expect((await store.findCourse('a', 'here'))!.version).toBe(3)
  })

  test('it is known which courses cite a document now, article by article', async ({ skip }) => {
    if (!database) skip()
    const citing = await store.listCoursesCiting('保險法', 'here')
    expect(citing).toEqual([
      {
        courseId: 'a',
        title: expect.any(String),
        lessonId: 'lesson-1',
        passageId: '保險法@2024-01-01#65',
        article: '65',
      },
      { courseId: 'b', title: '課程 b', lessonId: 'lesson-1', passageId: '保險法@2024-01-01#64', article: '64' },
      { courseId: 'b', title: '課程 b', lessonId: 'lesson-2', passageId: '保險法@2024-01-01#107-1', article: '107-1' },
    ])
    expect(await store.listCoursesCiting('民法', 'here')).toEqual([])
  })

  test('a status can be set', async ({ skip }) => {
    if (!database) skip()
    await store.setCourseStatus('a', 'published')
    expect((await store.findCourse('a', 'here'))!.status).toBe('published')
  })

  test('a lesson is done once, at the first time', async ({ skip }) => {
    if (!database) skip()
    await store.markLesson('b', 'p1', 'lesson-1', at(20))
    await store.markLesson('b', 'p1', 'lesson-1', at(21))
    await store.markLesson('b', 'p1', 'lesson-2', at(22))
    await store.markLesson('b', 'p2', 'lesson-1', at(23))
    expect(await store.listDoneLessons('b', 'p1')).toEqual([
      { lessonId: 'lesson-1', doneAt: at(20) },
      { lessonId: 'lesson-2', doneAt: at(22) },
    ])
    expect([...(await store.countDoneLessons('p1'))]).toEqual([['b', 2]])
    expect((await store.countDoneLessons('nobody')).size).toBe(0)
  })

  test('progress of an organisation, and of one team', async ({ skip }) => {
    if (!database) skip()
    const all = await store.listProgress('b', { organisationId: 'here', teamId: null })
    expect(all.map(({ personId, done, lastDoneAt }) => [personId, done.length, lastDoneAt])).toEqual([
      ['p1', 2, at(22)],
      ['p2', 1, at(23)],
    ])
    const team = await store.listProgress('b', { organisationId: 'here', teamId: 'south' })
    expect(team.map((one) => one.personName)).toEqual(['二號'])
    expect(await store.listProgress('b', { organisationId: 'there', teamId: null })).toEqual([])
  })
})
