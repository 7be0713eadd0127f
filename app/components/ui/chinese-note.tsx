import { Languages } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Tells readers of the English pages, in one line, that the learning texts themselves are Chinese. */
export function ChineseNote() {
  const { t, i18n } = useTranslation('frame')
  if (i18n.language !== 'en') return null
  return (
    <p className="mb-4 flex items-start gap-1.5 text-small text-ink-soft">
      <Languages aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t('chineseTexts')}
    </p>
  )
}
