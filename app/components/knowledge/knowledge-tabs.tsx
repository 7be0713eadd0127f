import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/app-link'
import { joinClasses } from '../ui/join-classes'

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
  return (
    <nav aria-label={t('tabs.label')} className="mb-6 border-b border-hairline">
      <ul className="-mb-px flex flex-wrap gap-x-2">
        {TABS.map((tab) => (
          <li key={tab.id}>
            <AppLink
              to={tab.to}
              aria-current={tab.id === here ? 'page' : undefined}
              className={joinClasses(
                'inline-flex min-h-11 items-center border-b-2 px-3',
                tab.id === here
                  ? 'border-teal font-medium text-ink'
                  : 'border-transparent text-ink-soft hover:text-ink',
              )}
            >
              {t(`tabs.${tab.id}`)}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
