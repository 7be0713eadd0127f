import type { Content } from '~/domain/content'
import { listCitations } from '~/domain/course/build-lesson'
import type { CourseContent } from '~/domain/course/course'
import type { ListedCourse, PersonProgress, ReadCourse } from '~/domain/course/course-ports'
import { hasModelText } from '~/domain/course/has-model-text'
import { groupBy } from '~/domain/shared/group-by'
import { inLocale, type Locale } from '~/domain/shared/localised'
import type { CourseCardView, CourseView, LessonView, SourceView, WritingView } from './view-types'

export function buildCourseCard(course: ListedCourse): CourseCardView {
  const { id, title, summary, status, origin, lessonCount, minutes, doneLessons, isOwn, forPersonId } = course
  return {
    id,
    title,
    summary,
    status,
    origin: origin.kind,
    lessonCount,
    minutes,
    doneLessons,
    isOwn,
    isPersonal: forPersonId !== null,
  }
}

/** 「保險法 §64」 → 保險法, §64; 「用白話把商品講懂 › 6. 保證」 → its heading; a numbered clause → its number. */
function namePlace({ passageId, label }: { passageId: string; label: string }) {
  const piece = passageId.slice(passageId.lastIndexOf('#') + 1)
  const law = /^(.+?) §/u.exec(label)?.[1]
  if (law) return { document: law, name: `§${piece}` }
  const [document = label, ...rest] = label.split(' › ')
  return { document, name: rest.join(' › ') }
}

/** A place once, whichever lessons cite it, under its document. */
function listSources(read: ReadCourse): SourceView[] {
  const all = read.course.content.lessons.flatMap((lesson) => listCitations(lesson.blocks))
  const distinct = all.filter((one, i) => all.findIndex((other) => other.passageId === one.passageId) === i)
  const placed = distinct.map((one) => ({ passageId: one.passageId, ...namePlace(one) }))
  return [...groupBy(placed, (one) => one.document)].map(([document, some]) => ({
    document,
    places: some.map(({ passageId, name }) => ({ passageId, name })),
  }))
}

export function buildCourseView(
  content: Content,
  read: ReadCourse,
  progress: readonly PersonProgress[],
  locale: Locale,
): CourseView {
  const { course, completion } = read
  const { lessons, summary, asOf, dimensions } = course.content
  const numberOf = new Map(lessons.map((lesson, i) => [lesson.id, i + 1]))
  return {
    id: course.id,
    title: course.title,
    summary,
    status: course.status,
    origin: course.origin.kind,
    version: course.version,
    asOf,
    minutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    dimensions: dimensions.map((code) => ({ code, name: inLocale(content.catalogue.dimensions[code], locale) })),
    lessons: lessons.map(({ id, title, minutes }, i) => ({
      id,
      number: i + 1,
      title,
      minutes,
      isDone: read.doneLessonIds.includes(id),
    })),
    sources: listSources(read),
    canChange: read.canChange,
    isPersonal: course.forPersonId !== null,
    hasQuiz: read.quizzes.length > 0,
    isComplete: completion.isComplete,
    openQuizzes: completion.openQuizIds.length,
    stale: read.stale.map(({ lessonId, ...one }) => ({ ...one, number: numberOf.get(lessonId) ?? 0 })),
    hasModelText: hasModelText(lessons),
    writing: read.canChange ? readWriting(course.content) : null,
    people: progress.map(({ personId, personName, completion: reached, lastDoneAt }) => ({
      personId,
      name: personName,
      done: reached.doneLessons,
      openQuizzes: reached.openQuizIds.length,
      isComplete: reached.isComplete,
      lastDoneAt: lastDoneAt?.toISOString() ?? null,
    })),
  }
}

export function readWriting({ writing }: CourseContent): WritingView | null {
  if (!writing) return null
  const { model, kept, dropped, note } = writing
  return { model, kept, dropped: Object.values(dropped).reduce((sum, count) => sum + count, 0), note }
}

function countedOf({ course }: ReadCourse): LessonView['counted'] {
  if (course.origin.kind === 'talk') return 'talk'
  return course.forPersonId === null ? 'team' : 'person'
}

/** @returns null for an unknown lesson. */
export function buildLessonView(
  content: Content,
  read: ReadCourse,
  lessonId: string,
  locale: Locale,
): LessonView | null {
  const { lessons } = read.course.content
  const at = lessons.findIndex((one) => one.id === lessonId)
  const lesson = lessons[at]
  if (!lesson) return null
  const { id, title, goals, minutes, blocks, scenarioIds = [] } = lesson
  return {
    id,
    number: at + 1,
    total: lessons.length,
    title,
    goals,
    minutes,
    blocks,
    isDone: read.doneLessonIds.includes(id),
    previousId: lessons[at - 1]?.id ?? null,
    nextId: lessons[at + 1]?.id ?? null,
    quizzes: read.quizzes.map(({ quizId, status, passedAt }) => ({ quizId, status, isPassed: passedAt !== null })),
    practice: scenarioIds.flatMap((scenarioId) => {
      const scenario = content.scenarios.get(scenarioId)
      return scenario ? [{ scenarioId, title: inLocale(scenario.title, locale), minutes: scenario.minutes }] : []
    }),
    canChange: read.canChange,
    hasModelText: hasModelText([lesson]),
    counted: countedOf(read),
  }
}

/** Names of the catalogue's codes that a lesson shows. */
export function listCodeLabels(content: Content, lesson: LessonView, locale: Locale): Record<string, string> {
  const codes = lesson.blocks.flatMap((block) =>
    block.kind === 'dialogue' ? block.lines.flatMap((line) => line.codes) : [],
  )
  return Object.fromEntries(
    [...new Set(codes)].flatMap((code) => {
      const entry = content.catalogue.entries.get(code)
      return entry ? [[code, inLocale({ zh: entry.zh, en: entry.en }, locale)]] : []
    }),
  )
}
