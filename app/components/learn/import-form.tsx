import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { Card } from '../ui/card'

type ImportFormProps = { fault: string | null; isBusy: boolean }

export function ImportForm({ fault, isBusy }: ImportFormProps) {
  const { t } = useTranslation('learn')
  return (
    <Card title={t('import.file')}>
      <AppForm method="post" encType="multipart/form-data" className="grid gap-4">
        <input
          type="file"
          name="file"
          required
          accept=".gift,.txt,.csv,.xlsx"
          aria-label={t('import.file')}
          aria-describedby="import-hint"
          className="w-full rounded-card border border-edge bg-surface text-small file:mr-4 file:cursor-pointer file:border-0 file:bg-sunken file:px-4 file:py-3 file:text-body file:text-ink hover:border-teal"
        />
        <p id="import-hint" className="text-small text-ink-soft">
          {t('import.fileHint')}{' '}
          <a href="/items/export?format=xlsx" download className="text-teal underline">
            {t('import.template')}
          </a>
        </p>
        {fault ? (
          <p role="alert" className="text-breach-ink">
            {fault}
          </p>
        ) : null}
        <div>
          <Button type="submit" tone="primary" isBusy={isBusy}>
            {t('import.preview')}
          </Button>
        </div>
      </AppForm>
    </Card>
  )
}
