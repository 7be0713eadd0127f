import { FileText } from 'lucide-react'

/** Leads to a passage as it stood on the day, beside the page. */
export function PassageLink({ passageId, text }: { passageId: string; text: string }) {
  return (
    <a
      href={`/passages/${encodeURIComponent(passageId)}`}
      target="_blank"
      rel="noreferrer"
      className="mt-1 inline-flex items-start gap-1 text-small text-ink-soft hover:text-teal hover:underline"
    >
      <FileText aria-hidden className="mt-1 size-3.5 shrink-0" />
      <span className="min-w-0 break-words">{text}</span>
    </a>
  )
}
