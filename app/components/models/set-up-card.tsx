import { useTranslation } from 'react-i18next'
import { Card } from '../ui/card'

const VARIABLES = ['OPENAI_BASE_URL', 'OPENAI_API_KEY', 'OPENAI_MODEL', 'OPENAI_JUDGE_MODEL'] as const

/** How to set up a language model, where there is none. */
export function SetUpCard() {
  const { t } = useTranslation('models')
  return (
    <Card title={t('setUp.title')} lead={t('setUp.lead')}>
      <dl className="grid gap-3">
        {VARIABLES.map((name) => (
          <div key={name}>
            <dt>
              <code className="rounded bg-sunken px-1.5 py-0.5 text-small">{name}</code>
            </dt>
            <dd className="break-words text-small text-ink-soft">{t(`setUp.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 break-words text-small text-ink-soft">{t('setUp.budgets')}</p>
    </Card>
  )
}
