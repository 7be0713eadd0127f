import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { LessonBlock } from '~/domain/course/course'
import { linkToPassage } from '../knowledge/link-to'
import { AppLink } from '../ui/app-link'

type Note = { passageId: string; label: string; quote?: string | undefined }

const keyOf = ({ passageId, label }: Note) => `${passageId} ${label}`

/** The places that a lesson cites, numbered in the order of reading; a place named in two ways has two numbers. */
export function listNotes(blocks: readonly LessonBlock[]): Note[] {
  const all: Note[] = blocks.flatMap((block) => {
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
  return all.filter((one, i) => all.findIndex((other) => keyOf(other) === keyOf(one)) === i)
}

const NotesContext = createContext<readonly Note[]>([])
export const NotesProvider = NotesContext.Provider

/** Small numbers behind a sentence; each leads to the words it stands on. */
export function Cites({ citations }: { citations: readonly Note[] }) {
  const notes = useContext(NotesContext)
  const { t } = useTranslation('course')
  return citations.map((one) => {
    const number = notes.findIndex((note) => keyOf(note) === keyOf(one)) + 1
    return (
      <AppLink
        key={keyOf(one)}
        to={linkToPassage(one.passageId)}
        aria-label={t('lesson.sourceNumber', { number, label: one.label })}
        title={one.label}
        className="ml-1 inline-flex min-h-6 min-w-6 items-center justify-center rounded-sm bg-teal-soft px-1 align-text-top text-small font-medium text-teal-ink no-underline hover:bg-teal hover:text-on-teal"
      >
        {number}
      </AppLink>
    )
  })
}

/** All places of the lesson at its foot, with their names. */
export function NoteList() {
  const notes = useContext(NotesContext)
  const { t } = useTranslation('course')
  if (notes.length === 0) return null
  return (
    <section className="border-t border-hairline pt-4">
      <h2 className="text-small font-medium text-ink-soft">{t('lesson.source')}</h2>
      <ol className="mt-1 grid">
        {notes.map((note, i) => (
          <li key={keyOf(note)} className="flex gap-2 text-small">
            <span className="w-6 shrink-0 pt-1.5 text-right text-ink-faint" aria-hidden="true">
              {i + 1}
            </span>
            <AppLink
              to={linkToPassage(note.passageId)}
              className="inline-flex min-h-8 min-w-0 items-center break-words text-ink-soft underline-offset-4 hover:text-teal hover:underline"
            >
              {note.label}
            </AppLink>
          </li>
        ))}
      </ol>
    </section>
  )
}
