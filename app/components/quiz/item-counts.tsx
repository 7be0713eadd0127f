import { useTranslation } from 'react-i18next'
import type { ItemOrigin, ItemStatus } from '~/domain/quiz/item'
import { AppLink } from '../ui/app-link'
import { STATUS_CHOICES } from './item-choices'

type ItemCountsProps = { counts: readonly { status: ItemStatus; origin: ItemOrigin; count: number }[] }

/** How many items of each status the bank holds; each number leads to its items. */
export function ItemCounts({ counts }: ItemCountsProps) {
  const { t } = useTranslation('quiz')
  const sum = (status: ItemStatus) =>
    counts.reduce((total, one) => (one.status === status ? total + one.count : total), 0)
  return (
    <ul className="grid grid-cols-2 gap-3 md:grid-cols-4">
      {STATUS_CHOICES.map((status) => (
        <li
          key={status}
          className="group relative rounded-card border border-hairline bg-surface px-4 py-3 hover:border-teal"
        >
          <strong className="block text-title">{sum(status)}</strong>
          <AppLink
            to={`/items?status=${status}`}
            className="text-small text-ink-soft after:absolute after:inset-0 after:rounded-card group-hover:text-teal"
          >
            {t(`status.${status}`)}
          </AppLink>
        </li>
      ))}
    </ul>
  )
}
