import { CircleAlert, LoaderCircle } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '~/domain/knowledge/passage'
import type { ItemType } from '~/domain/quiz/item'
import { AppForm } from '../ui/app-form'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { SelectField, TextField } from '../ui/field'
import { joinClasses } from '../ui/join-classes'
import { TYPE_CHOICES } from './item-choices'
import type { Choice } from './view-types'

export const MAKE_SOURCES = ['topic', 'documents', 'scenario'] as const
export type MakeValues = {
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
export type MakeDocument = { id: string; title: string; kind: DocumentKind; passages: number }

type MakeFormProps = {
  values: MakeValues
  faults: Readonly<Record<string, string>>
  documents: readonly MakeDocument[]
  scenarios: readonly Choice[]
  isBusy: boolean
}

const KNOWN = ['required', 'unknown', 'nothing-found', 'no-items', 'out-of-range'] as const

function useMakeFault(faults: Readonly<Record<string, string>>) {
  const { t } = useTranslation('quiz')
  return (field: string): string | undefined => {
    const reason = KNOWN.find((one) => one === faults[field])
    if (!reason) return undefined
    return reason === 'out-of-range' ? t(`make.range.${field}` as 'make.range.count') : t(`make.fault.${reason}`)
  }
}

/** What to make a quiz from, and how it should be. */
export function MakeForm({ values, faults, documents, scenarios, isBusy }: MakeFormProps) {
  const { t } = useTranslation(['quiz', 'frame'])
  const faultOf = useMakeFault(faults)
  const [source, setSource] = useState(values.source)
  return (
    <AppForm method="post" action="/quizzes/new" noValidate className="grid gap-6">
      <Card>
        <fieldset className="grid gap-4">
          <legend className="mb-3 text-title font-bold">{t('make.from')}</legend>
          <div className="flex flex-wrap gap-2">
            {MAKE_SOURCES.map((one) => (
              <label
                key={one}
                className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-card border border-edge px-4 hover:border-teal has-checked:border-teal has-checked:bg-teal-soft"
              >
                <input
                  type="radio"
                  name="source"
                  value={one}
                  defaultChecked={one === values.source}
                  onChange={() => setSource(one)}
                  className="size-4 accent-teal"
                />
                {t(`make.source.${one}`)}
              </label>
            ))}
          </div>
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
            <Fault text={faultOf('scenarioId')} />
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
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="primary" isBusy={isBusy}>
          {t('make.go')}
        </Button>
        <ButtonLink to="/quizzes" tone="quiet">
          {t('frame:cancel')}
        </ButtonLink>
        <p role="status" className="inline-flex items-center gap-2 text-ink-soft">
          {isBusy ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : null}
          {isBusy ? t('make.busy') : null}
        </p>
      </div>
    </AppForm>
  )
}

/** Parts that are not chosen are out of sight with a script; without one all of them stand there, and the choice above counts. */
export function SourcePart({ isShown, children }: { isShown: boolean; children: ReactNode }) {
  return <div className={joinClasses('gap-2', isShown ? 'grid' : 'hidden noscript:grid')}>{children}</div>
}

export function Fault({ text }: { text: string | undefined }) {
  if (!text) return null
  return (
    <p role="alert" className="flex items-start gap-1.5 text-small font-medium text-breach">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {text}
    </p>
  )
}

type DocumentChoiceProps = { documents: readonly MakeDocument[]; chosen: readonly string[]; fault: string | undefined }

/** Documents to tick, with a box to find them; what is ticked stays ticked while one looks for more. */
export function DocumentChoice({ documents, chosen, fault }: DocumentChoiceProps) {
  const { t } = useTranslation(['quiz', 'knowledge'])
  const [words, setWords] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(chosen))
  const isFound = (one: MakeDocument) => one.title.toLowerCase().includes(words.trim().toLowerCase())
  const toggle = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">{t('make.source.documents')}</legend>
      <TextField
        name="find"
        type="search"
        label={t('make.find')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
        autoComplete="off"
      />
      <p role="status" className="text-small text-ink-soft">
        {t('make.chosen', { count: ticked.size })}
      </p>
      <ul className="grid max-h-80 gap-x-4 overflow-y-auto rounded-card border border-hairline p-2 sm:grid-cols-2">
        {documents.map((one) => (
          <li key={one.id} className={isFound(one) ? undefined : 'hidden'}>
            <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-card px-2 hover:bg-sunken">
              <input
                type="checkbox"
                name="documentIds"
                value={one.id}
                checked={ticked.has(one.id)}
                onChange={() => toggle(one.id)}
                className="size-5 shrink-0 accent-teal"
              />
              <span className="min-w-0 flex-1 break-words py-1">{one.title}</span>
              <span className="shrink-0 text-small text-ink-soft">{t(`knowledge:kind.${one.kind}`)}</span>
            </label>
          </li>
        ))}
      </ul>
      <Fault text={fault} />
    </fieldset>
  )
}
