import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccountStore } from '../../app/adapters/database/account-store'
import { createPrismaClient } from '../../app/adapters/database/prisma-client'
import { type CourseContent, courseContentSchema, type LessonBlock } from '../../app/domain/course/course'
import type { PersonRecord } from '../../app/domain/ports'
import { checkAnswer } from '../../app/domain/retrieval/check-answer'
import type { Services } from '../../app/services.server'
import { createTestServices } from '../test-services'

// Courses out of the real content and of talks that were held, from the making to the last lesson read.

const BAD = [
  '您好，我叫陳志豪，安禾人壽的。',
  '這張穩賺不賠，比定存好太多了。',
  '費用您不用管，那個不重要。',
  '快點決定，今天簽我退您佣金。',
]
const GOOD = [
  '林老師您好，我是安禾人壽的業務員陳志豪，這是我的登錄證。今天想先聽聽您的想法，大約半小時可以嗎？',
  '您會這樣想很正常，辛苦存的錢會怕虧。這筆錢原本想怎麼用？家裡還有誰要您照顧？',
]
const USD = 'retired-teacher-usd-six-years'
const LAW = (days: string) =>
  `法規名稱：試驗保險法\n修正日期：2020010${days.length}\n\n第 1 條\n\n要保人應於事故發生後${days}日內通知保險人。\n\n第 2 條\n\n業務員不得以放佣之方法為招攬，違反者處新臺幣三萬元罰鍰。\n`

let services: Services
let trainer: PersonRecord
let manager: PersonRecord
let trainee: PersonRecord
let mate: PersonRecord
let elsewhere: PersonRecord
let stranger: PersonRecord
let badTalk: string

async function holdTalk(person: PersonRecord, lines: readonly string[]): Promise<string> {
  const { id } = await services.startRoleplay(person, { scenarioId: USD, seed: 'course' })
  for (const [i, text] of lines.entries()) {
    const { roleplay } = await services.takeTurn(person, {
      roleplayId: id,
      turnId: `t${i}`,
      text,
      expectedTurnIndex: i,
    })
    if (roleplay.endedAt) return id
  }
  await services.finishRoleplay(person, id)
  return id
}

beforeAll(async () => {
  const made = await createTestServices()
  services = made.services
  const accounts = createAccountStore(createPrismaClient(made.database.pool))
  await services.startKnowledge(true)
  const createdAt = new Date()
  for (const id of ['here', 'there']) await accounts.createOrganisation({ id, name: id, isDemo: false, createdAt })
  const add = (organisationId: string, name: string, role: PersonRecord['role'], teamName: string) =>
    services.addPerson(
      { personId: 'boss', organisationId, teamId: null, role: 'admin', name: '', email: '', isDemo: false, createdAt },
      {
        name,
        email: `${encodeURIComponent(name)}@${organisationId}.test`,
        password: 'a long enough password',
        role,
        teamName,
      },
    )
  trainer = await add('here', '許教練', 'trainer', 'north')
  manager = await add('here', '高經理', 'manager', 'north')
  trainee = await add('here', '陳志豪', 'trainee', 'north')
  mate = await add('here', '江新語', 'trainee', 'north')
  elsewhere = await add('here', '南方人', 'trainer', 'south')
  stranger = await add('there', '外人', 'trainer', 'north')
  badTalk = await holdTalk(trainee, BAD)
  await holdTalk(trainee, GOOD)
}, 120_000)
afterAll(() => services?.close())

const fieldsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string; fields?: object }) =>
      Object.keys(error.fields ?? {}).length > 0 ? error.fields : error.code,
  )
const blocksOf = (content: CourseContent) => content.lessons.flatMap((lesson) => lesson.blocks)
const listDialogues = (content: CourseContent) =>
  blocksOf(content).filter((one): one is Extract<LessonBlock, { kind: 'dialogue' }> => one.kind === 'dialogue')
/** Sentences that cite something, with the places. */
function listCited(content: CourseContent) {
  return blocksOf(content).flatMap((block) => {
    if (block.kind === 'key-points') return block.points
    if (block.kind === 'checklist') return block.entries
    if (block.kind === 'mistakes') return block.mistakes.map((one) => one.why)
    if (block.kind === 'table')
      return [{ text: [block.caption, ...block.rows.flat()].join(' '), citations: block.citations }]
    return []
  })
}

