import { BookOpen } from 'lucide-react'

/** Articles of law, one beside the other, as they are cited. */
export function CiteList({ cite }: { cite: readonly string[] }) {
  if (cite.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-small text-ink-soft">
      {cite.map((article) => (
        <li key={article} className="inline-flex items-start gap-1">
          <BookOpen aria-hidden className="mt-1 size-3.5 shrink-0" />
          <span>{article}</span>
        </li>
      ))}
    </ul>
  )
}
