import { CircleAlert } from 'lucide-react'
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { joinClasses } from './join-classes'

const BOX =
  'w-full min-h-11 rounded-card border bg-surface px-3 py-2 text-body text-ink placeholder:text-ink-faint transition-colors duration-150 hover:border-teal'

type FrameProps = { id: string; label: string; hint?: ReactNode; fault?: string | undefined; children: ReactNode }

function FieldFrame({ id, label, hint, fault, children }: FrameProps) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-body font-medium">
        {label}
      </label>
      {children}
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

const describedBy = (id: string, hint: ReactNode, fault: string | undefined) =>
  [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ') || undefined

type TextFieldProps = InputHTMLAttributes<HTMLInputElement> & {
  name: string
  label: string
  hint?: ReactNode
  fault?: string | undefined
}

/** A labelled box; what is wrong with it stands right below it and is read out with it. */
export function TextField({ label, hint, fault, className, ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} fault={fault}>
      <input
        id={id}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, hint, fault)}
        className={joinClasses(BOX, fault ? 'border-breach' : 'border-edge', className)}
        {...rest}
      />
    </FieldFrame>
  )
}

type TextAreaFieldProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  label: string
  hint?: ReactNode
  fault?: string | undefined
}

/** A labelled box of several lines. */
export function TextAreaField({ label, hint, fault, className, rows = 3, ...rest }: TextAreaFieldProps) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} fault={fault}>
      <textarea
        id={id}
        rows={rows}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, hint, fault)}
        className={joinClasses(BOX, fault ? 'border-breach' : 'border-edge', className)}
        {...rest}
      />
    </FieldFrame>
  )
}

type SelectFieldProps = SelectHTMLAttributes<HTMLSelectElement> & {
  name: string
  label: string
  options: { value: string; label: string }[]
  /** First choice, with an empty value. */
  allLabel?: string
}

export function SelectField({ label, options, allLabel, className, ...rest }: SelectFieldProps) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-body font-medium">
        {label}
      </label>
      <select id={id} className={joinClasses(BOX, 'border-edge pr-8', className)} {...rest}>
        {allLabel ? <option value="">{allLabel}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
