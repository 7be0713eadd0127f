import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { Card } from '../ui/card'

/** Whether items that no trainer has approved may reach trainees; for administrators. */
export function UnreviewedSetting({ isAllowed }: { isAllowed: boolean }) {
  const { t } = useTranslation(['quiz', 'frame'])
  return (
    <Card title={t('unreviewedSetting.title')} level={3} tone="sunken" className="mt-6">
      <AppForm key={String(isAllowed)} method="post" action="/items?index" className="grid gap-3">
        <p className="text-small text-ink-soft">{t('unreviewedSetting.text')}</p>
        <label className="inline-flex min-h-9 cursor-pointer items-center gap-2">
          <input
            type="checkbox"
            name="allowsUnreviewed"
            value="yes"
            defaultChecked={isAllowed}
            className="size-5 accent-teal"
          />
          {t('unreviewedSetting.allow')}
        </label>
        <div>
          <Button type="submit" name="intent" value="settings" size="small">
            {t('frame:save')}
          </Button>
        </div>
      </AppForm>
    </Card>
  )
}
