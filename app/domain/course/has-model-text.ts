import type { Lesson } from './course'

/** Whether any sentence is a language model's: of those that nobody has changed since. */
export function hasModelText(lessons: readonly Pick<Lesson, 'blocks'>[]): boolean {
  return lessons.some(({ blocks }) =>
    blocks.some((block) => block.kind === 'key-points' && block.points.some((one) => one.writtenBy === 'model')),
  )
}
