import { ListFilter } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DOCUMENT_KINDS } from '~/domain/knowledge/passage'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Button } from '../ui/button'
import { SelectField, TextField } from '../ui/field'
import { DOCUMENT_STATES } from './view-types'

export type DocumentFilterView = { chosen: { q: string; kind: string; state: string }; shown: number; total: number }

/** A GET form: name, kind, state. Filters at once with a script, by the button without one. */
export function DocumentFilters({ filters }: { filters: DocumentFilterView }) {
  const { t } = useTranslation(['knowledge', 'frame'])
  const formRef = useRef<HTMLFormElement>(null)
  const { chosen, shown, total } = filters
  const isFiltered = Object.values(chosen).some(Boolean)
  const send = () => formRef.current?.requestSubmit()
  const all = t('frame:all')
  return (
    <AppForm method="get" action="/knowledge" formRef={formRef} aria-label={t('filters.label')} className="grid gap-3">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-[2fr_1fr_1fr_auto] md:items-end">
        <div className="max-md:col-span-2">
          <TextField name="q" label={t('filters.query')} defaultValue={chosen.q} type="search" data-slash-focus />
        </div>
        <SelectField
          key={`k${chosen.kind}`}
          name="kind"
          label={t('filters.kind')}
          options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          allLabel={all}
          defaultValue={chosen.kind}
          onChange={send}
        />
        <SelectField
          key={`s${chosen.state}`}
          name="state"
          label={t('filters.state')}
          options={DOCUMENT_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          allLabel={all}
          defaultValue={chosen.state}
          onChange={send}
        />
        <Button type="submit" className="max-md:col-span-2" icon={<ListFilter aria-hidden className="size-4" />}>
          {t('filters.apply')}
        </Button>
      </div>
      <p className="flex flex-wrap items-center gap-x-4 text-small text-ink-soft" role="status">
        {isFiltered ? t('filters.countOf', { shown, total }) : t('filters.count', { total })}
        {isFiltered ? (
          <AppLink to="/knowledge" className="inline-flex min-h-9 items-center text-teal underline underline-offset-4">
            {t('filters.clear')}
          </AppLink>
        ) : null}
      </p>
    </AppForm>
  )
}
