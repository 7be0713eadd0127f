import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { PasswordField } from '../ui/password-field'
import type { PasswordAnswer } from './view-types'

type PasswordCardProps = { email: string; answer: PasswordAnswer | null; isBusy: boolean }

/** Changing one's own password. Posts `currentPassword` and `newPassword`. */
export function PasswordCard({ email, answer, isBusy }: PasswordCardProps) {
  const { t } = useTranslation('me')
  const changedRef = useRef<HTMLParagraphElement>(null)
  const formRef = useRef<HTMLFormElement>(null)
  // What to read or to mend next: the good news, or the first field with a fault.
  useEffect(() => {
    if (!answer) return
    const faulty = formRef.current?.querySelector<HTMLElement>('[aria-invalid], [role=alert]')
    const target = changedRef.current ?? faulty
    target?.focus()
  }, [answer])
  const faultOf = (field: 'currentPassword' | 'newPassword') => {
    const reason = answer?.faults[field]
    return reason && t(`password.faults.${reason}`)
  }
  return (
    <Card title={t('password.title')} lead={t('password.lead')}>
      {answer?.isChanged ? (
        <p ref={changedRef} tabIndex={-1} role="status" className="rounded-card bg-good-soft p-3 text-good-ink">
          {t('password.changed')}
        </p>
      ) : (
        <AppForm formRef={formRef} method="post" noValidate className="grid gap-4">
          {answer?.faults.form ? (
            <p
              role="alert"
              tabIndex={-1}
              className="flex items-start gap-2 rounded-card bg-breach-soft p-3 text-breach-ink"
            >
              <CircleAlert aria-hidden className="mt-1 size-5 shrink-0" />
              {t(`password.faults.${answer.faults.form}`)}
            </p>
          ) : null}
          {/* Tells the browser's password keeper whose password it is. */}
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            name="currentPassword"
            label={t('password.current')}
            autoComplete="current-password"
            fault={faultOf('currentPassword')}
          />
          <PasswordField
            name="newPassword"
            label={t('password.new')}
            hint={t('password.newHint')}
            autoComplete="new-password"
            fault={faultOf('newPassword')}
          />
          <Button type="submit" isBusy={isBusy} className="justify-self-start">
            {t('password.submit')}
          </Button>
        </AppForm>
      )}
    </Card>
  )
}
