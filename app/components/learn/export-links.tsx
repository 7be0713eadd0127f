import { useTranslation } from 'react-i18next'
import { WRITE_FORMATS } from '~/domain/quiz/exchange-formats'
import { buttonClasses } from '../ui/button'

/** @param to the address that takes `?format=`. */
export function ExportLinks({ to }: { to: string }) {
  const { t } = useTranslation('learn')
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="text-small text-ink-soft">{t('files.export')}</span>
      {WRITE_FORMATS.map((format) => (
        <a key={format} href={`${to}?format=${format}`} download className={buttonClasses('plain', 'small')}>
          {t(`files.${format}`)}
        </a>
      ))}
    </p>
  )
}
