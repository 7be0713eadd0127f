import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { TextField } from '../ui/field'
import { CertificateFacts } from './certificate-facts'
import type { CertificateView } from './view-types'

export type VerifyView =
  | { status: 'valid'; certificate: CertificateView }
  | { status: 'mistyped' | 'unknown' }
  | { status: 'not-asked' }

/** Anybody may ask; the code is the key. What was typed stays in the box. */
export function VerifyCard({ result, typed }: { result: VerifyView; typed: string }) {
  const { t } = useTranslation('print')
  return (
    <div className="grid gap-6">
      <Result result={result} />
      <Card title={result.status === 'valid' || result.status === 'unknown' ? t('verify.again') : undefined}>
        <AppForm method="get" action="/verify" className="grid gap-4">
          <TextField
            // A new answer is a new form.
            key={typed}
            name="code"
            label={t('verify.code')}
            hint={t('verify.hint')}
            fault={result.status === 'mistyped' ? t('verify.mistyped') : undefined}
            defaultValue={result.status === 'valid' ? '' : typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            required
          />
          <Button type="submit" tone="primary" className="w-fit">
            {t('verify.submit')}
          </Button>
        </AppForm>
      </Card>
    </div>
  )
}

function Result({ result }: { result: VerifyView }) {
  const { t } = useTranslation('print')
  // A slip of the pen is told at the box itself.
  if (result.status === 'not-asked' || result.status === 'mistyped') return null
  if (result.status !== 'valid')
    return (
      <div role="alert" className="grid gap-1 rounded-card border border-weak/30 bg-weak-soft p-5">
        <p>
          <Badge tone="weak">{t('verify.unknown')}</Badge>
        </p>
        <p>{t('verify.unknownText')}</p>
      </div>
    )
  return (
    <section role="status" className="grid gap-4 rounded-card border border-good/30 bg-surface p-5">
      <p>
        <Badge tone="good">{t('verify.valid')}</Badge>
      </p>
      <CertificateFacts certificate={result.certificate} />
      <p className="text-small text-ink-soft">{t('certificate.honest')}</p>
    </section>
  )
}
