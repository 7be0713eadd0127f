import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from './field'

type PasswordFieldProps = {
  name: string
  label: string
  autoComplete: 'current-password' | 'new-password'
  hint?: string
  fault?: string | undefined
}

/** A box for a password, with a button that shows what was typed. Nothing comes back into it from the server. */
export function PasswordField(field: PasswordFieldProps) {
  const { t } = useTranslation('auth')
  const [isShown, setIsShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  const what = field.label.toLowerCase()
  return (
    <div className="relative">
      <TextField {...field} type={isShown ? 'text' : 'password'} className="pr-12" />
      <button
        type="button"
        onClick={() => setIsShown(!isShown)}
        className="absolute right-0 top-[1.95rem] inline-flex size-11 items-center justify-center rounded-card text-ink-soft hover:text-ink"
      >
        <Icon aria-hidden className="size-5" />
        <span className="sr-only">{isShown ? t('hidePassword', { what }) : t('showPassword', { what })}</span>
      </button>
    </div>
  )
}
