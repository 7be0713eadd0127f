import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppLink } from '../ui/app-link'
import { Badge, type Tone } from '../ui/badge'
import { formatMoment } from '../ui/format-date'
import type { PrintView } from './view-types'

export const PRINT_TONES: Record<PrintView['status'], Tone> = {
  waiting: 'plain',
  running: 'teal',
  done: 'good',
  failed: 'breach',
  cancelled: 'plain',
}

/** One's own prints, newest first. */
export function PrintList({ prints }: { prints: readonly PrintView[] }) {
  const { t, i18n } = useTranslation('print')
  if (prints.length === 0)
    return (
      <EmptyState
        title={t('empty.title')}
        text={t('empty.text')}
        picture={<FileText aria-hidden className="size-10" strokeWidth={1.5} />}
      />
    )
  return (
    <ul className="divide-y divide-hairline rounded-card border border-hairline bg-surface px-5">
      {prints.map((print) => (
        <li key={print.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
          <div className="min-w-0 flex-1 basis-60">
            <AppLink
              to={`/prints/${print.id}`}
              className="font-medium text-teal underline underline-offset-4 [overflow-wrap:anywhere]"
            >
              {print.fileName}
            </AppLink>
            <p className="text-small text-ink-soft">
              {t(`kind.${print.kind}`)} · {formatMoment(print.createdAt, i18n.language)}
            </p>
          </div>
          <Badge tone={PRINT_TONES[print.status]}>{t(`status.${print.status}`)}</Badge>
        </li>
      ))}
    </ul>
  )
}
