import type { ItemSource } from '../quiz/item'
import type { WriteScope } from '../quiz/quiz-ports'

/** A sentence that somebody wrote for a lesson, and the place that is to hold it. Nobody has checked either. */
export type WrittenStatement = {
  text: string
  passageId: string
  /** The passage's own words that hold it. */
  quote: string
}

/** What a lesson is to be written from. */
export type LessonOrder = {
  title: string
  /** The passages of the lesson; nothing else may be used. */
  sources: readonly ItemSource[]
  /** Sentences of the passages that the lesson tells already: what is wanted in plainer words. */
  wanted: readonly string[]
}

export type WrittenLesson = {
  /** What the lesson is about, in one or two sentences. */
  introduction: readonly WrittenStatement[]
  /** What somebody can do after it. */
  goals: readonly WrittenStatement[]
  points: readonly WrittenStatement[]
  /** Statements that could not be read. */
  unreadable: number
}

/** `lessons` in the order of the orders, null for one that was not written; `failure` says why the first such one was not. */
export type WrittenLessons =
  | { status: 'written'; lessons: readonly (WrittenLesson | null)[]; failure: string | null }
  /** Nothing was written at all. */
  | { status: 'failed'; reason: string }

/** Writes lessons out of passages. What comes back is unchecked: see `mergeWritten`. Never throws, save the signal's reason. */
export type CourseWriter = {
  write(orders: readonly LessonOrder[], signal?: AbortSignal, scope?: WriteScope): Promise<WrittenLessons>
}
