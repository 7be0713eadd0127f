import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { buttonClasses } from '../ui/button'

const FORMATS = { csv: 'CSV', xlsx: 'Excel' } as const

/** What one's people have finished, as files to be kept. */
export function CompletionLinks() {
  const { t } = useTranslation('records')
  return (
    <span className="flex flex-wrap gap-2">
      {Object.entries(FORMATS).map(([format, label]) => (
        <a key={format} href={`/completions?format=${format}`} download className={buttonClasses('plain', 'small')}>
          <Download aria-hidden className="size-4" />
          {t('completions', { format: label })}
        </a>
      ))}
    </span>
  )
}
