import { Archive, ArchiveRestore, CircleCheck, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ItemStatus } from '~/domain/quiz/item'
import { AppForm } from '../ui/app-form'
import { Button, ButtonLink } from '../ui/button'

type ItemActionsProps = { id: string; status: ItemStatus; canChange: boolean; isBusy: boolean }

/** Approve, edit, retire or take back one item. */
export function ItemActions({ id, status, canChange, isBusy }: ItemActionsProps) {
  const { t } = useTranslation('quiz')
  if (!canChange) return <p className="text-small text-ink-soft">{t('items.readOnly')}</p>
  const isRetired = status === 'retired'
  return (
    <AppForm method="post" action={`/items/${id}`} className="flex flex-wrap gap-3">
      {status === 'approved' || isRetired ? null : (
        <Button
          type="submit"
          name="intent"
          value="approve"
          tone="primary"
          isBusy={isBusy}
          icon={<CircleCheck aria-hidden className="size-4" />}
        >
          {t('items.approve')}
        </Button>
      )}
      {isRetired ? (
        <Button
          type="submit"
          name="intent"
          value="restore"
          isBusy={isBusy}
          icon={<ArchiveRestore aria-hidden className="size-4" />}
        >
          {t('item.restore')}
        </Button>
      ) : (
        <>
          <ButtonLink to={`/items/${id}?edit=1`} icon={<Pencil aria-hidden className="size-4" />}>
            {t('queue.edit')}
          </ButtonLink>
          <Button
            type="submit"
            name="intent"
            value="retire"
            tone="quiet"
            isBusy={isBusy}
            icon={<Archive aria-hidden className="size-4" />}
          >
            {t('items.retire')}
          </Button>
        </>
      )}
    </AppForm>
  )
}
