import { useNavigation } from '@remix-run/react'
import { Archive, CircleCheck, ListChecks } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Badge } from '../ui/badge'
import { Button, ButtonLink } from '../ui/button'
import { DifficultyDots } from '../ui/dots'
import { StatusBadge } from './status-badge'
import { TypeTag } from './type-tag'
import type { ItemRowView } from './view-types'

type ItemListProps = {
  rows: readonly ItemRowView[]
  isFiltered: boolean
  /** Where the form goes, with the filters of this page. */
  action: string
}

/** Items to tick, and to approve or retire together; those of everybody are only to be read. */
export function ItemList({ rows, isFiltered, action }: ItemListProps) {
  const { t } = useTranslation('quiz')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const isBusy = useNavigation().state === 'submitting'
  if (rows.length === 0)
    return isFiltered ? (
      <EmptyState title={t('items.noneTitle')} text={t('items.noneText')} />
    ) : (
      <EmptyState
        title={t('items.emptyTitle')}
        text={t('items.emptyText')}
        action={
          <ButtonLink to="/quizzes/new" tone="primary">
            {t('make.title')}
          </ButtonLink>
        }
      />
    )
  const changeable = rows.filter((row) => row.canChange)
  const areAllTicked = changeable.length > 0 && changeable.every((row) => ticked.has(row.id))
  const toggle = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  return (
    <AppForm method="post" action={action} className="grid gap-3" onSubmit={() => setTicked(new Set())}>
      <div className="sticky top-0 z-5 flex flex-wrap items-center gap-3 bg-paper py-2">
        {changeable.length > 0 ? (
          <>
            <label className="inline-flex min-h-9 cursor-pointer items-center gap-2 text-small">
              <input
                type="checkbox"
                checked={areAllTicked}
                onChange={() => setTicked(areAllTicked ? new Set() : new Set(changeable.map((row) => row.id)))}
                className="size-5 accent-teal"
              />
              {t('items.tickAll')}
            </label>
            <Button
              type="submit"
              size="small"
              name="intent"
              value="approve"
              isBusy={isBusy}
              icon={<CircleCheck aria-hidden className="size-4" />}
            >
              {t('items.approve')}
            </Button>
            <Button
              type="submit"
              size="small"
              tone="quiet"
              name="intent"
              value="retire"
              isBusy={isBusy}
              icon={<Archive aria-hidden className="size-4" />}
            >
              {t('items.retire')}
            </Button>
            <Button
              type="submit"
              size="small"
              tone="quiet"
              name="intent"
              value="quiz"
              isBusy={isBusy}
              icon={<ListChecks aria-hidden className="size-4" />}
            >
              {t('items.toQuiz')}
            </Button>
            <span role="status" className="text-small text-ink-soft">
              {ticked.size > 0 ? t('items.ticked', { count: ticked.size }) : null}
            </span>
          </>
        ) : (
          <p className="text-small text-ink-soft">{t('items.readOnly')}</p>
        )}
      </div>
      <ul className="divide-y divide-hairline overflow-hidden rounded-card border border-hairline bg-surface">
        {rows.map((row) => (
          <ItemRow
            key={row.id}
            row={row}
            hasBoxes={changeable.length > 0}
            isTicked={ticked.has(row.id)}
            onToggle={() => toggle(row.id)}
          />
        ))}
      </ul>
    </AppForm>
  )
}

type ItemRowProps = { row: ItemRowView; hasBoxes: boolean; isTicked: boolean; onToggle: () => void }

function ItemRow({ row, hasBoxes, isTicked, onToggle }: ItemRowProps) {
  const { t } = useTranslation('quiz')
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      {hasBoxes ? (
        <span className="mt-1 flex size-6 shrink-0 items-center justify-center">
          {row.canChange ? (
            <input
              type="checkbox"
              name="id"
              value={row.id}
              checked={isTicked}
              onChange={onToggle}
              aria-label={t('items.tick', { stem: row.stem.slice(0, 40) })}
              className="size-5 accent-teal"
            />
          ) : null}
        </span>
      ) : null}
      <div className="grid min-w-0 flex-1 gap-1">
        <AppLink to={`/items/${row.id}`} className="line-clamp-2 break-words font-medium hover:text-teal">
          {row.stem}
        </AppLink>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-soft">
          <span className="contents sm:hidden">
            <StatusBadge status={row.status} />
            {row.isStale ? <Badge tone="weak">{t('stale.short')}</Badge> : null}
          </span>
          <TypeTag type={row.type} />
          <span>{t(`ability.${row.ability}`)}</span>
          <DifficultyDots difficulty={row.difficulty} />
          <span>{t(`origin.item.${row.origin}`)}</span>
          {row.source ? <span className="break-words">{row.source}</span> : null}
        </p>
      </div>
      <div className="hidden shrink-0 flex-col items-end gap-1 sm:flex">
        <StatusBadge status={row.status} />
        {row.isStale ? <Badge tone="weak">{t('stale.short')}</Badge> : null}
      </div>
    </li>
  )
}
