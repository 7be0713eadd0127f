import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { joinClasses } from '../ui/join-classes'

type TextAreaProps = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  fault?: string | undefined
}

const CHARACTERS_PER_ROW = 34

/** A labelled box for some sentences, as tall as its text. */
export function TextArea({ label, value, onChange, hint, fault }: TextAreaProps) {
  const id = useId()
  const rows = Math.min(
    8,
    value.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / CHARACTERS_PER_ROW), 0),
  )
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return (
    <div className="grid min-w-0 flex-1 gap-1">
      <label htmlFor={id} className="text-small font-medium text-ink-soft">
        {label}
      </label>
      <textarea
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        rows={Math.max(2, rows)}
        maxLength={2_000}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
        className={joinClasses(
          'field-sizing-content w-full rounded-card border bg-surface px-3 py-2 text-body hover:border-teal',
          fault ? 'border-breach' : 'border-edge',
        )}
      />
      {hint ? (
        <p id={`${id}-hint`} className="break-words text-small text-ink-soft">
          {hint}
        </p>
      ) : null}
      {fault ? (
        <p id={`${id}-fault`} className="flex items-start gap-1.5 text-small font-medium text-breach">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {fault}
        </p>
      ) : null}
    </div>
  )
}
