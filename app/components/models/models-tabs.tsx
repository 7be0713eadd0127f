import { useTranslation } from 'react-i18next'
import { TabNav } from '../ui/tab-nav'

const TABS = [
  { id: 'overview', to: '/models' },
  { id: 'register', to: '/models/register' },
  { id: 'log', to: '/models/log' },
  { id: 'report', to: '/models/report' },
] as const

/** The four rooms of the administration of models. */
export function ModelsTabs({ here }: { here: (typeof TABS)[number]['id'] }) {
  const { t } = useTranslation('models')
  const tabs = TABS.map(({ id, to }) => ({ to, label: t(`tabs.${id}`), isHere: id === here }))
  return <TabNav label={t('tabs.label')} tabs={tabs} />
}
