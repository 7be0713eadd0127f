import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'

/** Says that unsaved changes of before have been put back, and lets them be dropped. */
export function RestoredNote({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation('frame')
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card bg-teal-soft p-3">
      <p className="flex min-w-56 flex-1 items-start gap-2">
        <History aria-hidden className="mt-1 size-4 shrink-0 text-teal" />
        {t('restored')}
      </p>
      <Button size="small" onClick={onDiscard}>
        {t('dropRestored')}
      </Button>
    </div>
  )
}
