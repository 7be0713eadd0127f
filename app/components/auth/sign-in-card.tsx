import { ArrowRight, CircleAlert, Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '../frame/brand-mark'
import { LanguageSwitch } from '../frame/preference-switches'
import type { FrameRole } from '../frame/view-types'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import type { SignInView } from './view-types'

type SignInCardProps = {
  view: SignInView
  /** Posts `email`, `password`, `redirectTo`; a demo button posts `demoRole` and `redirectTo`. */
  action?: string
  isBusy?: boolean
}

export function SignInCard({ view, action = '/sign-in', isBusy = false }: SignInCardProps) {
  const { t, i18n } = useTranslation(['auth', 'frame'])
  return (
    <div className="mx-auto grid w-full max-w-[26rem] gap-6 px-4 py-10 sm:py-16">
      <header className="grid justify-items-center gap-2 text-center">
        <BrandMark className="size-14" />
        <h1 className="text-large">{t('frame:product')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </header>
      {view.demoRoles.length > 0 ? (
        <DemoEntrances roles={view.demoRoles} action={action} redirectTo={view.redirectTo} />
      ) : null}
      <PasswordForm view={view} action={action} isBusy={isBusy} />
      <p className="text-center text-small text-ink-soft">{t('forgot')}</p>
      <div className="flex justify-center">
        <LanguageSwitch locale={i18n.language === 'en' ? 'en' : 'zh-Hant'} path={action} isWordy />
      </div>
    </div>
  )
}

function PasswordForm({ view, action, isBusy }: Required<SignInCardProps>) {
  const { t } = useTranslation('auth')
  const [isShown, setIsShown] = useState(false)
  const { faults } = view
  const Icon = isShown ? EyeOff : Eye
  return (
    <AppForm
      method="post"
      action={action}
      noValidate
      className="grid gap-4 rounded-card border border-hairline bg-surface p-5 sm:p-6"
    >
      <h2 className="text-title">{t('title')}</h2>
      {faults.form ? (
        <p role="alert" className="flex items-start gap-2 rounded-card bg-breach-soft p-3 text-breach-ink">
          <CircleAlert aria-hidden className="mt-1 size-5 shrink-0" />
          {t(`faults.${faults.form}`)}
        </p>
      ) : null}
      <input type="hidden" name="redirectTo" value={view.redirectTo} />
      <TextField
        name="email"
        type="email"
        label={t('email')}
        autoComplete="username"
        inputMode="email"
        defaultValue={view.values.email}
        fault={faults.email && t(`faults.${faults.email}`)}
      />
      <div className="relative">
        <TextField
          name="password"
          type={isShown ? 'text' : 'password'}
          label={t('password')}
          autoComplete="current-password"
          className="pr-12"
          fault={faults.password && t(`faults.${faults.password}`)}
        />
        <button
          type="button"
          onClick={() => setIsShown(!isShown)}
          aria-pressed={isShown}
          className="absolute right-0 top-[1.95rem] inline-flex size-11 items-center justify-center rounded-card text-ink-soft hover:text-ink"
        >
          <Icon aria-hidden className="size-5" />
          <span className="sr-only">{isShown ? t('hidePassword') : t('showPassword')}</span>
        </button>
      </div>
      <Button type="submit" tone="primary" isWide isBusy={isBusy}>
        {t('submit')}
      </Button>
    </AppForm>
  )
}

type DemoEntrancesProps = { roles: readonly FrameRole[]; action: string; redirectTo: string }

function DemoEntrances({ roles, action, redirectTo }: DemoEntrancesProps) {
  const { t } = useTranslation('auth')
  return (
    <AppForm method="post" action={action} className="grid gap-3" aria-label={t('demoTitle')}>
      <input type="hidden" name="redirectTo" value={redirectTo} />
      <div>
        <h2 className="text-title">{t('demoTitle')}</h2>
        <p className="text-small text-ink-soft">{t('demoLead')}</p>
      </div>
      <ul className="grid gap-2">
        {roles.map((role, index) => (
          <li key={role}>
            <button
              type="submit"
              name="demoRole"
              value={role}
              className={`flex min-h-14 w-full items-center justify-between gap-3 rounded-card border px-4 py-2 text-left transition-colors duration-150 ${
                index === 0 ? 'border-teal bg-teal-soft' : 'border-edge bg-surface hover:border-teal'
              }`}
            >
              <span>
                <span className="block font-medium">{t(`demo.${role}`)}</span>
                <span className="block text-small text-ink-soft">{t(`demoText.${role}`)}</span>
              </span>
              <ArrowRight aria-hidden className="size-5 shrink-0 text-teal" />
            </button>
          </li>
        ))}
      </ul>
    </AppForm>
  )
}
