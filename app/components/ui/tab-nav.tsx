import { AppLink } from './app-link'
import { joinClasses } from './join-classes'

type TabNavProps = { label: string; tabs: readonly { to: string; label: string; isHere: boolean }[] }

/** Pages that belong together, side by side. */
export function TabNav({ label, tabs }: TabNavProps) {
  return (
    <nav aria-label={label} className="mb-6 border-b border-hairline">
      <ul className="-mb-px flex flex-wrap gap-x-2">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <AppLink
              to={tab.to}
              aria-current={tab.isHere ? 'page' : undefined}
              className={joinClasses(
                'inline-flex min-h-11 items-center border-b-2 px-3',
                tab.isHere ? 'border-teal font-medium text-ink' : 'border-transparent text-ink-soft hover:text-ink',
              )}
            >
              {tab.label}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
