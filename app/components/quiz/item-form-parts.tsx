import { useTranslation } from 'react-i18next'
import { SelectField, TextAreaField, TextField } from '../ui/field'
import { RowList } from './row-list'
import { useDraftFault } from './use-draft-fault'
import type { Choice, DraftFaults, ItemDraft } from './view-types'

type PartProps = { draft: ItemDraft; faults: DraftFaults }

/** The fields that only items of this type have; the scene of a situation stands before its question (`ScenePart`). */
export function TypeParts({ draft, faults }: PartProps) {
  switch (draft.type) {
    case 'single':
    case 'multiple':
    case 'situation':
      return <OptionsPart draft={draft} faults={faults} />
    case 'true-false':
      return <TruthPart draft={draft} faults={faults} />
    case 'cloze':
      return <AcceptedPart name="blank" path="blanks" texts={draft.blanks} most={4} faults={faults} />
    case 'matching':
      return <PairsPart draft={draft} faults={faults} />
    case 'ordering':
      return <StepsPart draft={draft} faults={faults} />
    case 'short-answer':
      return <ShortAnswerPart draft={draft} faults={faults} />
  }
}

/** Where one is and what the client says, before the question. */
export function ScenePart({ draft, faults, scenarios }: PartProps & { scenarios: readonly Choice[] }) {
  const { t } = useTranslation('quiz')
  const faultOf = useDraftFault(faults)
  return (
    <>
      <TextAreaField
        name="situation"
        label={t('form.situation')}
        defaultValue={draft.situation}
        fault={faultOf('situation')}
      />
      <TextAreaField
        name="clientSays"
        label={t('form.clientSays')}
        defaultValue={draft.clientSays}
        fault={faultOf('clientSays')}
        rows={2}
      />
      <SelectField
        name="scenarioId"
        label={t('form.scenario')}
        options={[...scenarios]}
        allLabel={t('form.noScenario')}
        defaultValue={draft.scenarioId}
      />
    </>
  )
}

function OptionsPart({ draft, faults }: PartProps) {
  const { t } = useTranslation('quiz')
  const faultOf = useDraftFault(faults)
  return (
    <RowList
      legend={t(draft.type === 'situation' ? 'form.replies' : 'form.options')}
      hint={t(draft.type === 'multiple' ? 'form.keysHint' : 'form.keyHint')}
      fault={faultOf('options') ?? faultOf('content')}
      filled={draft.options.length}
      least={4}
      most={8}
      addLabel={t('form.addOption')}
      renderRow={(at) => {
        const option = draft.options[at]
        const number = at + 1
        return (
          <div className="grid gap-2">
            <input type="hidden" name="optionId" value={option?.id ?? ''} />
            <TextAreaField
              name="optionText"
              label={t('form.option', { number })}
              defaultValue={option?.text}
              rows={2}
              fault={faultOf(`options.${at}`, true)}
            />
            <label className="inline-flex min-h-9 cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                name="optionKey"
                value={at}
                defaultChecked={option?.isKey ?? false}
                className="size-5 accent-teal"
              />
              {t('form.isKey', { number })}
            </label>
            <TextAreaField
              name="optionReason"
              label={t('form.optionReason', { number })}
              defaultValue={option?.reason}
              rows={2}
              maxLength={600}
            />
          </div>
        )
      }}
    />
  )
}

function TruthPart({ draft, faults }: PartProps) {
  const { t } = useTranslation('quiz')
  const faultOf = useDraftFault(faults)
  return (
    <>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium">{t('form.truth')}</legend>
        {[true, false].map((isTrue) => (
          <label key={String(isTrue)} className="inline-flex min-h-9 cursor-pointer items-center gap-2">
            <input
              type="radio"
              name="isTrue"
              value={String(isTrue)}
              defaultChecked={draft.isTrue === isTrue}
              className="size-5 accent-teal"
            />
            {t(isTrue ? 'truth.true' : 'truth.false')}
          </label>
        ))}
      </fieldset>
      <TextAreaField
        name="reason"
        label={t('form.truthReason')}
        defaultValue={draft.reason}
        fault={faultOf('reason')}
        maxLength={600}
      />
    </>
  )
}

type AcceptedPartProps = {
  name: 'blank' | 'point'
  path: 'blanks' | 'points'
  texts: readonly string[]
  most: number
  faults: DraftFaults
}

/** Blanks or points, each with its spellings. */
function AcceptedPart({ name, path, texts, most, faults }: AcceptedPartProps) {
  const { t } = useTranslation('quiz')
  const faultOf = useDraftFault(faults)
  return (
    <RowList
      legend={t(`form.${path}`)}
      hint={t('form.acceptedHint')}
      fault={faultOf(path)}
      filled={texts.length}
      least={1}
      most={most}
      addLabel={t(name === 'blank' ? 'form.addBlank' : 'form.addPoint')}
      renderRow={(at) => (
        <TextAreaField
          name={name}
          label={t(`form.${name}`, { number: at + 1 })}
          defaultValue={texts[at]}
          rows={2}
          fault={faultOf(`${path}.${at}`, true)}
        />
      )}
    />
  )
}

function PairsPart({ draft, faults }: PartProps) {
  const { t } = useTranslation('quiz')
  const faultOf = useDraftFault(faults)
  return (
    <>
      <RowList
        legend={t('form.pairs')}
        hint={t('form.pairsHint')}
        fault={faultOf('pairs')}
        filled={draft.pairs.length}
        least={3}
        most={8}
        addLabel={t('form.addPair')}
        renderRow={(at) => (
          <div className="grid gap-2 sm:grid-cols-2">
            <TextField
              name="pairLeft"
              label={t('form.left', { number: at + 1 })}
              defaultValue={draft.pairs[at]?.left}
              fault={faultOf(`pairs.${at}.left`)}
              autoComplete="off"
            />
            <TextField
              name="pairRight"
              label={t('form.right', { number: at + 1 })}
              defaultValue={draft.pairs[at]?.right}
              fault={faultOf(`pairs.${at}.right`)}
              autoComplete="off"
            />
          </div>
        )}
      />
      <TextAreaField
        name="extraRights"
        label={t('form.extraRights')}
        hint={t('form.extraRightsHint')}
        defaultValue={draft.extraRights}
        fault={faultOf('extraRights', true)}
      />
    </>
  )
}

function StepsPart({ draft, faults }: PartProps) {
  const { t } = useTranslation('quiz')
  const faultOf = useDraftFault(faults)
  return (
    <RowList
      legend={t('form.steps')}
      hint={t('form.stepsHint')}
      fault={faultOf('steps')}
      filled={draft.steps.length}
      least={4}
      most={8}
      addLabel={t('form.addStep')}
      renderRow={(at) => (
        <TextField
          name="stepText"
          label={t('form.step', { number: at + 1 })}
          defaultValue={draft.steps[at]}
          fault={faultOf(`steps.${at}`)}
          autoComplete="off"
        />
      )}
    />
  )
}

function ShortAnswerPart({ draft, faults }: PartProps) {
  const { t } = useTranslation('quiz')
  const faultOf = useDraftFault(faults)
  return (
    <>
      <TextAreaField
        name="modelAnswer"
        label={t('answered.model')}
        defaultValue={draft.modelAnswer}
        fault={faultOf('modelAnswer')}
      />
      <AcceptedPart name="point" path="points" texts={draft.points} most={6} faults={faults} />
    </>
  )
}
