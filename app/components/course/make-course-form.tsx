import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentChoice, type MakeDocument } from '../make/document-choice'
import { MakeButtons } from '../make/make-buttons'
import { MakeFault } from '../make/make-fault'
import { SourceChoice, SourcePart } from '../make/source-choice'
import { AppForm } from '../ui/app-form'
import { Card } from '../ui/card'
import { SelectField, TextField } from '../ui/field'

export const COURSE_SOURCES = ['documents', 'scenario', 'remedy'] as const
export type MakeCourseValues = {
  source: (typeof COURSE_SOURCES)[number]
  documentIds: string[]
  scenarioId: string
  /** Empty for the whole team. */
  personId: string
  title: string
}

type MakeCourseFormProps = {
  values: MakeCourseValues
  faults: Readonly<Record<string, string>>
  documents: readonly MakeDocument[]
  scenarios: readonly { value: string; label: string }[]
  people: readonly { personId: string; name: string }[]
  isBusy: boolean
  /** A language model writes, which takes longer. */
  hasWriter: boolean
}

const REASONS = [
  'required',
  'unknown',
  'too-many',
  'nothing-to-teach',
  'no-talks',
  'nothing-to-remedy',
  'not-ended',
  'out-of-range',
] as const

/** What to make a course from. */
export function MakeCourseForm({
  values,
  faults,
  documents,
  scenarios,
  people,
  isBusy,
  hasWriter,
}: MakeCourseFormProps) {
  const { t } = useTranslation('course')
  const [source, setSource] = useState(values.source)
  const faultOf = (field: string) => {
    const reason = REASONS.find((one) => one === faults[field])
    return reason ? t(`make.fault.${reason}`) : undefined
  }
  return (
    <AppForm method="post" action="/courses/new" leadsOn noValidate className="grid gap-6">
      <Card>
        <fieldset className="grid gap-4">
          <legend className="mb-3 text-title font-bold">{t('make.from')}</legend>
          <SourceChoice
            sources={COURSE_SOURCES}
            initial={values.source}
            labelOf={(one) => t(`make.source.${one}`)}
            onChoose={setSource}
          />
          <SourcePart isShown={source === 'documents'}>
            <p className="text-small text-ink-soft">{t('make.documentsHint')}</p>
            <DocumentChoice documents={documents} chosen={values.documentIds} fault={faultOf('documentIds')} />
          </SourcePart>
          <SourcePart isShown={source === 'scenario'}>
            <SelectField
              name="scenarioId"
              label={t('make.scenario')}
              options={[...scenarios]}
              defaultValue={values.scenarioId}
            />
            <p className="text-small text-ink-soft">{t('make.scenarioHint')}</p>
            <MakeFault text={faultOf('scenarioId')} />
          </SourcePart>
          <SourcePart isShown={source === 'remedy'}>
            <SelectField
              name="personId"
              label={t('make.remedyFor')}
              allLabel={t('make.team')}
              options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
              defaultValue={values.personId}
            />
            <p className="text-small text-ink-soft">{t('make.remedyHint')}</p>
            <MakeFault text={faultOf('personId')} />
          </SourcePart>
          <TextField
            name="title"
            label={t('make.name')}
            hint={t('make.nameHint')}
            defaultValue={values.title}
            fault={faultOf('title')}
            maxLength={100}
            autoComplete="off"
          />
        </fieldset>
      </Card>
      <MakeButtons
        goText={t('make.go')}
        busyText={t(hasWriter ? 'make.busyModel' : 'make.busy')}
        cancelTo="/courses"
        isBusy={isBusy}
      />
    </AppForm>
  )
}
