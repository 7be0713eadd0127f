import { FileText } from 'lucide-react'
import { AppLink } from '../ui/app-link'
import { Card } from '../ui/card'

type DocumentListProps = { title: string; note?: string; documents: readonly { href: string; title: string }[] }

export function DocumentList({ title, note, documents }: DocumentListProps) {
  return (
    <Card title={title} lead={note} aside={documents.length}>
      <ul className="divide-y divide-hairline">
        {documents.map((document) => (
          <li key={document.href}>
            <AppLink to={document.href} className="flex min-h-11 items-center gap-3 py-2 hover:text-teal">
              <FileText aria-hidden className="size-5 shrink-0 text-ink-faint" />
              <span className="min-w-0">{document.title}</span>
            </AppLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}
