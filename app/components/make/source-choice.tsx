import type { ReactNode } from 'react'
import { joinClasses } from '../ui/join-classes'

type SourceChoiceProps<Source extends string> = {
  sources: readonly Source[]
  /** As the form was opened. */
  initial: Source
  labelOf: (source: Source) => string
  onChoose: (source: Source) => void
}

/** What to make it from; posts `source`. */
export function SourceChoice<Source extends string>({
  sources,
  initial,
  labelOf,
  onChoose,
}: SourceChoiceProps<Source>) {
  return (
    <div className="flex flex-wrap gap-2">
      {sources.map((one) => (
        <label
          key={one}
          className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-card border border-edge px-4 hover:border-teal has-checked:border-teal has-checked:bg-teal-soft"
        >
          <input
            type="radio"
            name="source"
            value={one}
            defaultChecked={one === initial}
            onChange={() => onChoose(one)}
            className="size-4 accent-teal"
          />
          {labelOf(one)}
        </label>
      ))}
    </div>
  )
}

/** Parts that are not chosen are out of sight with a script; without one all of them stand there, and the choice above counts. */
export function SourcePart({ isShown, children }: { isShown: boolean; children: ReactNode }) {
  return <div className={joinClasses('gap-2', isShown ? 'grid' : 'hidden noscript:grid')}>{children}</div>
}
