import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { ModalDialog } from '../ui/modal-dialog'
import { PasswordField } from '../ui/password-field'
import { useFaultText } from './use-fault-text'

/** What came of setting a password for the person `passwordFor`. */
export type NewPasswordAnswer = { passwordFor: string; isSet: boolean; faults: Record<string, string> }

type NewPasswordDialogProps = {
  person: { id: string; name: string } | null
  answer: NewPasswordAnswer | null
  isBusy: boolean
  onClose: () => void
}

/** A new password for somebody who has forgotten theirs. Posts `intent`, `personId` and `password`. */
export function NewPasswordDialog({ person, answer, isBusy, onClose }: NewPasswordDialogProps) {
  const { t } = useTranslation(['admin', 'frame'])
  const faultOf = useFaultText(answer?.faults ?? {})
  const name = person?.name ?? ''
  const formRef = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (answer) formRef.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [answer])
  return (
    <ModalDialog isOpen={person !== null} onClose={onClose} title={t('newPassword.title', { name })}>
      {answer?.isSet ? (
        <div className="grid gap-4">
          <p role="status" className="rounded-card bg-good-soft p-3 text-good-ink">
            {t('newPassword.done', { name })}
          </p>
          <p>{t('newPassword.next', { name })}</p>
          <Button tone="primary" onClick={onClose} className="justify-self-start" autoFocus>
            {t('frame:close')}
          </Button>
        </div>
      ) : (
        <AppForm formRef={formRef} method="post" noValidate className="grid gap-4">
          <p>{t('newPassword.lead', { name })}</p>
          <input type="hidden" name="intent" value="set-password" />
          <input type="hidden" name="personId" value={person?.id ?? ''} />
          <PasswordField
            name="password"
            label={t('newPassword.password')}
            hint={t('people.passwordHint')}
            fault={faultOf('password')}
            autoComplete="new-password"
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" tone="primary" isBusy={isBusy}>
              {t('newPassword.submit')}
            </Button>
            <Button onClick={onClose}>{t('frame:cancel')}</Button>
          </div>
        </AppForm>
      )}
    </ModalDialog>
  )
}
