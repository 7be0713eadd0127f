import { useTranslation } from 'react-i18next'
import { DATA_POLICIES, type DataPolicy } from '~/domain/governance/mask-personal-data/apply-policy'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { Card } from '../ui/card'

/** What happens to personal data before a text leaves. Posts `intent=policy` and `dataPolicy`. */
export function PolicyCard({ policy, isSaved, isBusy }: { policy: DataPolicy; isSaved: boolean; isBusy: boolean }) {
  const { t } = useTranslation('models')
  return (
    <Card title={t('policy.title')} lead={t('policy.lead')}>
      <AppForm method="post" action="/models" className="grid gap-4">
        <input type="hidden" name="intent" value="policy" />
        <fieldset className="grid gap-3">
          <legend className="sr-only">{t('policy.title')}</legend>
          {DATA_POLICIES.map((value) => (
            <label key={value} className="flex items-start gap-3">
              <input
                type="radio"
                name="dataPolicy"
                value={value}
                defaultChecked={value === policy}
                className="mt-1 size-5 shrink-0 accent-teal"
              />
              <span>
                <span className="block font-medium">{t(`policy.${value}.name`)}</span>
                <span className="block text-small text-ink-soft">{t(`policy.${value}.text`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" tone="primary" isBusy={isBusy}>
            {t('policy.save')}
          </Button>
          {isSaved ? (
            <p role="status" className="text-good-ink">
              {t('policy.saved')}
            </p>
          ) : null}
        </div>
      </AppForm>
    </Card>
  )
}
