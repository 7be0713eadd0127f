import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccountStore } from '../../app/adapters/database/account-store'
import { createQuizStore } from '../../app/adapters/database/quiz-store'
import type { ItemContent } from '../../app/domain/quiz/item'
import type {
  AnswerRecord,
  AttemptRecord,
  ItemRecord,
  QuizRecord,
  QuizStore,
  ReviewRecord,
} from '../../app/domain/quiz/quiz-ports'
import { openEmbedded, openOnPostgres } from '../open-migrated'
import type { TestDatabase } from '../test-database'

// The same suite on both databases: what holds on one holds on the other.

const at = (second: number) => new Date(Date.UTC(2026, 10, 1, 8, 0, second))
const ANN = { personId: 'ann', name: '安' }
const by = (second: number) => ({ ...ANN, at: at(second) })

const trueFalse = (stem: string, passageIds: string[] = [], more: Partial<ItemContent> = {}) =>
  ({
    type: 'true-false',
    stem,
    isTrue: true,
    reason: '條文這樣寫',
    explanation: '「十日」😀',
    citations: passageIds.map((passageId) => ({ passageId, label: '保險法 §64' })),
    difficulty: 1,
    ability: 'recall',
    dimension: null,
    ...more,
  }) as ItemContent
const item = (id: string, content: ItemContent, more: Partial<ItemRecord> = {}) => ({
  id,
  organisationId: 'here',
  status: 'draft' as const,
  origin: 'generated' as const,
  version: 1,
  documentId: null,
  createdAt: at(1),
  createdById: 'ann',
  content,
  personName: '安',
  ...more,
})
const quiz = (id: string, more: Partial<QuizRecord> = {}): QuizRecord => ({
  id,
  organisationId: 'here',
  title: `測驗 ${id}`,
  status: 'draft',
  origin: { kind: 'documents', documentIds: ['保險法'] },
  timeLimitMinutes: null,
  passPercent: 60,
  seed: 'seed',
  createdAt: at(2),
  createdById: 'ann',
  ...more,
})
const attempt = (id: string, more: Partial<AttemptRecord> = {}): AttemptRecord => ({
  id,
  quizId: 'taken',
  personId: 'ann',
  mode: 'practice',
  seed: 'seed',
  items: [
    { itemId: 'q1', version: 1 },
    { itemId: 'q2', version: 1 },
  ],
  startedAt: at(3),
  deadline: null,
  finishedAt: null,
  points: null,
  maxPoints: 2,
  passed: null,
  ...more,
})
const answer = (position: number, points: number, more: Partial<AnswerRecord> = {}): AnswerRecord => ({
  position,
  itemId: `q${position + 1}`,
  itemVersion: 1,
  response: { type: 'true-false', isTrue: points === 1 },
  points,
  answeredAt: at(4),
  ...more,
})
const end = (points: number, second = 9, reviews: ReviewRecord[] = []) => ({
  points,
  passed: points >= 1,
  finishedAt: at(second),
  reviews,
})
const IDS = (items: readonly { id: string }[]) => items.map((one) => one.id)

