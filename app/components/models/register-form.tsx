import { useTranslation } from 'react-i18next'
import { MODEL_PURPOSES } from '~/domain/governance/model-purposes'
import { RISK_LEVELS } from '~/domain/governance/model-register'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { SelectField, TextField } from '../ui/field'
import type { RegisterValues } from './view-types'

type RegisterFormProps = { values: RegisterValues; faults: Record<string, string>; isSaved: boolean; isBusy: boolean }

const FAULTS = ['missing', 'invalid', 'too-long'] as const

/** One entry, new or changed; purpose and model together name it. What was typed stays in the form on a fault. */
export function RegisterForm({ values, faults, isSaved, isBusy }: RegisterFormProps) {
  const { t } = useTranslation('models')
  const faultOf = (field: keyof RegisterValues) => {
    const code = faults[field]
    return code === undefined ? undefined : t(`faults.${FAULTS.find((one) => one === code) ?? 'invalid'}`)
  }
  const box = (name: keyof RegisterValues, more: { hint?: string; type?: string } = {}) => (
    <TextField
      name={name}
      label={t(`register.${name}`)}
      defaultValue={values[name]}
      fault={faultOf(name)}
      {...(more.hint && { hint: more.hint })}
      type={more.type ?? 'text'}
    />
  )
  return (
    <Card title={<span id="entry">{t('register.formTitle')}</span>} lead={t('register.formLead')}>
      {isSaved ? (
        <p role="status" className="mb-4 rounded-card bg-good-soft p-3 text-good-ink">
          {t('register.saved')}
        </p>
      ) : null}
      {/* A new form for every entry, so that the boxes show what belongs to it. */}
      <AppForm key={JSON.stringify(values)} method="post" action="/models/register" className="grid gap-4" noValidate>
        <input type="hidden" name="intent" value="save" />
        <SelectField
          name="purpose"
          label={t('register.purpose')}
          options={MODEL_PURPOSES.map((value) => ({ value, label: t(`purpose.${value}.name`) }))}
          defaultValue={values.purpose}
        />
        {box('model')}
        {box('modelVersion', { hint: t('register.versionHint') })}
        {box('host', { hint: t('register.hostHint') })}
        <SelectField
          name="riskLevel"
          label={t('register.riskLevel')}
          options={RISK_LEVELS.map((value) => ({ value, label: t(`risk.${value}`) }))}
          defaultValue={values.riskLevel}
        />
        {box('dataUsed', { hint: t('register.dataHint') })}
        {box('approvedBy')}
        {box('approvedOn', { type: 'date' })}
        <div>
          <Button type="submit" tone="primary" isBusy={isBusy}>
            {t('register.save')}
          </Button>
        </div>
      </AppForm>
    </Card>
  )
}
