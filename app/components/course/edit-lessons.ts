import type { CitedText, CourseContent, Lesson, LessonBlock } from '~/domain/course/course'

/** Changes to a course that somebody edits; each gives a new content and leaves the old one as it is. */

const replaceLesson = (content: CourseContent, id: string, change: (lesson: Lesson) => Lesson): CourseContent => ({
  ...content,
  lessons: content.lessons.map((lesson) => (lesson.id === id ? change(lesson) : lesson)),
})

/** @param by -1 for up, 1 for down; nothing happens at the ends. */
export function moveLesson(content: CourseContent, id: string, by: -1 | 1): CourseContent {
  const from = content.lessons.findIndex((one) => one.id === id)
  const to = from + by
  if (from < 0 || to < 0 || to >= content.lessons.length) return content
  const lessons = [...content.lessons]
  const [lesson] = lessons.splice(from, 1)
  lessons.splice(to, 0, lesson!)
  return { ...content, lessons }
}

export function removeLesson(content: CourseContent, id: string): CourseContent {
  return { ...content, lessons: content.lessons.filter((one) => one.id !== id) }
}

export function changeLesson(
  content: CourseContent,
  id: string,
  change: Partial<Pick<Lesson, 'title' | 'goals'>>,
): CourseContent {
  return replaceLesson(content, id, (lesson) => ({ ...lesson, ...change }))
}

export function removeBlock(content: CourseContent, id: string, place: number): CourseContent {
  return replaceLesson(content, id, (lesson) => ({ ...lesson, blocks: lesson.blocks.filter((_, i) => i !== place) }))
}

/** Puts an empty part behind the others. */
export function addBlock(content: CourseContent, id: string, kind: 'key-points' | 'checklist'): CourseContent {
  const empty: CitedText = { text: '', citations: [] }
  const block: LessonBlock = kind === 'key-points' ? { kind, points: [empty] } : { kind, entries: [empty] }
  return replaceLesson(content, id, (lesson) => ({ ...lesson, blocks: [...lesson.blocks, block] }))
}

/** The sentences of a part that is made of sentences; null for any other. */
export function readTexts(block: LessonBlock): CitedText[] | null {
  if (block.kind === 'key-points') return block.points
  return block.kind === 'checklist' ? block.entries : null
}

/** What somebody changes is theirs, and no longer the model's. */
export function changeText({ citations }: CitedText, text: string): CitedText {
  return { text, citations }
}

/** A part without sentences is gone. */
export function setTexts(content: CourseContent, id: string, place: number, texts: CitedText[]): CourseContent {
  if (texts.length === 0) return removeBlock(content, id, place)
  return replaceLesson(content, id, (lesson) => ({
    ...lesson,
    blocks: lesson.blocks.map((block, i) => {
      if (i !== place) return block
      if (block.kind === 'key-points') return { ...block, points: texts }
      return block.kind === 'checklist' ? { ...block, entries: texts } : block
    }),
  }))
}