describe.each([
  ['embedded', openEmbedded],
  ['PostgreSQL', openOnPostgres],
] as const)('quiz store on %s', (_name, open) => {
  let database: TestDatabase | null
  let store: QuizStore

  beforeAll(async () => {
    database = await open()
    if (!database) return
    store = createQuizStore(database.prisma)
    const accounts = createAccountStore(database.prisma)
    const people = { ann: ['here', 'a'], ben: ['here', 'b'], eve: ['there', 'c'] } as const
    for (const id of ['here', 'there'])
      await accounts.createOrganisation({ id, name: id, isDemo: false, createdAt: at(0) })
    for (const [personId, [organisationId, teamId]] of Object.entries(people)) {
      await accounts.createTeam({ id: teamId, organisationId, name: teamId })
      await accounts.createPerson({
        personId,
        organisationId,
        teamId,
        role: 'trainee',
        name: personId,
        email: `${personId}@example.test`,
        isDemo: false,
        createdAt: at(0),
        passwordHash: null,
      })
    }
    await store.addItems([
      item('q1', trueFalse('要保人應據實說明')),
      item('q2', trueFalse('第二題')),
      item('q3', trueFalse('第三題')),
    ])
    await store.createQuiz(quiz('taken', { status: 'published' }), [
      { itemId: 'q1', version: 1 },
      { itemId: 'q2', version: 1 },
    ])
  })
  afterAll(() => database?.close())
  const testWhenInstalled = (name: string, run: () => Promise<void>) =>
    test(name, async (context) => {
      if (!database) return context.skip()
      await run()
    })

  describe('items', () => {
    testWhenInstalled('come back as they were, with their history', async () => {
      const { personName: _name, ...record } = item('i1', trueFalse('「要保人」', ['保險法@2025-06-18#64']), {
        documentId: '保險法',
      })
      await store.addItems([{ ...record, personName: '安' }])
      expect(await store.findItem('i1', 'here')).toEqual({
        ...record,
        events: [{ version: 1, action: 'made', personName: '安', at: at(1) }],
      })
    })

    testWhenInstalled('are seen by their own organisation; those of nobody by all', async () => {
      await store.addItems([item('i2', trueFalse('大家的'), { organisationId: null })])
      const seen = async (id: string, viewer: string | null) => (await store.findItem(id, viewer))?.id ?? null
      expect(await seen('i1', 'there')).toBeNull()
      expect(await seen('i1', null)).toBeNull()
      expect(await seen('i2', 'there')).toBe('i2')
      expect(await seen('i2', null)).toBe('i2')
      const { items } = await store.listItems('there', {}, { offset: 0, limit: 9 })
      expect(IDS(items)).toEqual(['i2'])
    })

    testWhenInstalled('are stored all or not at all', async () => {
      const before = await store.countItems('here')
      await expect(store.addItems([item('i3', trueFalse('新的')), item('i1', trueFalse('有了'))])).rejects.toThrow()
      expect(await store.findItem('i3', 'here')).toBeNull()
      expect(await store.countItems('here')).toEqual(before)
    })

    testWhenInstalled('a new content is a new version, and the old one stays', async () => {
      const changed = trueFalse('改過的', ['保險法@2025-06-18#107-1', '保險法@2025-06-18#107-1'])
      await store.setItemStatus(['i1'], 'approved', by(5))
      expect(await store.saveItemVersion('i1', 1, changed, by(6))).toBe('stored')
      const found = await store.findItem('i1', 'here')
      expect(found).toMatchObject({ version: 2, status: 'edited', content: changed })
      expect(found?.events.map((one) => [one.version, one.action, one.at])).toEqual([
        [1, 'made', at(1)],
        [1, 'approved', at(5)],
        [2, 'edited', at(6)],
      ])
      const placed = await store.findPlacedItems([
        { itemId: 'i1', version: 2 },
        { itemId: 'i1', version: 1 },
        { itemId: 'i1', version: 7 },
      ])
      // The first version was approved, and is so still.
      expect(placed.map((one) => [one.version, one.status, one.content.stem])).toEqual([
        [2, 'edited', '改過的'],
        [1, 'approved', '「要保人」'],
      ])
    })

    testWhenInstalled('two who edit the same version: one of them is told', async () => {
      const save = (stem: string) => store.saveItemVersion('i1', 2, trueFalse(stem, ['甲@1#p1']), by(7))
      const outcomes = await Promise.all([save('甲'), save('乙')])
      expect(outcomes.sort()).toEqual(['conflict', 'stored'])
      expect((await store.findItem('i1', 'here'))?.version).toBe(3)
    })

    testWhenInstalled('a status that is there already leaves no trace', async () => {
      await store.setItemStatus(['i1', 'i2'], 'retired', by(8))
      await store.setItemStatus(['i1'], 'retired', by(9))
      const events = async (id: string) =>
        (await store.findItem(id, 'here'))?.events.filter((one) => one.action === 'retired').map((one) => one.at)
      expect(await events('i1')).toEqual([at(8)])
      expect(await events('i2')).toEqual([at(8)])
    })

    testWhenInstalled('are found by what they are', async () => {
      await store.addItems([
        item('f1', trueFalse('Rate 50%_A 是多少', ['法@1#1'], { ability: 'apply' }), {
          documentId: '法',
          createdAt: at(20),
          origin: 'written',
        }),
        item('f2', trueFalse('別的', ['法@1#2']), { documentId: '法', createdAt: at(21) }),
      ])
      const find = async (filter: Parameters<QuizStore['listItems']>[1], page = { offset: 0, limit: 9 }) => {
        const { items, total } = await store.listItems('here', filter, page)
        return [IDS(items), total]
      }
      expect(await find({ documentId: '法' })).toEqual([['f2', 'f1'], 2])
      expect(await find({ documentId: '法' }, { offset: 1, limit: 1 })).toEqual([['f1'], 2])
      expect(await find({ words: 'rate 50%_a' })).toEqual([['f1'], 1])
      expect(await find({ words: 'rate 50%xa' })).toEqual([[], 0])
      expect(await find({ ability: 'apply' })).toEqual([['f1'], 1])
      expect(await find({ origin: 'written', type: 'true-false', status: 'draft' })).toEqual([['f1'], 1])
      expect(await find({ type: 'cloze' })).toEqual([[], 0])
    })

    testWhenInstalled('are found by what their current version cites', async () => {
      await store.saveItemVersion('f2', 1, trueFalse('別的', ['法@1#3', '法@1#p4', '法@1#5~6']), by(22))
      expect(await store.listItemsCiting('法', 'here')).toEqual([
        { itemId: 'f1', stem: 'Rate 50%_A 是多少', status: 'draft', passageId: '法@1#1', article: '1' },
        { itemId: 'f2', stem: '別的', status: 'edited', passageId: '法@1#3', article: '3' },
        { itemId: 'f2', stem: '別的', status: 'edited', passageId: '法@1#5~6', article: '5' },
        { itemId: 'f2', stem: '別的', status: 'edited', passageId: '法@1#p4', article: null },
      ])
      expect(await store.listItemsCiting('法', 'there')).toEqual([])
      const on = await store.listItemsOn('here', ['法@1#1', '法@1#2'])
      expect(on.map((one) => [one.itemId, one.version, one.content.stem])).toEqual([['f1', 1, 'Rate 50%_A 是多少']])
      expect(await store.listItemsOn('here', [])).toEqual([])
      await store.setItemStatus(['f1'], 'retired', by(23))
      const cited = await store.listCitedPassages('here')
      expect(cited.filter((one) => one.itemId.startsWith('f')).map((one) => [one.itemId, one.passageId])).toEqual([
        ['f2', '法@1#3'],
        ['f2', '法@1#5~6'],
        ['f2', '法@1#p4'],
      ])
      expect((await store.listItemsOn('here', ['法@1#1']))[0]?.status).toBe('retired')
    })
  })

  describe('quizzes', () => {
    testWhenInstalled(
      'the same quiz stored eight times at once is stored once, with the items of that one',
      async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 8 }, (_, i) => {
            const made = item(`twice-${i}`, trueFalse(`第 ${i} 次寫的題目`), { organisationId: 'elsewhere' })
            return store.createQuiz(
              quiz('twice', { organisationId: 'elsewhere' }),
              [{ itemId: made.id, version: 1 }],
              [made],
            )
          }),
        )
        expect(outcomes.filter((one) => one === 'stored')).toHaveLength(1)
        expect(outcomes.filter((one) => one === 'known')).toHaveLength(7)
        const kept = `twice-${outcomes.indexOf('stored')}`
        expect((await store.findQuiz('twice', 'elsewhere'))?.items.map((one) => one.itemId)).toEqual([kept])
        const { items } = await store.listItems('elsewhere', { words: '次寫的題目' }, { offset: 0, limit: 20 })
        expect(IDS(items)).toEqual([kept])
        await store.updateQuiz('twice', { status: 'retired' })
        await store.setItemStatus([kept], 'retired', by(5))
      },
    )

    testWhenInstalled('a draft follows its items, a published one keeps them', async () => {
      await store.addItems([item('d1', trueFalse('舊題')), item('d2', trueFalse('另一題'))])
      const places = [
        { itemId: 'd2', version: 1 },
        { itemId: 'd1', version: 1 },
      ]
      await store.createQuiz(quiz('z1'), places)
      await store.createQuiz(quiz('z2', { status: 'published' }), places)
      await store.saveItemVersion('d1', 1, trueFalse('新題'), by(6))
      const stems = async (id: string) => (await store.findQuiz(id, 'here'))?.items.map((one) => one.content.stem)
      expect(await stems('z1')).toEqual(['另一題', '新題'])
      expect(await stems('z2')).toEqual(['另一題', '舊題'])
      expect(await store.findQuiz('z1', 'here')).toMatchObject(quiz('z1'))
    })

    testWhenInstalled('are changed, and seen by their own organisation', async () => {
      await store.setQuizItems('z1', [{ itemId: 'd1', version: 2 }])
      await store.updateQuiz('z1', { title: '新名', timeLimitMinutes: 30, passPercent: 80, status: 'published' })
      expect(await store.findQuiz('z1', 'here')).toMatchObject({
        title: '新名',
        timeLimitMinutes: 30,
        passPercent: 80,
        status: 'published',
        items: [{ itemId: 'd1', version: 2, status: 'edited' }],
      })
      expect(await store.findQuiz('z1', 'there')).toBeNull()
      expect(await store.listQuizzes('there')).toEqual([])
      expect((await store.listQuizzes('here')).map((one) => [one.id, one.itemCount])).toEqual([
        ['z2', 2],
        ['z1', 1],
        ['taken', 2],
      ])
    })
  })

  describe('attempts', () => {
    testWhenInstalled(
      'opened eight times at once is one attempt; of another mode, or after its time, another',
      async () => {
        const open = (id: string, more: Partial<AttemptRecord> = {}) =>
          store.openAttempt(attempt(id, { personId: 'zoe', ...more }))
        const ids = await Promise.all(Array.from({ length: 8 }, (_, i) => open(`at-once-${i}`, { deadline: at(30) })))
        expect(new Set(ids).size).toBe(1)
        expect(await store.listAttempts('zoe', 50)).toHaveLength(1)
        expect(await open('exam-too', { mode: 'exam' })).toBe('exam-too')
        expect(await open('in-time', { startedAt: at(30) })).toBe(ids[0])
        expect(await open('too-late', { startedAt: at(31), deadline: at(60) })).toBe('too-late')
        for (const id of [ids[0]!, 'exam-too', 'too-late']) await store.finishAttempt(id, end(0))
        expect(await open('after-the-end')).toBe('after-the-end')
        await store.finishAttempt('after-the-end', end(0))
      },
    )

    testWhenInstalled('come back as they were, with their answers and owner', async () => {
      await store.createAttempt(attempt('a1', { deadline: at(30) }))
      expect(await store.saveAnswer('a1', answer(1, 0))).toBe('stored')
      expect(await store.saveAnswer('a1', answer(0, 1))).toBe('stored')
      expect(await store.findAttempt('a1')).toEqual({
        ...attempt('a1', { deadline: at(30) }),
        answers: [answer(0, 1), answer(1, 0)],
        owner: { personId: 'ann', organisationId: 'here', teamId: 'a', name: 'ann' },
      })
      expect(await store.findAttempt('none')).toBeNull()
    })

    testWhenInstalled('the first answer stays in practice, a later one counts in an exam', async () => {
      expect(await store.saveAnswer('a1', answer(0, 0))).toBe('kept')
      expect((await store.findAttempt('a1'))?.answers[0]?.points).toBe(1)
      expect(await store.replaceAnswer('a1', answer(0, 0, { answeredAt: at(5) }))).toBe('stored')
      expect((await store.findAttempt('a1'))?.answers[0]).toEqual(answer(0, 0, { answeredAt: at(5) }))
    })

    testWhenInstalled('of many answers to one position at once exactly one stays', async () => {
      await store.createAttempt(attempt('a2'))
      const outcomes = await Promise.all([0, 1, 0, 1, 0, 1].map((points) => store.saveAnswer('a2', answer(0, points))))
      expect(outcomes.filter((one) => one === 'stored')).toHaveLength(1)
      expect((await store.findAttempt('a2'))?.answers).toHaveLength(1)
    })

    testWhenInstalled('end once, with the points of what is stored', async () => {
      const [first] = (await store.findAttempt('a2'))!.answers
      expect(await store.finishAttempt('a2', end(first!.points + 1))).toBe('changed')
      expect((await store.findAttempt('a2'))?.finishedAt).toBeNull()
      const review = { itemId: 'q2', dueAt: at(60), card: { stability: 1.5 } }
      expect(await store.finishAttempt('a2', end(first!.points, 9, [review]))).toBe('stored')
      expect(await store.finishAttempt('a2', end(first!.points, 10))).toBe('ended')
      expect(await store.saveAnswer('a2', answer(1, 1))).toBe('ended')
      expect(await store.replaceAnswer('a2', answer(0, 1))).toBe('ended')
      expect(await store.findAttempt('a2')).toMatchObject({ points: first!.points, finishedAt: at(9) })
      expect(await store.findReview('ann', 'q2')).toEqual(review)
    })

    testWhenInstalled('an answer at the moment of the end is in the points, or not taken', async () => {
      for (let round = 0; round < 5; round++) {
        const id = `race-${round}`
        await store.createAttempt(attempt(id, { personId: 'ben', quizId: null }))
        await store.saveAnswer(id, answer(0, 1))
        const [put, done] = await Promise.all([store.saveAnswer(id, answer(1, 1)), store.finishAttempt(id, end(1))])
        const stored = (await store.findAttempt(id))!
        expect([put, done]).toEqual(done === 'stored' ? ['ended', 'stored'] : ['stored', 'changed'])
        expect(stored.answers).toHaveLength(put === 'stored' ? 2 : 1)
        expect(stored.points).toBe(done === 'stored' ? 1 : null)
      }
    })

    testWhenInstalled('of a third of a point each end too', async () => {
      await store.createAttempt(attempt('thirds', { personId: 'ben', quizId: null }))
      await store.saveAnswer('thirds', answer(0, 1 / 3))
      await store.saveAnswer('thirds', answer(1, 2 / 3))
      expect(await store.finishAttempt('thirds', end(1))).toBe('stored')
    })

    testWhenInstalled('are listed open ones first, then the newest', async () => {
      await store.createAttempt(attempt('a3', { startedAt: at(1) }))
      const own = await store.listAttempts('ann', 9)
      expect(own.map((one) => [one.id, one.title, one.answered])).toEqual([
        ['a1', '測驗 taken', 2],
        ['a3', '測驗 taken', 0],
        ['a2', '測驗 taken', 1],
      ])
      expect(IDS(await store.listAttempts('ann', 1))).toEqual(['a1'])
    })

    testWhenInstalled('first ended ones of each person count for the analysis, within the scope', async () => {
      await store.createQuiz(quiz('analysed', { status: 'published', organisationId: null }), [])
      const take = async (id: string, personId: string, second: number, points: number, isEnded = true) => {
        await store.createAttempt(attempt(id, { personId, quizId: 'analysed', startedAt: at(second) }))
        await store.saveAnswer(id, answer(0, points))
        if (isEnded) await store.finishAttempt(id, end(points, second + 1))
      }
      await take('n1', 'ann', 10, 0, false)
      await take('n2', 'ann', 20, 0)
      await take('n3', 'ann', 30, 1)
      await take('n4', 'ben', 25, 1)
      await take('n5', 'eve', 26, 1)
      const of = async (organisationId: string, teamId: string | null) =>
        (await store.listScoredAnswers('analysed', { organisationId, teamId })).map((one) => [
          one.attemptId,
          one.points,
        ])
      expect(await of('here', null)).toEqual([
        ['n2', 0],
        ['n4', 1],
      ])
      expect(await of('here', 'b')).toEqual([['n4', 1]])
      expect(await of('there', null)).toEqual([['n5', 1]])
      const results = await store.listAttemptResults({ organisationId: 'here', teamId: null }, 9)
      expect(results.map((one) => [one.id, one.personName, one.title])).toEqual([
        ['n3', 'ann', '測驗 analysed'],
        ['n4', 'ben', '測驗 analysed'],
        ['n2', 'ann', '測驗 analysed'],
        ['a2', 'ann', '測驗 taken'],
      ])
      expect(IDS(await store.listAttemptResults({ organisationId: 'here', teamId: 'b' }, 9))).toEqual(['n4'])
      await take('n6', 'ann', 50, 1)
      const passes = async (organisationId: string, teamId: string | null) =>
        (await store.listFirstPasses(['analysed', 'unknown'], { organisationId, teamId })).map((one) => [
          one.personId,
          one.passedAt,
        ])
      expect(await passes('here', null)).toEqual([
        ['ann', at(31)],
        ['ben', at(26)],
      ])
      expect(await passes('here', 'b')).toEqual([['ben', at(26)]])
    })
  })

  describe('what is to be seen again', () => {
    testWhenInstalled('is due from its time on, the oldest first, without what was retired', async () => {
      const due = (itemId: string, second: number) => ({ itemId, dueAt: at(second), card: { reps: second } })
      for (const [itemId, second] of [
        ['q1', 40],
        ['q3', 30],
        ['q2', 50],
      ] as const)
        await store.saveReview('ben', due(itemId, second), at(9))
      expect(await store.listDueReviews('ben', at(40), 9)).toEqual([due('q3', 30), due('q1', 40)])
      expect(await store.listDueReviews('ben', at(40), 1)).toEqual([due('q3', 30)])
      expect(await store.countDueReviews('ben', at(40))).toBe(2)
      expect(await store.countDueReviews('eve', at(40))).toBe(0)
      await store.saveReview('ben', due('q3', 99), at(10))
      expect(await store.findReview('ben', 'q3')).toEqual(due('q3', 99))
      await store.setItemStatus(['q1'], 'retired', by(11))
      expect(await store.listDueReviews('ben', at(60), 9)).toEqual([due('q2', 50)])
      expect(await store.countDueReviews('ben', at(60))).toBe(1)
    })
  })
})