/** Every number, date and article of a cited sentence stands in what it cites. */
async function expectHeld(content: CourseContent, viewer: string): Promise<void> {
  const index = await services.getKnowledgeIndex(viewer)
  const cited = listCited(content).filter((one) => one.citations.length > 0)
  const passages = new Map(
    [...index.passages.values()].map(({ passage, version }) => [
      passage.id,
      { article: passage.article, text: passage.text, title: version.title },
    ]),
  )
  const sentences = cited.map(({ text, citations }) => ({ text, passageIds: citations.map((one) => one.passageId) }))
  expect(checkAnswer(sentences, passages).map((fault) => [sentences[fault.sentence], fault])).toEqual([])
}

describe('from documents', () => {
  const from = { kind: 'documents' as const, documentIds: ['usd-whole-life'] }

  test('chapters become lessons of cited sentences, with the charges as a table', async () => {
    const course = await services.courses.makeCourse(trainer, { from })
    expect(courseContentSchema.safeParse(course.content).error).toBeUndefined()
    expect(course).toMatchObject({ status: 'draft', version: 1, organisationId: 'here', forPersonId: null })
    const { lessons } = course.content
    expect(lessons.length).toBeGreaterThan(3)
    expect(lessons.length).toBeLessThanOrEqual(12)
    for (const block of blocksOf(course.content)) {
      if (block.kind !== 'key-points') continue
      expect(block.points.length).toBeLessThanOrEqual(8)
      for (const point of block.points) expect(point.citations.length, point.text).toBeGreaterThan(0)
    }
    await expectHeld(course.content, 'here')
    const charges = blocksOf(course.content).find((one) => one.kind === 'table' && one.caption.includes('解約費用率'))
    expect(charges).toMatchObject({
      rows: [
        ['第 1 年', '40%'],
        ['第 2 年', '28%'],
        ['第 3 年', '20%'],
        ['第 4 年', '13%'],
        ['第 5 年', '8%'],
        ['第 6 年', '4%'],
      ],
      citations: [{ passageId: 'usd-whole-life@1.0#5.1' }],
    })
  })

  test('the same texts, talks and seed make the same lessons', async () => {
    const strip = (content: CourseContent) => JSON.stringify(content).replaceAll(/"quizId":"[^"]+"/gu, '')
    const [one, two] = [
      await services.courses.makeCourse(trainer, { from, seed: 'x' }),
      await services.courses.makeCourse(trainer, { from, seed: 'x' }),
    ]
    expect(strip(one.content)).toBe(strip(two.content))
  })

  test('nothing is made of nothing', async () => {
    const make = (documentIds: string[]) =>
      fieldsOf(services.courses.makeCourse(trainer, { from: { kind: 'documents', documentIds } }))
    expect(await make([])).toEqual({ documentIds: 'required' })
    expect(await make(['none'])).toEqual({ documentIds: 'unknown' })
    expect(await make(Array.from({ length: 13 }, (_, i) => `d${i}`))).toEqual({ documentIds: 'too-many' })
    const title = 'x'.repeat(101)
    expect(await fieldsOf(services.courses.makeCourse(trainer, { from, title }))).toEqual({ title: 'out-of-range' })
  })

  test('who may not make courses is refused', async () => {
    expect(await fieldsOf(services.courses.makeCourse(trainee, { from }))).toBe('not-allowed')
    expect(await fieldsOf(services.courses.makeCourse(manager, { from }))).toBe('not-allowed')
  })
})

describe('dialogues', () => {
  test('a real moment is masked, and says that it is one; what is written says so too', async () => {
    const course = await services.courses.makeCourse(trainer, { from: { kind: 'scenario', scenarioId: USD } })
    const dialogues = listDialogues(course.content)
    const real = dialogues.filter((one) => one.source === 'talk')
    expect(real.length).toBeGreaterThan(0)
    expect(dialogues.some((one) => one.source === 'written')).toBe(true)
    const said = dialogues.flatMap((one) => one.lines.map((line) => line.text)).join('\n')
    expect(said).not.toContain('志豪')
    for (const { lines } of dialogues)
      for (const line of lines) expect(line.total === null, line.text).toBe(line.who === 'client')
  })

  test('where nobody has talked, all is written, scored by the same judge, and nothing is counted', async () => {
    const course = await services.courses.makeCourse(stranger, {
      from: { kind: 'documents', documentIds: ['usd-whole-life'] },
    })
    const dialogues = listDialogues(course.content)
    expect(dialogues.length).toBeGreaterThan(2)
    expect(dialogues.every((one) => one.source === 'written')).toBe(true)
    const good = dialogues.filter((one) => one.quality === 'good')
    const bad = dialogues.filter((one) => one.quality === 'bad')
    const totalOf = (one: (typeof dialogues)[number]) => one.lines.find((line) => line.who === 'trainee')!.total!
    expect(Math.min(...good.map(totalOf))).toBeGreaterThan(Math.max(...bad.map(totalOf)))
    const mistakes = blocksOf(course.content).flatMap((one) => (one.kind === 'mistakes' ? one.mistakes : []))
    expect(mistakes.length).toBeGreaterThan(0)
    expect(mistakes.every((one) => one.count === null && one.talks === 0)).toBe(true)
  })
})

