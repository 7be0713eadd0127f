import { BookOpen } from 'lucide-react'
import { createContext, useContext } from 'react'

/** The day whose law is meant on this page; today where a page says nothing. */
const CiteDateContext = createContext<string | null>(null)
export const CiteDateProvider = CiteDateContext.Provider

/** Articles of law, one beside the other; each leads to its words as they stood on the day, beside the page. */
export function CiteList({ cite }: { cite: readonly string[] }) {
  const asOf = useContext(CiteDateContext)
  if (cite.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-small text-ink-soft">
      {cite.map((article) => (
        <li key={article}>
          <a
            href={`/citation?${new URLSearchParams({ ref: article, ...(asOf && { asOf }) })}`}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-start gap-1 hover:text-teal hover:underline"
          >
            <BookOpen aria-hidden className="mt-1 size-3.5 shrink-0" />
            <span>{article}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
