import { CircleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CourseContent } from '~/domain/course/course'
import { hasModelText } from '~/domain/course/has-model-text'
import { AppForm } from '../ui/app-form'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { TextField } from '../ui/field'
import { keepDraft, nameVersionDraft } from '../ui/kept-draft'
import { RestoredNote } from '../ui/restored-note'
import { LessonEditor } from './lesson-editor'
import { readCourseDraft } from './read-course-draft'
import { TextArea } from './text-area'
import { WrittenByModel } from './writing-note'

export type EditAnswer = { code: 'version-conflict' | 'bad-input'; fields: Record<string, string>; version: number }

type CourseEditorProps = {
  courseId: string
  version: number
  title: string
  content: CourseContent
  answer: EditAnswer | null
  isBusy: boolean
}

const MAX_UNDO = 50

/** Everything stays on the page until it is saved; a refused save loses nothing. */
export function CourseEditor({ courseId, version, title, content, answer, isBusy }: CourseEditorProps) {
  const { t } = useTranslation('course')
  const [name, setName] = useState(title)
  const [past, setPast] = useState<readonly CourseContent[]>([content])
  const draft = past.at(-1)!
  const draftKey = nameVersionDraft(`course.${courseId}`, version)
  const [wasRestored, setWasRestored] = useState(false)
  // What was typed before a reload, or before the session ran out, comes back as a change that can be undone.
  useEffect(() => {
    const kept = readCourseDraft(draftKey)
    if (!kept) return
    setName(kept.title)
    setPast((before) => [...before, kept.content])
    setWasRestored(true)
  }, [draftKey])
  const keep = (next: { title: string; content: CourseContent }) => keepDraft(draftKey, JSON.stringify(next))
  const change = (next: CourseContent) => {
    if (next === draft) return
    setPast([...past.slice(-MAX_UNDO), next])
    keep({ title: name, content: next })
  }
  const discard = () => {
    keepDraft(draftKey, '')
    setName(title)
    setPast([content])
    setWasRestored(false)
  }
  const isConflict = answer?.code === 'version-conflict'
  const fields = answer?.fields ?? {}
  return (
    <AppForm method="post" action={`/courses/${courseId}/edit`} leadsOn noValidate className="grid gap-6">
      <input type="hidden" name="content" value={JSON.stringify(draft)} />
      <input type="hidden" name="expectedVersion" value={isConflict ? answer.version : version} />
      <Faults answer={answer} />
      {wasRestored ? <RestoredNote onDiscard={discard} /> : null}
      {hasModelText(content.lessons) ? <WrittenByModel /> : null}
      <Card>
        <div className="grid gap-4">
          <TextField
            name="title"
            label={t('edit.name')}
            value={name}
            onChange={(event) => {
              setName(event.target.value)
              keep({ title: event.target.value, content: draft })
            }}
            maxLength={100}
            fault={fields.title ? t('edit.fault.title') : undefined}
            autoComplete="off"
          />
          <TextArea
            label={t('edit.summary')}
            value={draft.summary}
            onChange={(summary) => change({ ...draft, summary })}
            fault={fields.summary ? t('edit.fault.invalid') : undefined}
          />
        </div>
      </Card>
      <section className="grid gap-4">
        <h2 className="text-title">{t('edit.lessons')}</h2>
        <ol className="grid gap-4">
          {draft.lessons.map((lesson, i) => (
            <LessonEditor
              key={lesson.id}
              lesson={lesson}
              place={i}
              count={draft.lessons.length}
              content={draft}
              onChange={change}
              fields={fields}
            />
          ))}
        </ol>
      </section>
      <div className="sticky bottom-16 z-[5] flex flex-wrap items-center gap-3 rounded-card border border-hairline bg-surface p-3 md:bottom-3">
        <Button type="submit" tone="primary" isBusy={isBusy}>
          {t(isConflict ? 'edit.saveAnyway' : 'edit.save')}
        </Button>
        <Button tone="plain" disabled={past.length < 2} onClick={() => setPast(past.slice(0, -1))}>
          {t('edit.undo')}
        </Button>
        <ButtonLink to={`/courses/${courseId}`} tone="quiet">
          {t('edit.discard')}
        </ButtonLink>
      </div>
    </AppForm>
  )
}

/** What was wrong with the save as a whole; the rest stands beside its field. */
function Faults({ answer }: { answer: EditAnswer | null }) {
  const { t } = useTranslation('course')
  if (!answer) return null
  const { fields } = answer
  const isUnheld = Object.values(fields).includes('not-in-source')
  const key =
    answer.code === 'version-conflict'
      ? 'edit.fault.conflict'
      : fields.lessons
        ? 'edit.fault.lessons'
        : isUnheld
          ? 'edit.fault.not-in-source'
          : fields.title
            ? 'edit.fault.title'
            : 'edit.fault.invalid'
  return (
    <p
      role="alert"
      className="flex items-start gap-2 rounded-card border border-breach/40 bg-breach-soft px-4 py-3 text-breach-ink"
    >
      <CircleAlert aria-hidden className="mt-1 size-5 shrink-0" />
      {t(key)}
    </p>
  )
}
