import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'

/** Another window has said something in this talk: what was typed here is kept as a draft, and the page must be read anew. */
export function MovedOnNote() {
  const { t } = useTranslation('talk')
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 border-t border-hairline bg-weak-soft px-4 py-3"
    >
      <p>{t('movedOn.text')}</p>
      <Button tone="primary" onClick={() => window.location.reload()}>
        {t('movedOn.reload')}
      </Button>
    </div>
  )
}
