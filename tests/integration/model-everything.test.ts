import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCitations } from '../../app/domain/course/build-lesson'
import { courseContentSchema, type LessonBlock } from '../../app/domain/course/course'
import type { PersonRecord } from '../../app/domain/ports'
import { checkAnswer } from '../../app/domain/retrieval/check-answer'
import type { Services } from '../../app/services.server'
import { SCENARIOS, type ScenarioName } from '../model-server/scenarios'
import { type ModelServer, startModelServer } from '../model-server/start-model-server'
import { openTestDatabase, type TestDatabase } from '../test-database'
import { addBoss, createTestServices } from '../test-services'

// One person's day, a talk, a question, a quiz and a course, on every kind of server: all of it comes about, nothing of it is invented.

const SCENARIO_ID = 'retired-teacher-deposit-matures'
const TURNS = [
  '林老師您好，我是安禾人壽的業務員，這是我的登錄證。今天想先聽聽您的打算，可以嗎？',
  '我懂您擔心錢被綁住。您最在意的是什麼？',
]
/** Words of a machine, an instructor or a form, none of which a client says. */
const OUT_OF_ROLE = /語言模型|人工智慧|AI|評分|分數|滿分|[{}<>]|```|\b[a-z]+\.[a-z_]+\b/u
/** More than a model may add to one sentence by the stated rules. */
const MOST_ADDED = 30
const SLOW = 180_000

let model: ModelServer
let database: TestDatabase
let boss: PersonRecord
let reference: { total: number; trust: number }

const environmentOf = (scenario: ScenarioName) => ({
  OPENAI_BASE_URL: model.baseUrl,
  OPENAI_API_KEY: 'test',
  OPENAI_MODEL: scenario,
})

beforeAll(async () => {
  // Slow, but within what a talk can wait for.
  model = await startModelServer({ slowMs: 1_500 })
  database = await openTestDatabase()
  const { services } = await createTestServices({}, database)
  boss = await addBoss(services)
  await services.startKnowledge(true)
  const [first] = (await holdTalk(services)).turns
  reference = { total: first?.score.status === 'scored' ? first.score.total : Number.NaN, trust: first!.state.trust }
  await services.stopKnowledge()
}, 60_000)
afterAll(async () => {
  await model?.close()
  await database?.close()
})

async function holdTalk(services: Services) {
  const { id } = await services.startRoleplay(boss, { scenarioId: SCENARIO_ID, seed: 'everything' })
  for (const [i, text] of TURNS.entries())
    await services.takeTurn(boss, { roleplayId: id, turnId: `t${i}`, text, expectedTurnIndex: i })
  await services.finishRoleplay(boss, id)
  const { talk } = await services.readTalk(boss, id)
  return { turns: talk.turns, scorecard: talk.roleplay.scorecard }
}

async function expectSoundTalk(services: Services): Promise<void> {
  const { turns, scorecard } = await holdTalk(services)
  expect(turns.map((turn) => turn.text)).toEqual(TURNS)
  for (const [i, turn] of turns.entries()) {
    expect(turn.replyText.length).toBeGreaterThan(0)
    expect(turn.replyText).not.toMatch(OUT_OF_ROLE)
    if (turn.score.status !== 'scored') throw new Error(`not scored: ${turn.score.reason}`)
    // Until the client's words differ, it is the same talk: a model takes nothing away, adds within the stated rules, and the client feels the same.
    if (i === 0) {
      expect(turn.score.total - reference.total).toBeGreaterThanOrEqual(0)
      expect(turn.score.total - reference.total).toBeLessThanOrEqual(MOST_ADDED)
      expect(turn.state.trust).toBe(reference.trust)
    }
    for (const one of turn.score.observations.filter((each) => each.source === 'trainee'))
      expect(turn.text.slice(one.start, one.end)).toBe(one.quote)
    for (const advice of turn.score.advice) expect(advice.zh).not.toMatch(/[{}<>]|\b[a-z]+\.[a-z_]+\b|\d+ ?分/u)
  }
  expect(scorecard?.status).toBe('scored')
}

async function expectSoundAnswer(services: Services): Promise<void> {
  const { sentences, citations, grounded } = await services.answerFromKnowledge(boss, {
    question: '安禾安心守護定期壽險繳費幾年？',
  })
  expect(grounded).toBe(true)
  const passages = new Map(
    citations.map((hit) => [
      hit.passage.id,
      { article: hit.passage.article, text: hit.passage.text, title: hit.version.title },
    ]),
  )
  const cited = sentences.map(({ text, cites }) => ({ text, passageIds: cites.map((one) => one.passageId) }))
  expect(checkAnswer(cited, passages)).toEqual([])
}

async function expectSoundQuiz(services: Services): Promise<void> {
  const made = await services.quiz.makeQuiz(
    { ...boss, name: boss.name },
    { documentIds: ['term-life'], count: 3, types: ['true-false', 'single'], seed: 'everything' },
  )
  expect(made.made).toBe(3)
}

const statementsOf = (block: LessonBlock) => (block.kind === 'key-points' ? block.points : [])

async function expectSoundCourse(services: Services): Promise<void> {
  const { id } = await services.courses.makeCourse(boss, {
    from: { kind: 'documents', documentIds: ['term-life'] },
    title: '定期壽險',
  })
  const { course } = await services.courses.readCourse(boss, id)
  const content = courseContentSchema.parse(course.content)
  const points = content.lessons.flatMap((lesson) => lesson.blocks.flatMap(statementsOf))
  expect(points.length).toBeGreaterThan(0)
  const known = new Map<string, { article: string | null; text: string; title: string }>()
  for (const { passageId } of content.lessons.flatMap((lesson) => listCitations(lesson.blocks))) {
    const { passage, document } = await services.readKnowledgePassage(boss, passageId)
    known.set(passageId, { article: passage.article, text: passage.text, title: document.title })
  }
  const cited = points.map(({ text, citations }) => ({ text, passageIds: citations.map((one) => one.passageId) }))
  expect(checkAnswer(cited, known)).toEqual([])
}

test.concurrent.each(SCENARIOS)('%s', { timeout: SLOW }, async (scenario) => {
  const { services } = await createTestServices(environmentOf(scenario), database)
  await services.startKnowledge(true)
  try {
    await expectSoundTalk(services)
    await expectSoundAnswer(services)
    await expectSoundQuiz(services)
    await expectSoundCourse(services)
  } finally {
    await services.stopKnowledge()
  }
})
