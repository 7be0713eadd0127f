import type { ReactNode } from 'react'
import { TextAreaField } from '../ui/field'

type TextAreaProps = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  fault?: string | undefined
}

const CHARACTERS_PER_ROW = 34

/** A labelled box for some sentences, as tall as its text. */
export function TextArea({ value, onChange, ...rest }: TextAreaProps) {
  const rows = Math.min(
    8,
    value.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / CHARACTERS_PER_ROW), 0),
  )
  return (
    <div className="min-w-0 flex-1">
      <TextAreaField
        value={value}
        onChange={(event) => onChange(event.target.value)}
        rows={Math.max(2, rows)}
        maxLength={2_000}
        className="field-sizing-content"
        {...rest}
      />
    </div>
  )
}
