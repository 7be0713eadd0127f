import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { DIMENSIONS } from '~/domain/shared/dimensions'
import { AppForm } from '../ui/app-form'
import { Button, ButtonLink } from '../ui/button'
import { SelectField, TextAreaField, TextField } from '../ui/field'
import { ABILITY_CHOICES } from './item-choices'
import { ScenePart, TypeParts } from './item-form-parts'
import { RowList } from './row-list'
import { useDraftFault } from './use-draft-fault'
import type { Choice, DraftFaults, ItemDraft } from './view-types'

type ItemFormProps = {
  draft: ItemDraft
  faults: DraftFaults
  action: string
  /** The version that is being edited; null for a new item. */
  version: number | null
  scenarios: readonly Choice[]
  isBusy: boolean
  cancelHref: string
  /** Called with each change. */
  onEdit: (form: HTMLFormElement) => void
}

/** Every field of an item of one type. What was typed stands in it again when something is wrong. */
export function ItemForm({ draft, faults, action, version, scenarios, isBusy, cancelHref, onEdit }: ItemFormProps) {
  const { t } = useTranslation(['quiz', 'frame', 'scorecard', 'practise'])
  const faultOf = useDraftFault(faults)
  const stemHint = draft.type === 'cloze' ? t('form.gapHint') : undefined
  return (
    <AppForm
      method="post"
      action={action}
      noValidate
      className="grid gap-5"
      onChange={(event) => onEdit(event.currentTarget)}
    >
      <input type="hidden" name="type" value={draft.type} />
      {version === null ? null : <input type="hidden" name="version" value={version} />}
      {draft.calculation ? <input type="hidden" name="calculation" value={draft.calculation} /> : null}
      {Object.keys(faults).length > 0 ? (
        <p role="alert" className="flex items-start gap-2 rounded-card bg-breach-soft p-3 text-breach-ink">
          <CircleAlert aria-hidden className="mt-1 size-4 shrink-0" />
          {t('form.hasFaults')}
        </p>
      ) : null}
      {draft.type === 'situation' ? <ScenePart draft={draft} faults={faults} scenarios={scenarios} /> : null}
      <TextAreaField
        name="stem"
        label={t('form.stem')}
        defaultValue={draft.stem}
        hint={stemHint}
        fault={faultOf('stem')}
      />
      <TypeParts draft={draft} faults={faults} />
      <TextAreaField
        name="explanation"
        label={t('form.explanation')}
        hint={t('form.explanationHint')}
        defaultValue={draft.explanation}
        fault={faultOf('explanation')}
      />
      <CitationRows draft={draft} faults={faults} />
      <div className="grid gap-3 sm:grid-cols-3">
        <SelectField
          name="difficulty"
          label={t('form.difficulty')}
          defaultValue={String(draft.difficulty)}
          options={([1, 2, 3] as const).map((one) => ({ value: String(one), label: t(`practise:difficulty.${one}`) }))}
        />
        <SelectField
          name="ability"
          label={t('form.ability')}
          defaultValue={draft.ability}
          options={ABILITY_CHOICES.map((value) => ({ value, label: t(`ability.${value}`) }))}
        />
        <SelectField
          name="dimension"
          label={t('form.dimension')}
          defaultValue={draft.dimension ?? ''}
          allLabel={t('form.noDimension')}
          options={DIMENSIONS.map((value) => ({ value, label: t(`scorecard:dimension.${value}`) }))}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="intent" value="save" tone="primary" isBusy={isBusy}>
          {t('form.save')}
        </Button>
        <ButtonLink to={cancelHref} tone="quiet">
          {t('frame:cancel')}
        </ButtonLink>
      </div>
      {version === null ? null : <p className="text-small text-ink-soft">{t('form.saveNote')}</p>}
    </AppForm>
  )
}

function CitationRows({ draft, faults }: { draft: ItemDraft; faults: DraftFaults }) {
  const { t } = useTranslation('quiz')
  const faultOf = useDraftFault(faults)
  return (
    <RowList
      legend={t('form.citations')}
      hint={t('form.citationsHint')}
      fault={faultOf('citations')}
      filled={draft.citations.length}
      least={1}
      most={6}
      addLabel={t('form.addCitation')}
      renderRow={(at) => {
        const one = draft.citations[at]
        return (
          <div className="grid gap-2">
            <TextField
              name="citePassage"
              label={t('form.passage', { number: at + 1 })}
              defaultValue={one?.passageId}
              fault={faultOf(`citations.${at}.passageId`)}
              autoComplete="off"
            />
            <TextField
              name="citeLabel"
              label={t('form.citeLabel', { number: at + 1 })}
              hint={t('form.citeLabelHint')}
              defaultValue={one?.label}
              fault={faultOf(`citations.${at}.label`)}
              autoComplete="off"
            />
            <TextAreaField
              name="citeQuote"
              label={t('form.quote', { number: at + 1 })}
              defaultValue={one?.quote}
              rows={2}
              fault={faultOf(`citations.${at}.quote`)}
            />
          </div>
        )
      }}
    />
  )
}
