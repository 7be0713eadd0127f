import { useTranslation } from 'react-i18next'
import { BrandMark } from '../frame/brand-mark'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { useFaultText } from './use-fault-text'

export type FirstAdminAnswer = {
  values: { organisationName: string; name: string; email: string }
  faults: Record<string, string>
}

/** The first start without demo data: whoever knows the code from the server's log becomes administrator. */
export function FirstAdminForm({ answer }: { answer: FirstAdminAnswer | null }) {
  const { t } = useTranslation('admin')
  const faultOf = useFaultText(answer?.faults ?? {})
  const values = answer?.values
  return (
    <div className="mx-auto grid w-full max-w-[26rem] gap-6 px-4 py-10 sm:py-16">
      <header className="grid justify-items-center gap-2 text-center">
        <BrandMark className="size-14" />
        <h1 className="text-large">{t('setup.title')}</h1>
        <p className="text-ink-soft">{t('setup.lead')}</p>
      </header>
      <AppForm
        method="post"
        noValidate
        className="grid gap-4 rounded-card border border-hairline bg-surface p-5 sm:p-6"
      >
        <TextField name="code" label={t('setup.code')} fault={faultOf('code')} autoComplete="off" />
        <TextField
          name="organisationName"
          label={t('setup.organisation')}
          fault={faultOf('organisationName')}
          defaultValue={values?.organisationName}
        />
        <TextField
          name="name"
          label={t('people.name')}
          fault={faultOf('name')}
          defaultValue={values?.name}
          autoComplete="name"
        />
        <TextField
          name="email"
          type="email"
          label={t('people.email')}
          fault={faultOf('email')}
          defaultValue={values?.email}
          autoComplete="email"
        />
        <TextField
          name="password"
          type="password"
          label={t('people.password')}
          hint={t('faults.too-short')}
          fault={faultOf('password')}
          autoComplete="new-password"
        />
        <Button type="submit" tone="primary" isWide>
          {t('setup.submit')}
        </Button>
      </AppForm>
    </div>
  )
}