describe('remedies', () => {
  test('a learner makes one of an own talk; it is theirs alone, and the trainer sees it', async () => {
    const id = await services.courses.makeOwnRemedy(trainee, badTalk)
    expect(await services.courses.makeOwnRemedy(trainee, badTalk)).toBe(id)
    const { course, isOwn, canChange } = await services.courses.readCourse(trainee, id)
    expect([isOwn, canChange, course.status]).toEqual([true, false, 'published'])
    const titles = course.content.lessons.map((one) => one.title)
    expect(titles).toContain('保證獲利或保本')
    expect(titles).toContain('放佣退佣折減保費')
    const guaranteed = course.content.lessons.find((one) => one.title === '保證獲利或保本')!
    const [said, better] = guaranteed.blocks.filter((one) => one.kind === 'dialogue')
    expect(said).toMatchObject({ quality: 'bad', source: 'talk' })
    expect(JSON.stringify(said)).toContain(BAD[1])
    expect(better).toMatchObject({ quality: 'good' })
    expect(guaranteed.scenarioIds).toContain(USD)
    await expectHeld(course.content, 'here')
    // No item that a trainer has not reviewed.
    expect(blocksOf(course.content).some((one) => one.kind === 'quiz')).toBe(false)

    expect((await services.courses.readCourse(trainer, id)).canChange).toBe(true)
    for (const other of [mate, elsewhere, stranger])
      expect(await fieldsOf(services.courses.readCourse(other, id))).toBe('not-found')
    const seen = async (person: PersonRecord) =>
      (await services.courses.listCourses(person)).some((one) => one.id === id)
    expect([await seen(trainee), await seen(trainer), await seen(mate), await seen(elsewhere)]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('another person’s talk is not to be found; a talk that goes on has nothing to tell', async () => {
    const from = { kind: 'talk' as const, roleplayId: badTalk }
    expect(await fieldsOf(services.courses.makeCourse(mate, { from }))).toBe('not-found')
    expect(await fieldsOf(services.courses.makeCourse(manager, { from }))).toBe('not-allowed')
    const { id } = await services.startRoleplay(mate, { scenarioId: USD })
    const open = { kind: 'talk' as const, roleplayId: id }
    expect(await fieldsOf(services.courses.makeCourse(mate, { from: open }))).toEqual({ roleplayId: 'not-ended' })
  })

  test('the team’s: what goes wrong most, with how often', async () => {
    const course = await services.courses.makeCourse(trainer, { from: { kind: 'remedy', personId: null } })
    expect(course).toMatchObject({ status: 'draft', forPersonId: null, title: '團隊補強課程' })
    expect(await listOrigins(course.content)).toEqual(['remedy'])
    const mistakes = blocksOf(course.content).flatMap((one) => (one.kind === 'mistakes' ? one.mistakes : []))
    expect(mistakes.find((one) => one.code === 'violation.guaranteed_return')).toMatchObject({ count: 1, talks: 2 })
  })

  test('one person’s: only of those whom the trainer looks after, and not without talks', async () => {
    const make = (person: PersonRecord, personId: string) =>
      services.courses.makeCourse(person, { from: { kind: 'remedy', personId } })
    expect(await make(trainer, trainee.personId)).toMatchObject({ status: 'draft', forPersonId: trainee.personId })
    expect(await fieldsOf(make(elsewhere, trainee.personId))).toEqual({ personId: 'unknown' })
    expect(await fieldsOf(make(trainer, 'nobody'))).toEqual({ personId: 'unknown' })
    expect(await fieldsOf(make(trainer, mate.personId))).toEqual({ personId: 'no-talks' })
    expect(await fieldsOf(make(mate, trainee.personId))).toBe('not-allowed')
  })
})

describe('keeping a course', () => {
  const make = () =>
    services.courses.makeCourse(trainer, { from: { kind: 'documents', documentIds: ['accident'] }, title: '傷害險' })

  test('a draft is edited into a new version; two editors do not overwrite each other', async () => {
    const { id, content, title } = await make()
    const [first, ...rest] = content.lessons
    const changed = { ...content, lessons: [...rest, { ...first!, title: '放到最後' }] }
    const save = (expectedVersion: number, given: unknown, name = title) =>
      services.courses.saveCourse(trainer, id, { expectedVersion, title: name, content: given })
    expect(await save(1, changed)).toBe(2)
    const { course } = await services.courses.readCourse(trainer, id)
    expect([course.version, course.content.lessons.at(-1)!.title]).toEqual([2, '放到最後'])
    expect(await fieldsOf(save(1, content))).toBe('version-conflict')
    expect(await fieldsOf(save(2, content, ''))).toEqual({ title: 'out-of-range' })
    expect(await fieldsOf(save(2, { ...content, lessons: [] }))).toEqual({ lessons: 'invalid' })
    expect(await fieldsOf(save(2, { ...content, lessons: [first, first] }))).toEqual({ lessons: 'twice' })
    expect(await fieldsOf(save(2, null))).toEqual({ content: 'invalid' })
    expect((await services.courses.readCourse(trainer, id)).course.version).toBe(2)
  })

  test('a sentence with a place may not say what is not there', async () => {
    const { id, content, title } = await make()
    const [first, ...rest] = content.lessons
    const [points, ...others] = first!.blocks
    if (points?.kind !== 'key-points') throw new Error('no key points')
    const edit = (text: string) => {
      const [one, ...more] = points.points
      const lesson = { ...first!, blocks: [{ ...points, points: [{ ...one!, text }, ...more] }, ...others] }
      return services.courses.saveCourse(trainer, id, {
        expectedVersion: 1,
        title,
        content: { ...content, lessons: [lesson, ...rest] },
      })
    }
    expect(await fieldsOf(edit('理賠金一律是 9,876,543 元。'))).toEqual({ 'lesson-1.key-points.1': 'not-in-source' })
    expect(await edit('換成自己的話說，不寫數字。')).toBe(2)
  })

  test('only keepers change it; learners see it once it is published, and no longer when it is retired', async () => {
    const { id } = await make()
    const read = (person: PersonRecord) => fieldsOf(services.courses.readCourse(person, id))
    expect([await read(trainee), await read(manager), await read(stranger)]).toEqual([
      'not-found',
      'not-found',
      'not-found',
    ])
    expect(await fieldsOf(services.courses.setStatus(trainee, id, 'published'))).toBe('not-found')
    await services.courses.setStatus(trainer, id, 'published')
    expect([await read(trainee), await read(manager), await read(stranger)]).toEqual(['done', 'done', 'not-found'])
    expect(await fieldsOf(services.courses.setStatus(trainee, id, 'retired'))).toBe('not-allowed')
    await services.courses.setStatus(trainer, id, 'retired')
    expect(await read(trainee)).toBe('not-found')
  })
})

/** Where the quizzes of a course say that they come from, each once. */
async function listOrigins(content: CourseContent): Promise<string[]> {
  const ids = blocksOf(content).flatMap((one) => (one.kind === 'quiz' ? [one.quizId] : []))
  const quizzes = await Promise.all(ids.map((id) => services.quiz.readQuiz(trainer, id)))
  return [...new Set(quizzes.map((one) => one.origin.kind))]
}

test('lessons are read one by one; the course is complete with the last, and with its published quizzes passed', async () => {
  const { id, content } = await services.courses.makeCourse(trainer, {
    from: { kind: 'documents', documentIds: ['medical'] },
  })
  await services.courses.setStatus(trainer, id, 'published')
  const quizIds = blocksOf(content).flatMap((one) => (one.kind === 'quiz' ? [one.quizId] : []))
  expect(quizIds.length).toBeGreaterThan(0)
  // A quiz that no trainer has published is shown to trainers only.
  const shown = async (person: PersonRecord) =>
    blocksOf((await services.courses.readCourse(person, id)).course.content).filter((one) => one.kind === 'quiz').length
  expect([await shown(trainer), await shown(trainee)]).toEqual([quizIds.length, 0])

  const ids = content.lessons.map((one) => one.id)
  expect(await fieldsOf(services.courses.markLesson(trainee, id, 'lesson-99'))).toBe('not-found')
  for (const lessonId of ids.slice(1)) await services.courses.markLesson(trainee, id, lessonId)
  const before = await services.courses.readCompletion(trainee, id)
  expect(before).toMatchObject({
    isComplete: false,
    completedAt: null,
    doneLessons: ids.length - 1,
    lessonCount: ids.length,
  })
  await services.courses.markLesson(trainee, id, ids[0]!)
  expect(await services.courses.readCompletion(trainee, id)).toMatchObject({ isComplete: true, openQuizIds: [] })
  expect((await services.courses.listCourses(trainee)).find((one) => one.id === id)!.doneLessons).toBe(ids.length)
  expect(await services.courses.listProgress(trainer, id)).toMatchObject([
    { personName: '陳志豪', completion: { isComplete: true, doneLessons: ids.length, openQuizIds: [] } },
  ])

  const [quizId] = quizIds
  const quiz = await services.quiz.readQuiz(trainer, quizId!)
  expect(quiz.origin).toMatchObject({ kind: 'course' })
  await services.quiz.setItemStatus(
    trainer,
    quiz.items.map((one) => one.itemId),
    'approved',
  )
  await services.quiz.updateQuiz(trainer, quizId!, { passPercent: 0 })
  await services.quiz.publishQuiz(trainer, quizId!)
  expect(await shown(trainee)).toBe(1)
  expect(await services.courses.readCompletion(trainee, id)).toMatchObject({ isComplete: false, openQuizIds: [quizId] })
  // The trainer's page and the table say the same as the learner's page.
  const rowsOf = async () => {
    const { bytes } = await services.exchange.exportCompletions(trainer, 'csv')
    return new TextDecoder()
      .decode(bytes)
      .split('\r\n')
      .filter((row) => row.startsWith('陳志豪,課程,'))
  }
  expect(await services.courses.listProgress(trainer, id)).toMatchObject([
    { completion: { isComplete: false, doneLessons: ids.length, openQuizIds: [quizId] } },
  ])
  expect(await rowsOf()).toEqual([])
  const { attempt } = await services.quiz.startAttempt(trainee, quizId!, 'exam')
  await services.quiz.finishAttempt(trainee, attempt.id)
  expect(await rowsOf()).toHaveLength(1)
  const after = await services.courses.readCompletion(trainee, id)
  expect(after).toMatchObject({ isComplete: true, openQuizIds: [] })
  expect(after.completedAt).toEqual((await services.quiz.readAttempt(trainee, attempt.id)).attempt.finishedAt)
})

test('when the law changes, the lessons that cite what changed are flagged for those who keep the course', async () => {
  const upload = async (text: string) => {
    const bytes = new TextEncoder().encode(text)
    const importId = await services.startKnowledgeImport(trainer, {
      files: [{ name: '試驗.md', sizeBytes: bytes.length, bytes }],
      kind: 'regulation',
    })
    await expect
      .poll(async () => (await services.readKnowledgeImport(trainer, importId)).status, { timeout: 15_000 })
      .toBe('done')
  }
  await upload(LAW('五'))
  const { id, organisationId, content } = await services.courses.makeCourse(trainer, {
    from: { kind: 'documents', documentIds: ['試驗保險法'] },
  })
  // Made of the organisation's own text: never everybody's.
  expect(organisationId).toBe('here')
  await expectHeld(content, 'here')
  expect((await services.courses.readCourse(trainer, id)).stale).toEqual([])
  await upload(LAW('十五'))
  await expect
    .poll(async () => (await services.courses.readCourse(trainer, id)).stale.map((one) => one.label), {
      timeout: 15_000,
    })
    .toEqual(['試驗保險法 §1'])
  // Whoever compares the two texts is told which courses stand on what differs.
  const { document } = await services.readKnowledgeDocument(trainer, '試驗保險法')
  const [after, before] = document.versions.map((one) => one.id)
  const compared = { documentId: '試驗保險法', before: before!, after: after! }
  const { citing } = await services.compareKnowledgeTexts(trainer, compared)
  expect(citing).toContainEqual(expect.objectContaining({ kind: 'course', id, cite: '試驗保險法 §1' }))
  expect(citing.some((one) => one.article === '2')).toBe(false)
  await services.courses.setStatus(trainer, id, 'published')
  expect((await services.courses.readCourse(trainee, id)).stale).toEqual([])
})
