import type { Lesson, LessonBlock } from './course'

/** Characters that somebody reads and takes in within a minute. */
const CHARACTERS_PER_MINUTE = 220
const MINUTES_PER_ITEM = 0.75

/** Puts a lesson together; blocks without content are left out. @returns null when nothing is left. */
export function buildLesson(
  number: number,
  lesson: { title: string; goals: readonly string[]; blocks: readonly (LessonBlock | null)[]; scenarioIds?: string[] },
): Lesson | null {
  const blocks = lesson.blocks.filter((one): one is LessonBlock => one !== null && !isEmpty(one))
  if (blocks.length === 0) return null
  return {
    id: `lesson-${number}`,
    title: cutText(lesson.title),
    goals: lesson.goals.map(cutText),
    minutes: estimateMinutes(blocks),
    blocks,
    ...(lesson.scenarioIds && lesson.scenarioIds.length > 0 && { scenarioIds: lesson.scenarioIds.slice(0, 3) }),
  }
}

const cutText = (text: string) => ([...text].length > 120 ? `${[...text].slice(0, 119).join('')}…` : text)

function isEmpty(block: LessonBlock): boolean {
  if (block.kind === 'key-points') return block.points.length === 0
  if (block.kind === 'checklist') return block.entries.length === 0
  return block.kind === 'mistakes' && block.mistakes.length === 0
}

/** @returns whole minutes, from 2. */
export function estimateMinutes(blocks: readonly LessonBlock[]): number {
  const characters = blocks.reduce((sum, block) => sum + countCharacters(block), 0)
  const items = blocks.reduce((sum, block) => sum + (block.kind === 'quiz' ? block.itemCount : 0), 0)
  return Math.min(120, Math.max(2, Math.round(characters / CHARACTERS_PER_MINUTE + items * MINUTES_PER_ITEM)))
}

function countCharacters(block: LessonBlock): number {
  switch (block.kind) {
    case 'key-points':
      return block.points.reduce((sum, one) => sum + one.text.length, 0)
    case 'table':
      return block.rows.flat().join('').length
    case 'dialogue':
      return block.comment.length + block.lines.reduce((sum, one) => sum + one.text.length, 0)
    case 'mistakes':
      return block.mistakes.reduce((sum, one) => sum + one.why.text.length + one.instead.length, 0)
    case 'checklist':
      return block.entries.reduce((sum, one) => sum + one.text.length, 0)
    case 'quiz':
      return 0
  }
}

/** Every place that a lesson cites, once, in the order of reading. */
export function listCitations(blocks: readonly LessonBlock[]) {
  const all = blocks.flatMap((block) => {
    switch (block.kind) {
      case 'key-points':
        return block.points.flatMap((one) => one.citations)
      case 'table':
        return block.citations
      case 'mistakes':
        return block.mistakes.flatMap((one) => one.why.citations)
      case 'checklist':
        return block.entries.flatMap((one) => one.citations)
      default:
        return []
    }
  })
  return all.filter((one, i) => all.findIndex((other) => other.passageId === one.passageId) === i)
}
