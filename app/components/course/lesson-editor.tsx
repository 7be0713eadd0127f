import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CitedText, CourseContent, Lesson, LessonBlock } from '~/domain/course/course'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import {
  addBlock,
  changeLesson,
  changeText,
  moveLesson,
  readTexts,
  removeBlock,
  removeLesson,
  setTexts,
} from './edit-lessons'
import { TextArea } from './text-area'

type LessonEditorProps = {
  lesson: Lesson
  /** From 0. */
  place: number
  count: number
  content: CourseContent
  onChange: (content: CourseContent) => void
  fields: Readonly<Record<string, string>>
}

/** One lesson: its place, its name, its goals and its parts. */
export function LessonEditor({ lesson, place, count, content, onChange, fields }: LessonEditorProps) {
  const { t } = useTranslation('course')
  const { id, title } = lesson
  const isAtFault = Object.keys(fields).some((field) => field === id || field.startsWith(`${id}.`))
  return (
    <li className="rounded-card border border-hairline bg-surface">
      <details open={isAtFault || count === 1}>
        <summary className="flex min-h-14 cursor-pointer items-center gap-3 px-4 py-2 hover:text-teal">
          <span className="text-title text-ink-faint" aria-hidden="true">
            {place + 1}
          </span>
          <span className="min-w-0 flex-1 break-words font-medium">{title}</span>
        </summary>
        <div className="grid gap-5 border-t border-hairline p-4">
          <TextField
            name={`lesson-title-${id}`}
            label={t('edit.lessonTitle')}
            value={title}
            onChange={(event) => onChange(changeLesson(content, id, { title: event.target.value }))}
            fault={fields[id] ? t('edit.fault.invalid') : undefined}
            maxLength={120}
            autoComplete="off"
          />
          <TextArea
            label={t('edit.goals')}
            value={lesson.goals.join('\n')}
            onChange={(text) => onChange(changeLesson(content, id, { goals: text.split('\n') }))}
          />
          {lesson.blocks.map((block, i) => (
            <BlockEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: a part has its place only
              key={i}
              block={block}
              field={`${id}.${block.kind}`}
              fields={fields}
              onTexts={(texts) => onChange(setTexts(content, id, i, texts))}
              onRemove={() => onChange(removeBlock(content, id, i))}
            />
          ))}
          <div className="flex flex-wrap gap-2">
            <AddButton label={t('edit.addPoints')} onClick={() => onChange(addBlock(content, id, 'key-points'))} />
            <AddButton label={t('edit.addChecklist')} onClick={() => onChange(addBlock(content, id, 'checklist'))} />
          </div>
        </div>
      </details>
      <div className="flex flex-wrap gap-2 border-t border-hairline px-4 py-2">
        <Button
          tone="quiet"
          size="small"
          disabled={place === 0}
          aria-label={t('edit.upOf', { title })}
          icon={<ArrowUp aria-hidden className="size-4" />}
          onClick={() => onChange(moveLesson(content, id, -1))}
        >
          {t('edit.up')}
        </Button>
        <Button
          tone="quiet"
          size="small"
          disabled={place === count - 1}
          aria-label={t('edit.downOf', { title })}
          icon={<ArrowDown aria-hidden className="size-4" />}
          onClick={() => onChange(moveLesson(content, id, 1))}
        >
          {t('edit.down')}
        </Button>
        <RemoveButton
          label={t('edit.removeLesson')}
          isOff={count === 1}
          onClick={() => onChange(removeLesson(content, id))}
        />
      </div>
    </li>
  )
}

function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="small" icon={<Plus aria-hidden className="size-4" />} onClick={onClick}>
      {label}
    </Button>
  )
}

function RemoveButton({ label, isOff, onClick }: { label: string; isOff?: boolean; onClick: () => void }) {
  return (
    <Button
      tone="quiet"
      size="small"
      disabled={isOff}
      icon={<Trash2 aria-hidden className="size-4" />}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}

type BlockEditorProps = {
  block: LessonBlock
  field: string
  fields: Readonly<Record<string, string>>
  onTexts: (texts: CitedText[]) => void
  onRemove: () => void
}

function useBlockName(block: LessonBlock): string {
  const { t } = useTranslation('course')
  switch (block.kind) {
    case 'table':
      return t('edit.block.table', { caption: block.caption })
    case 'dialogue':
      return t('edit.block.dialogue', { title: block.title })
    case 'mistakes':
      return t('edit.block.mistakes', { count: block.mistakes.length })
    case 'quiz':
      return t('edit.block.quiz', { count: block.itemCount })
    case 'key-points':
      return t(block.role === 'introduction' ? 'lesson.introduction' : 'edit.block.key-points')
    default:
      return t(`edit.block.${block.kind}`)
  }
}

function BlockEditor({ block, field, fields, onTexts, onRemove }: BlockEditorProps) {
  const { t } = useTranslation('course')
  const name = useBlockName(block)
  const texts = readTexts(block)
  return (
    <fieldset className="grid min-w-0 gap-3 border-t border-hairline pt-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <legend className="contents">
          <span className="min-w-0 break-words font-medium">{name}</span>
        </legend>
        <RemoveButton label={t('edit.removeBlock')} onClick={onRemove} />
      </div>
      {texts?.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sentence has its place only
        <div key={i} className="flex items-start gap-1">
          <TextArea
            label={t(block.kind === 'checklist' ? 'edit.entry' : 'edit.point', { number: i + 1 })}
            value={one.text}
            onChange={(text) => onTexts(texts.map((other, j) => (j === i ? changeText(other, text) : other)))}
            hint={[
              one.citations.length === 0
                ? t('edit.noCite')
                : t('edit.cited', { labels: one.citations.map((cited) => cited.label).join('、') }),
              ...(one.writtenBy === 'model' ? [t('edit.byModel')] : []),
            ].join(' · ')}
            fault={fields[`${field}.${i + 1}`] ? t('edit.fault.not-in-source') : undefined}
          />
          <Button
            tone="quiet"
            size="small"
            className="mt-6 shrink-0"
            aria-label={`${t('edit.removePoint')} ${i + 1}`}
            onClick={() => onTexts(texts.filter((_, j) => j !== i))}
          >
            <Trash2 aria-hidden className="size-4" />
          </Button>
        </div>
      ))}
      {texts ? (
        <div>
          <AddButton
            label={t(block.kind === 'checklist' ? 'edit.addEntry' : 'edit.addPoint')}
            onClick={() => onTexts([...texts, { text: '', citations: [] }])}
          />
        </div>
      ) : null}
    </fieldset>
  )
}
