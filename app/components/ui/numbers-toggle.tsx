import { Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The numbers behind a drawing, one click away. */
export function NumbersToggle({ children }: { children: ReactNode }) {
  const { t } = useTranslation('frame')
  return (
    <details className="mt-3">
      <summary className="inline-flex min-h-9 items-center gap-1.5 rounded-card text-small text-ink-soft hover:text-teal">
        <Table2 aria-hidden className="size-4" />
        {t('showNumbers')}
      </summary>
      <div className="mt-2 overflow-x-auto">{children}</div>
    </details>
  )
}
