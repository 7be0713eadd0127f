import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/app-link'
import { Badge, Tag } from '../ui/badge'
import { Card } from '../ui/card'
import type { UseView } from './view-types'

/** Which text goes to which model, purpose by purpose. */
export function UseList({ uses, host }: { uses: readonly UseView[]; host: string | null }) {
  const { t } = useTranslation('models')
  return (
    <Card title={t('uses.title')} lead={host ? t('uses.lead', { host }) : t('uses.leadNone')}>
      <ul className="divide-y divide-hairline">
        {uses.map((use) => (
          <UseRow key={use.purpose} use={use} />
        ))}
      </ul>
    </Card>
  )
}

function UseRow({ use }: { use: UseView }) {
  const { t } = useTranslation('models')
  const { purpose, model, isRegistered } = use
  const query = new URLSearchParams({ purpose, model: model ?? '' })
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0 md:grid-cols-[9rem_minmax(0,1fr)_minmax(0,14rem)]">
      <h3 className="text-body font-medium">{t(`purpose.${purpose}.name`)}</h3>
      <p className="text-ink-soft">{t(`purpose.${purpose}.${model ? 'text' : 'none'}`)}</p>
      <div className="flex flex-wrap items-start gap-2 md:justify-end">
        {model === null ? (
          <Badge tone="plain">{t('uses.embedded')}</Badge>
        ) : (
          <>
            <Tag className="max-w-full break-all">{model}</Tag>
            {isRegistered ? (
              <Badge tone="good">{t('uses.registered')}</Badge>
            ) : (
              <AppLink to={`/models/register?${query}#entry`} className="text-teal underline underline-offset-4">
                <Badge tone="weak">{t('uses.unregistered')}</Badge>
              </AppLink>
            )}
          </>
        )}
      </div>
    </li>
  )
}
