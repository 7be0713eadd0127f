import { Download, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Button, buttonClasses } from '../ui/button'
import { Card } from '../ui/card'
import { formatDay } from '../ui/format-date'
import { ModalDialog } from '../ui/modal-dialog'
import type { MyDataView } from './view-types'

/** Export, and the request to delete. Posts `intent` = ask-deletion or withdraw-deletion to `action`. */
export function MyDataPanel({ data, action = '/me/data' }: { data: MyDataView; action?: string }) {
  const { t, i18n } = useTranslation('me')
  const [isAsking, setIsAsking] = useState(false)
  return (
    <Card title={t('data.title')} lead={t('data.lead')}>
      <div className="grid gap-5">
        <div className="grid justify-items-start gap-1">
          <a href={data.exportHref} download className={buttonClasses('plain', 'normal', false)}>
            <Download aria-hidden className="size-4" />
            {t('data.export')}
          </a>
          <p className="text-small text-ink-soft">
            {t('data.exportHint')} {t('data.talks', { talks: data.talks })}
          </p>
        </div>
        {data.deletion === 'asked' && data.deletionAskedAt ? (
          <AppForm method="post" action={action} className="grid justify-items-start gap-2">
            <p>{t('data.asked', { day: formatDay(data.deletionAskedAt, i18n.language) })}</p>
            <Button type="submit" size="small" name="intent" value="withdraw-deletion">
              {t('data.withdraw')}
            </Button>
          </AppForm>
        ) : (
          <div className="grid justify-items-start gap-1">
            <Button tone="danger" onClick={() => setIsAsking(true)} icon={<Trash2 aria-hidden className="size-4" />}>
              {t('data.delete')}
            </Button>
            <p className="text-small text-ink-soft">{t('data.deleteHint')}</p>
          </div>
        )}
      </div>
      <ModalDialog isOpen={isAsking} onClose={() => setIsAsking(false)} title={t('data.deleteTitle')}>
        <p>{t('data.deleteText')}</p>
        <AppForm
          method="post"
          action={action}
          className="mt-5 flex flex-wrap gap-3"
          onSubmit={() => setIsAsking(false)}
        >
          <Button type="submit" tone="danger" name="intent" value="ask-deletion">
            {t('data.deleteYes')}
          </Button>
          <Button onClick={() => setIsAsking(false)}>{t('data.deleteNo')}</Button>
        </AppForm>
      </ModalDialog>
    </Card>
  )
}
