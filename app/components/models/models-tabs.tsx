import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/app-link'
import { joinClasses } from '../ui/join-classes'

const TABS = [
  { id: 'overview', to: '/models' },
  { id: 'register', to: '/models/register' },
  { id: 'log', to: '/models/log' },
  { id: 'report', to: '/models/report' },
] as const

/** The four rooms of the administration of models. */
export function ModelsTabs({ here }: { here: (typeof TABS)[number]['id'] }) {
  const { t } = useTranslation('models')
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
