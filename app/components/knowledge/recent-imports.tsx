import { useTranslation } from 'react-i18next'
import { Card } from '../ui/card'
import { formatMoment } from '../ui/format-date'
import { ImportResult } from './import-result'
import type { RecentImportView } from './view-types'

export function RecentImports({ imports }: { imports: readonly RecentImportView[] }) {
  const { t, i18n } = useTranslation('knowledge')
  if (imports.length === 0) return null
  return (
    <Card title={t('import.recent')}>
      <ul className="divide-y divide-hairline">
        {imports.map((one) => (
          <li key={one.importId}>
            <details className="py-1">
              <summary className="flex min-h-11 items-center justify-between gap-3 hover:text-teal">
                <span>{formatMoment(one.createdAt, i18n.language)}</span>
                <span className="text-small text-ink-soft">{t('import.files', { count: one.files.length })}</span>
              </summary>
              <div className="pb-3">
                <ImportResult state={one} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  )
}
