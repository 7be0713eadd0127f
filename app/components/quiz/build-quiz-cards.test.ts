import { expect, test } from 'vitest'
import type { AttemptRecord, QuizSummary } from '~/domain/quiz/quiz-ports'
import { buildQuizCards, listOpenAttempts } from './build-quiz-cards'

const quiz = (id: string, origin: QuizSummary['origin'] = { kind: 'topic', topic: id }): QuizSummary => ({
  id,
  organisationId: 'o',
  title: id,
  status: 'published',
  origin,
  timeLimitMinutes: null,
  passPercent: 60,
  seed: 's',
  createdAt: new Date(0),
  createdById: null,
  itemCount: 10,
})
const attempt = (id: string, quizId: string, day: number | null, points: number | null) => ({
  id,
  quizId,
  personId: 'p',
  mode: 'practice' as AttemptRecord['mode'],
  seed: 's',
  items: [{ itemId: 'a', version: 1 }],
  startedAt: new Date(0),
  deadline: null,
  finishedAt: day === null ? null : new Date(day * 86_400_000),
  points,
  maxPoints: 10,
  passed: points === null ? null : points >= 6,
  title: quizId,
  answered: 0,
})

test('the best and the last result of each quiz; what is open is no result', () => {
  const attempts = [attempt('open', 'a', null, null), attempt('new', 'a', 3, 5), attempt('old', 'a', 1, 9)]
  const [card] = buildQuizCards([quiz('a')], attempts, 'p')
  expect(card?.best).toMatchObject({ attemptId: 'old', percent: 90, passed: true })
  expect(card?.last).toMatchObject({ attemptId: 'new', percent: 50, passed: false })
  expect(listOpenAttempts(attempts)).toEqual([
    { attemptId: 'open', title: 'a', mode: 'practice', answered: 0, total: 1 },
  ])
})

test('a quiz that was made for the reader stands first', () => {
  const remedy = quiz('r', { kind: 'remedy', personId: 'p', codes: [] })
  expect(buildQuizCards([quiz('a'), remedy], [], 'p').map((one) => one.id)).toEqual(['r', 'a'])
  expect(buildQuizCards([quiz('a'), remedy], [], 'other').map((one) => one.isForMe)).toEqual([false, false])
})
