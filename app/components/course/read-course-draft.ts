import type { CourseContent } from '~/domain/course/course'
import { readDraft } from '../ui/kept-draft'

/** What somebody has changed of a course and not saved; null where there is nothing, or nothing that the editor can show. */
export function readCourseDraft(draftKey: string): { title: string; content: CourseContent } | null {
  try {
    const text = readDraft(draftKey)
    const kept: { title: unknown; content: CourseContent } | null = text ? JSON.parse(text) : null
    const isWhole = typeof kept?.title === 'string' && Array.isArray(kept.content?.lessons)
    return isWhole ? { title: String(kept.title), content: kept.content } : null
  } catch {
    return null
  }
}
