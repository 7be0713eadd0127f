import { ArrowLeft, ArrowRight, Check, CircleCheck, MessagesSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Button, ButtonLink } from '../ui/button'
import { listNotes, NoteList, NotesProvider } from './cite-notes'
import { LessonPart } from './lesson-blocks'
import type { LessonView } from './view-types'
import { WrittenByModel } from './writing-note'

type LessonProps = { lesson: LessonView; courseId: string }

/** A lesson to read, on the phone too. */
export function LessonText({ lesson, courseId }: LessonProps) {
  const { t } = useTranslation('course')
  return (
    <NotesProvider value={listNotes(lesson.blocks)}>
      <div className="grid min-w-0 gap-6">
        <section className="rounded-card bg-sunken p-5">
          <h2 className="text-small font-medium text-ink-soft">{t('lesson.goals')}</h2>
          <ul className="mt-1 grid gap-1">
            {lesson.goals.map((goal) => (
              <li key={goal} className="flex gap-2">
                <Check aria-hidden className="mt-1 size-5 shrink-0 text-teal" />
                <span className="min-w-0 break-words">{goal}</span>
              </li>
            ))}
          </ul>
        </section>
        {lesson.blocks.map((block, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has its place only
          <LessonPart key={i} block={block} lesson={lesson} />
        ))}
        <Practice lesson={lesson} />
        <NoteList />
        {lesson.hasModelText ? <WrittenByModel /> : null}
        <LessonNav lesson={lesson} courseId={courseId} />
      </div>
    </NotesProvider>
  )
}

function Practice({ lesson }: { lesson: LessonView }) {
  const { t } = useTranslation(['course', 'frame'])
  if (lesson.practice.length === 0) return null
  return (
    <section>
      <h2 className="mb-2 text-title">{t('lesson.practise')}</h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {lesson.practice.map((one) => (
          <li
            key={one.scenarioId}
            className="group relative flex min-w-0 items-center gap-3 rounded-card border border-hairline bg-surface p-4 hover:border-teal"
          >
            <MessagesSquare aria-hidden className="size-6 shrink-0 text-teal" strokeWidth={1.5} />
            <div className="min-w-0">
              <AppLink
                to={`/scenarios/${one.scenarioId}`}
                className="break-words font-medium after:absolute after:inset-0 after:rounded-card group-hover:text-teal"
              >
                {one.title}
              </AppLink>
              <p className="text-small text-ink-soft">{t('frame:minutes', { minutes: one.minutes })}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function LessonNav({ lesson, courseId }: LessonProps) {
  const { t } = useTranslation('course')
  const to = (id: string | null) => (id ? `/courses/${courseId}/lessons/${id}` : `/courses/${courseId}`)
  return (
    <nav aria-label={t('outline')} className="grid gap-4 border-t border-hairline pt-5">
      {lesson.isDone ? (
        <p className="flex items-center justify-center gap-2 font-medium text-good">
          <CircleCheck aria-hidden className="size-5" />
          {t('lesson.isDone')}
        </p>
      ) : (
        <AppForm method="post" action={`/courses/${courseId}/lessons/${lesson.id}`} className="grid" leadsOn>
          <Button type="submit" tone="primary" isWide icon={<Check aria-hidden className="size-5" />}>
            {t(lesson.nextId ? 'lesson.markDone' : 'lesson.markLast')}
          </Button>
        </AppForm>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ButtonLink to={to(lesson.previousId)} tone="quiet" icon={<ArrowLeft aria-hidden className="size-4" />}>
          {t(lesson.previousId ? 'lesson.previous' : 'lesson.toCourse')}
        </ButtonLink>
        <ButtonLink to={to(lesson.nextId)} tone="quiet">
          {t(lesson.nextId ? 'lesson.next' : 'lesson.toCourse')}
          <ArrowRight aria-hidden className="size-4" />
        </ButtonLink>
      </div>
    </nav>
  )
}
