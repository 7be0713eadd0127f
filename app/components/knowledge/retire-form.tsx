import { Archive, ArchiveRestore } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { ModalDialog } from '../ui/modal-dialog'

/** Takes a document out of search, after asking once more, or back into it. */
export function RetireForm({ title, isRetired }: { title: string; isRetired: boolean }) {
  const { t } = useTranslation(['knowledge', 'frame'])
  const [isAsking, setIsAsking] = useState(false)
  const icon = isRetired ? (
    <ArchiveRestore aria-hidden className="size-4" />
  ) : (
    <Archive aria-hidden className="size-4" />
  )
  if (isRetired)
    return (
      <Card tone="sunken">
        <p className="mb-3">{t('document.restoreText')}</p>
        <AppForm method="post">
          <Button type="submit" name="intent" value="restore" icon={icon}>
            {t('document.restore')}
          </Button>
        </AppForm>
      </Card>
    )
  return (
    <Card tone="sunken">
      <p className="mb-3 text-small text-ink-soft">{t('document.retireText')}</p>
      <Button tone="danger" size="small" icon={icon} onClick={() => setIsAsking(true)}>
        {t('document.retire')}
      </Button>
      <ModalDialog isOpen={isAsking} onClose={() => setIsAsking(false)} title={t('document.retireConfirm', { title })}>
        <p className="mb-4">{t('document.retireText')}</p>
        <AppForm method="post" onSubmit={() => setIsAsking(false)} className="flex flex-wrap gap-3">
          <Button type="submit" tone="danger" name="intent" value="retire">
            {t('document.retireYes')}
          </Button>
          <Button onClick={() => setIsAsking(false)}>{t('frame:cancel')}</Button>
        </AppForm>
      </ModalDialog>
    </Card>
  )
}
