import { ListFilter } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DIMENSIONS } from '~/domain/shared/dimensions'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Button } from '../ui/button'
import { SelectField } from '../ui/field'
import type { ScenarioFilterView } from './view-types'

/** A GET form: group, product, difficulty, dimension. Filters at once with a script, by the button without one. */
export function ScenarioFilters({ filters, action = '/' }: { filters: ScenarioFilterView; action?: string }) {
  const { t } = useTranslation(['practise', 'scorecard', 'frame'])
  const formRef = useRef<HTMLFormElement>(null)
  const { chosen } = filters
  const isFiltered = Object.values(chosen).some(Boolean)
  const send = () => formRef.current?.requestSubmit()
  const difficulties = (['1', '2', '3'] as const).map((value) => ({ value, label: t(`difficulty.${value}`) }))
  const dimensions = DIMENSIONS.map((value) => ({ value, label: t(`scorecard:dimension.${value}`) }))
  const all = t('frame:all')
  return (
    <AppForm method="get" action={action} formRef={formRef} aria-label={t('filters.label')} className="grid gap-3">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-[repeat(4,minmax(0,1fr))_auto] md:items-end">
        <SelectField
          key={`g${chosen.group}`}
          name="group"
          label={t('filters.group')}
          options={filters.groups}
          allLabel={all}
          defaultValue={chosen.group}
          onChange={send}
        />
        <SelectField
          key={`p${chosen.product}`}
          name="product"
          label={t('filters.product')}
          options={filters.products}
          allLabel={all}
          defaultValue={chosen.product}
          onChange={send}
        />
        <SelectField
          key={`d${chosen.difficulty}`}
          name="difficulty"
          label={t('filters.difficulty')}
          options={difficulties}
          allLabel={all}
          defaultValue={chosen.difficulty}
          onChange={send}
        />
        <SelectField
          key={`m${chosen.dimension}`}
          name="dimension"
          label={t('filters.dimension')}
          options={dimensions}
          allLabel={all}
          defaultValue={chosen.dimension}
          onChange={send}
        />
        <Button type="submit" className="max-md:col-span-2" icon={<ListFilter aria-hidden className="size-4" />}>
          {t('filters.apply')}
        </Button>
      </div>
      <p className="flex flex-wrap items-center gap-x-4 text-small text-ink-soft" role="status">
        {isFiltered
          ? t('clients.countOf', { shown: filters.shown, total: filters.total })
          : t('clients.count', { shown: filters.total })}
        {isFiltered ? (
          <AppLink to={action} className="inline-flex min-h-9 items-center text-teal underline underline-offset-4">
            {t('filters.clear')}
          </AppLink>
        ) : null}
      </p>
    </AppForm>
  )
}
