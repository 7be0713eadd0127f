import type { LessonBlock, WritingNote } from '~/domain/course/course'
import type { Dimension } from '~/domain/shared/dimensions'

export type CourseStatus = 'draft' | 'published' | 'retired'
export type CourseOriginKind = 'documents' | 'scenario' | 'talk' | 'remedy'

export type CourseCardView = {
  id: string
  title: string
  summary: string
  status: CourseStatus
  origin: CourseOriginKind
  lessonCount: number
  minutes: number
  doneLessons: number
  isOwn: boolean
  /** Made for one person. */
  isPersonal: boolean
}

export type OutlineLessonView = { id: string; number: number; title: string; minutes: number; isDone: boolean }
/** A document with the places that the course cites in it. */
export type SourceView = {
  document: string
  /** `name` empty: what stands before the first heading. */
  places: { passageId: string; name: string }[]
}
export type StaleView = { number: number; label: string; passageId: string; currentPassageId: string | null }
/** What a language model had to do with a course; `dropped` and `note` are for those who make it. */
export type WritingView = { model: string; kept: number; dropped: number; note: WritingNote | null }
export type PersonProgressView = {
  personId: string
  name: string
  done: number
  /** Published quizzes that this person has not passed yet. */
  openQuizzes: number
  isComplete: boolean
  lastDoneAt: string | null
}

export type CourseView = {
  id: string
  title: string
  summary: string
  status: CourseStatus
  origin: CourseOriginKind
  version: number
  asOf: string
  minutes: number
  dimensions: { code: Dimension; name: string }[]
  lessons: OutlineLessonView[]
  sources: SourceView[]
  canChange: boolean
  isPersonal: boolean
  hasQuiz: boolean
  isComplete: boolean
  openQuizzes: number
  stale: StaleView[]
  /** Some sentence of it is a language model's. */
  hasModelText: boolean
  /** null for readers, and where no model was asked. */
  writing: WritingView | null
  people: PersonProgressView[]
}

export type QuizStateView = { quizId: string; status: CourseStatus; isPassed: boolean }
export type PracticeView = { scenarioId: string; title: string; minutes: number }
export type LessonView = {
  id: string
  number: number
  total: number
  title: string
  goals: string[]
  minutes: number
  blocks: LessonBlock[]
  isDone: boolean
  previousId: string | null
  nextId: string | null
  quizzes: QuizStateView[]
  practice: PracticeView[]
  canChange: boolean
  hasModelText: boolean
  /** What the numbers of the mistakes are about: one talk, one person's talks, or the team's. */
  counted: 'talk' | 'person' | 'team'
}
