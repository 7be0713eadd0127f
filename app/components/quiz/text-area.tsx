import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { joinClasses } from '../ui/join-classes'

type TextAreaProps = {
  name: string
  label: string
  defaultValue?: string | undefined
  hint?: ReactNode
  fault?: string | undefined
  rows?: number
  maxLength?: number
}

/** A labelled box of several lines. */
export function TextArea({ label, hint, fault, rows = 3, ...rest }: TextAreaProps) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
        className={joinClasses(
          'w-full rounded-card border bg-surface px-3 py-2 text-body hover:border-teal',
          fault ? 'border-breach' : 'border-edge',
        )}
        {...rest}
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-small text-ink-soft">
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
