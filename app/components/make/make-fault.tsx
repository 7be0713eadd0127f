import { CircleAlert } from 'lucide-react'

/** What is wrong with a choice that has no box of its own. */
export function MakeFault({ text }: { text: string | undefined }) {
  if (!text) return null
  return (
    <p role="alert" className="flex items-start gap-1.5 text-small font-medium text-breach">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {text}
    </p>
  )
}
