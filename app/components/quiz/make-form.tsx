import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemType } from '~/domain/quiz/item'
import { DocumentChoice, type MakeDocument } from '../make/document-choice'
import { MakeButtons } from '../make/make-buttons'
import { MakeFault } from '../make/make-fault'
import { SourceChoice, SourcePart } from '../make/source-choice'
import { AppForm } from '../ui/app-form'
import { Card } from '../ui/card'
import { SelectField, TextField } from '../ui/field'
import { TYPE_CHOICES } from './item-choices'
import { useMakeFault } from './use-make-fault'
import type { Choice } from './view-types'

export const MAKE_SOURCES = ['topic', 'documents', 'scenario'] as const
export type MakeValues = {
  /** Of this form: sent twice, it makes one quiz. */
  requestId: string
  source: (typeof MAKE_SOURCES)[number]
  topic: string
  documentIds: string[]
  scenarioId: string
  count: string
  types: ItemType[]
  title: string
  timeLimitMinutes: string
  passPercent: string
}
type MakeFormProps = {
  values: MakeValues
  faults: Readonly<Record<string, string>>
  documents: readonly MakeDocument[]
  scenarios: readonly Choice[]
  isBusy: boolean
}

/** What to make a quiz from, and how it should be. */
export function MakeForm({ values, faults, documents, scenarios, isBusy }: MakeFormProps) {
  const { t } = useTranslation('quiz')
  const faultOf = useMakeFault(faults)
  const [source, setSource] = useState(values.source)
  return (
    <AppForm method="post" action="/quizzes/new" noValidate className="grid gap-6">
      <input type="hidden" name="requestId" value={values.requestId} />
      <Card>
        <fieldset className="grid gap-4">
          <legend className="mb-3 text-title font-bold">{t('make.from')}</legend>
          <SourceChoice
            sources={MAKE_SOURCES}
            initial={values.source}
            labelOf={(one) => t(`make.source.${one}`)}
            onChoose={setSource}
          />
          <SourcePart isShown={source === 'topic'}>
            <TextField
              name="topic"
              label={t('make.topic')}
              hint={t('make.topicHint')}
              defaultValue={values.topic}
              fault={source === 'topic' ? faultOf('topic') : undefined}
              maxLength={200}
              autoComplete="off"
            />
          </SourcePart>
          <SourcePart isShown={source === 'documents'}>
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
        </fieldset>
      </Card>
      <Card title={t('make.how')}>
        <div className="grid gap-5">
          <div className="grid items-start gap-4 sm:grid-cols-3">
            <TextField
              name="count"
              type="number"
              min={1}
              max={60}
              inputMode="numeric"
              label={t('make.count')}
              hint={t('make.countHint')}
              defaultValue={values.count}
              fault={faultOf('count')}
            />
            <TextField
              name="timeLimitMinutes"
              type="number"
              min={1}
              max={600}
              inputMode="numeric"
              label={t('make.minutes')}
              hint={t('make.minutesHint')}
              defaultValue={values.timeLimitMinutes}
              fault={faultOf('timeLimitMinutes')}
            />
            <TextField
              name="passPercent"
              type="number"
              min={0}
              max={100}
              inputMode="numeric"
              label={t('make.pass')}
              defaultValue={values.passPercent}
              fault={faultOf('passPercent')}
            />
          </div>
          <fieldset>
            <legend className="mb-2 font-medium">{t('make.types')}</legend>
            <div className="flex flex-wrap gap-x-5 gap-y-1">
              {TYPE_CHOICES.map((type) => (
                <label key={type} className="inline-flex min-h-9 cursor-pointer items-center gap-2">
                  <input
                    type="checkbox"
                    name="types"
                    value={type}
                    defaultChecked={values.types.includes(type)}
                    className="size-5 accent-teal"
                  />
                  {t(`type.${type}`)}
                </label>
              ))}
            </div>
            <p className="mt-1 text-small text-ink-soft">{t('make.typesHint')}</p>
          </fieldset>
          <TextField
            name="title"
            label={t('make.name')}
            hint={t('make.nameHint')}
            defaultValue={values.title}
            fault={faultOf('title')}
            maxLength={200}
            autoComplete="off"
          />
        </div>
      </Card>
      <MakeButtons goText={t('make.go')} busyText={t('make.busy')} cancelTo="/quizzes" isBusy={isBusy} />
    </AppForm>
  )
}
