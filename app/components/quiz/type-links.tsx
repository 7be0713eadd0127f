import { useTranslation } from 'react-i18next'
import type { ItemType } from '~/domain/quiz/item'
import { AppLink } from '../ui/app-link'
import { joinClasses } from '../ui/join-classes'
import { TYPE_CHOICES } from './item-choices'

/** Which kind of item to write. */
export function TypeLinks({ chosen }: { chosen: ItemType }) {
  const { t } = useTranslation('quiz')
  return (
    <nav aria-label={t('items.by.type')} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {TYPE_CHOICES.map((type) => (
          <li key={type}>
            <AppLink
              to={`/items/new?type=${type}`}
              aria-current={type === chosen ? 'page' : undefined}
              className={joinClasses(
                'inline-flex min-h-9 items-center rounded-full border px-3 text-small',
                type === chosen
                  ? 'border-teal bg-teal-soft font-medium text-teal-ink'
                  : 'border-edge bg-surface text-ink-soft hover:border-teal',
              )}
            >
              {t(`type.${type}`)}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
