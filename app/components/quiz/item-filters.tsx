import { ListFilter } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Button } from '../ui/button'
import { SelectField, TextField } from '../ui/field'
import { ABILITY_CHOICES, ORIGIN_CHOICES, STATUS_CHOICES, TYPE_CHOICES } from './item-choices'

export type ItemFilterView = {
  q: string
  status: string
  type: string
  origin: string
  ability: string
  /** Only those whose cited text has been amended. */
  stale: string
}
type ItemFiltersProps = { chosen: ItemFilterView; total: number; staleCount: number }

/** A GET form. Filters at once with a script, by the button without one. */
export function ItemFilters({ chosen, total, staleCount }: ItemFiltersProps) {
  const { t } = useTranslation(['quiz', 'frame'])
  const formRef = useRef<HTMLFormElement>(null)
  const send = () => formRef.current?.requestSubmit()
  const isFiltered = Object.values(chosen).some(Boolean)
  const selects = [
    ['status', STATUS_CHOICES.map((value) => ({ value, label: t(`status.${value}`) }))],
    ['type', TYPE_CHOICES.map((value) => ({ value, label: t(`type.${value}`) }))],
    ['origin', ORIGIN_CHOICES.map((value) => ({ value, label: t(`origin.item.${value}`) }))],
    ['ability', ABILITY_CHOICES.map((value) => ({ value, label: t(`ability.${value}`) }))],
  ] as const
  return (
    <AppForm method="get" action="/items" formRef={formRef} aria-label={t('items.filter')} className="grid gap-3">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-[2fr_1fr_1fr_1fr_1fr_auto] md:items-end">
        <div className="max-md:col-span-2">
          <TextField name="q" type="search" label={t('items.words')} defaultValue={chosen.q} data-slash-focus />
        </div>
        {selects.map(([name, options]) => (
          <SelectField
            key={`${name} ${chosen[name]}`}
            name={name}
            label={t(`items.by.${name}`)}
            options={options}
            allLabel={t('frame:all')}
            defaultValue={chosen[name]}
            onChange={send}
          />
        ))}
        <Button type="submit" className="max-md:col-span-2" icon={<ListFilter aria-hidden className="size-4" />}>
          {t('items.apply')}
        </Button>
      </div>
      <p className="flex flex-wrap items-center gap-x-4 text-small text-ink-soft" role="status">
        {t('items.found', { total })}
        {isFiltered ? (
          <AppLink to="/items" className="inline-flex min-h-9 items-center text-teal underline underline-offset-4">
            {t('items.clear')}
          </AppLink>
        ) : null}
        {staleCount > 0 && !chosen.stale ? (
          <AppLink
            to="/items?stale=1"
            className="inline-flex min-h-9 items-center text-weak underline underline-offset-4"
          >
            {t('items.staleLink', { count: staleCount })}
          </AppLink>
        ) : null}
      </p>
    </AppForm>
  )
}
