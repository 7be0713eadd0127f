import { describe, expect, test } from 'vitest'
import { computeCompletion } from './compute-completion'
import type { QuizOfCourse } from './course-ports'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const read = (lessonId: string, day: number) => ({ lessonId, doneAt: at(day) })
const quiz = (quizId: string, passedDay: number | null, status: QuizOfCourse['status'] = 'published') => ({
  quizId,
  status,
  passedAt: passedDay === null ? null : at(passedDay),
})
const LESSONS = ['a', 'b']

describe('a course is complete', () => {
  test('when all is read and every published quiz is passed, at the moment of the last of them', () => {
    expect(computeCompletion(LESSONS, [read('a', 1), read('b', 3)], [quiz('q', 5)])).toEqual({
      isComplete: true,
      completedAt: at(5),
      doneLessons: 2,
      lessonCount: 2,
      openQuizIds: [],
    })
    expect(computeCompletion(LESSONS, [read('a', 9), read('b', 3)], [quiz('q', 5)]).completedAt).toEqual(at(9))
  })

  test('without quizzes that nobody can take', () => {
    const quizzes = [quiz('d', null, 'draft'), quiz('r', null, 'retired')]
    expect(computeCompletion(LESSONS, [read('a', 1), read('b', 2)], quizzes)).toMatchObject({
      isComplete: true,
      completedAt: at(2),
    })
  })
})

describe('it is not', () => {
  test('while a quiz is open, however much is read', () => {
    expect(computeCompletion(LESSONS, [read('a', 1), read('b', 2)], [quiz('q', 4), quiz('p', null)])).toMatchObject({
      isComplete: false,
      completedAt: null,
      openQuizIds: ['p'],
    })
  })

  test('while a lesson is open, also where one was read that is gone', () => {
    expect(computeCompletion(LESSONS, [read('a', 1), read('gone', 2)], [quiz('q', 4)])).toMatchObject({
      isComplete: false,
      doneLessons: 1,
    })
  })

  test('without any lesson', () => {
    expect(computeCompletion([], [], [])).toMatchObject({ isComplete: false, completedAt: null })
  })
})
