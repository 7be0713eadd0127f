import { useTranslation } from 'react-i18next'
import { TabNav } from '../ui/tab-nav'

const TABS = [
  { id: 'documents', to: '/knowledge' },
  { id: 'test', to: '/knowledge/test' },
  { id: 'coverage', to: '/knowledge/coverage' },
  { id: 'items', to: '/items' },
] as const
export type KnowledgeTab = (typeof TABS)[number]['id']

/** The rooms of the library. */
export function KnowledgeTabs({ here }: { here: KnowledgeTab }) {
  const { t } = useTranslation('knowledge')
  const tabs = TABS.map(({ id, to }) => ({ to, label: t(`tabs.${id}`), isHere: id === here }))
  return <TabNav label={t('tabs.label')} tabs={tabs} />
}
