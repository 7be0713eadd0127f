import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { describeKey } from '~/domain/quiz/describe-key'
import type { ReadItems } from '~/domain/quiz/exchange-ports'
import type { ItemContent, ItemFault } from '~/domain/quiz/item'
import { AppForm } from '../ui/app-form'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { TextField } from '../ui/field'

type PreviewedFault = { place: string; reason: string } | { place: string; fault: ItemFault }
type PreviewedItem = { place: string; content: ItemContent; warnings: readonly ItemFault[] }
type Preview =
  | { status: 'read'; items: PreviewedItem[]; faults: PreviewedFault[] }
  | Extract<ReadItems, { status: 'refused' }>
type ImportPreviewProps = { preview: Preview; fileName: string; isBusy: boolean }

/** What would come in, with what is wrong, before anything is stored. */
export function ImportPreview({ preview, fileName, isBusy }: ImportPreviewProps) {
  const { t } = useTranslation('learn')
  const again = (
    <ButtonLink to="/items/import" tone="plain">
      {t('import.again')}
    </ButtonLink>
  )
  if (preview.status === 'refused')
    return (
      <Card title={fileName}>
        <p role="alert" className="mb-4 text-breach-ink">
          {preview.reason}
        </p>
        {again}
      </Card>
    )
  const { items, faults } = preview
  return (
    <div className="grid gap-6">
      {faults.length > 0 ? <FaultList faults={faults} /> : null}
      <Card title={t('import.willImport', { count: items.length })} lead={fileName}>
        {items.length === 0 ? <p>{t('import.none')}</p> : <ItemTable items={items} />}
      </Card>
      <div className="flex flex-wrap items-end gap-4">
        {items.length > 0 ? <ConfirmForm items={items} fileName={fileName} isBusy={isBusy} /> : null}
        {again}
      </div>
    </div>
  )
}

function FaultList({ faults }: { faults: readonly PreviewedFault[] }) {
  const { t } = useTranslation(['learn', 'quiz'])
  return (
    <Card title={t('import.faults', { count: faults.length })} lead={t('import.allOrNothing')}>
      <ul className="grid gap-2">
        {faults.map((one) => (
          <li key={one.place} className="flex gap-2">
            <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-weak-ink" />
            <span>
              <strong className="font-medium">{one.place}</strong>{' '}
              {'fault' in one ? t(`quiz:fault.${one.fault.detail}`, one.fault.params) : one.reason}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function ItemTable({ items }: { items: readonly PreviewedItem[] }) {
  const { t } = useTranslation(['learn', 'quiz'])
  return (
    <ol className="divide-y divide-hairline">
      {items.map(({ place, content, warnings }) => (
        <li key={place} className="py-3">
          <p className="text-small text-ink-soft">{place}</p>
          <p className="font-medium">{content.stem}</p>
          <p className="text-small">
            {t('import.answer')}：{describeKey(content)}
          </p>
          {warnings.length === 0 ? (
            <p className="mt-1 flex items-center gap-1 text-small text-good-ink">
              <CircleCheck aria-hidden className="size-4" />
              {t('import.fine')}
            </p>
          ) : (
            warnings.map((warning) => (
              <p key={JSON.stringify(warning)} className="mt-1 flex items-center gap-1 text-small text-weak-ink">
                <TriangleAlert aria-hidden className="size-4" />
                {t(`quiz:fault.${warning.detail}`, warning.params)}
              </p>
            ))
          )}
        </li>
      ))}
    </ol>
  )
}

function ConfirmForm({
  items,
  fileName,
  isBusy,
}: {
  items: readonly PreviewedItem[]
  fileName: string
  isBusy: boolean
}) {
  const { t } = useTranslation('learn')
  return (
    <AppForm method="post" className="flex flex-wrap items-end gap-4">
      <input type="hidden" name="items" value={JSON.stringify(items.map((one) => one.content))} />
      <input type="hidden" name="fileName" value={fileName} />
      <p className="w-full text-small text-ink-soft">{t('import.quizTitleHint')}</p>
      <TextField
        label={t('import.quizTitle')}
        name="title"
        defaultValue={fileName.replace(/\.[a-z]+$/iu, '')}
        maxLength={120}
      />
      <Button type="submit" tone="primary" isBusy={isBusy}>
        {t('import.confirm', { count: items.length })}
      </Button>
    </AppForm>
  )
}
