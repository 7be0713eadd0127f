import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { HEARD_BY, REVIEW_STATES } from '~/domain/governance/judge-review'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { SelectField } from '../ui/field'

const STATES = [...REVIEW_STATES, 'all'] as const

/** Which disputes to show. */
export function DisputeFilters({ state, heardBy }: { state: (typeof STATES)[number]; heardBy: string }) {
  const { t } = useTranslation(['review', 'frame'])
  return (
    <AppForm
      method="get"
      action="/studio/judging"
      aria-label={t('filter.label')}
      className="grid gap-3 sm:grid-cols-[1fr_1fr_auto] sm:items-end"
    >
      <SelectField
        key={`s${state}`}
        name="state"
        label={t('filter.state')}
        options={STATES.map((value) => ({ value, label: t(`filter.${value}`) }))}
        defaultValue={state}
      />
      <SelectField
        key={`h${heardBy}`}
        name="heardBy"
        label={t('filter.heardBy')}
        options={HEARD_BY.map((value) => ({ value, label: t(`heardBy.${value}`) }))}
        allLabel={t('frame:all')}
        defaultValue={heardBy}
      />
      <Button type="submit" icon={<ListFilter aria-hidden className="size-4" />}>
        {t('filter.apply')}
      </Button>
    </AppForm>
  )
}
