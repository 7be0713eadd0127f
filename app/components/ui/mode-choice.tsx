import type { ReactNode } from 'react'

type ModeChoiceProps = {
  legend: string
  /** The first one is chosen. */
  modes: readonly { mode: string; label: string; text: string; note?: ReactNode }[]
}

/** Practice or exam, each with what it means; posts `mode`. */
export function ModeChoice({ legend, modes }: ModeChoiceProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-3 text-title font-bold">{legend}</legend>
      {modes.map(({ mode, label, text, note }, i) => (
        <label
          key={mode}
          className="flex cursor-pointer gap-3 rounded-card border border-edge p-3 transition-colors duration-150 hover:border-teal has-checked:border-teal has-checked:bg-teal-soft"
        >
          <input
            type="radio"
            name="mode"
            value={mode}
            defaultChecked={i === 0}
            className="mt-1.5 size-4 shrink-0 accent-teal"
          />
          <span>
            <span className="block font-medium">{label}</span>
            <span className="block text-small text-ink-soft">{text}</span>
            {note}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
