import { ArrowRight, CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '../frame/brand-mark'
import { LanguageSwitch } from '../frame/preference-switches'
import type { FrameRole } from '../frame/view-types'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { joinClasses } from '../ui/join-classes'
import { PasswordField } from '../ui/password-field'
import type { ShowcaseView, SignInView } from './view-types'
import { WhatItDoes } from './what-it-does'

type SignInCardProps = {
  view: SignInView
  /** Left out where nobody new comes by. */
  showcase?: ShowcaseView | null
  /** Posts `email`, `password`, `redirectTo`; a demo button posts `demoRole` and `redirectTo`. */
  action?: string
  isBusy?: boolean
}

/** The first page: what this is on one side, the doors on the other. On the phone a demo shows first what it is, real use the door. */
export function SignInCard({ view, showcase = null, action = '/sign-in', isBusy = false }: SignInCardProps) {
  const { t, i18n } = useTranslation(['auth', 'frame'])
  const isDemo = view.demoRoles.length > 0
  return (
    <div
      className={joinClasses(
        'mx-auto grid w-full gap-x-16 gap-y-8 px-4 py-8 sm:py-12',
        showcase ? 'max-w-[26rem] lg:max-w-[70rem] lg:grid-cols-[minmax(0,1fr)_26rem] lg:px-8' : 'max-w-[26rem]',
      )}
    >
      <header
        className={joinClasses('grid gap-2', showcase ? 'lg:col-span-2 lg:mb-2' : 'justify-items-center text-center')}
      >
        <div className="flex items-center gap-3">
          <BrandMark className="size-11" />
          <span className="text-title font-bold">{t('frame:product')}</span>
          {showcase ? (
            <div className="ml-auto">
              <LanguageSwitch locale={i18n.language === 'en' ? 'en' : 'zh-Hant'} path={action} isWordy />
            </div>
          ) : null}
        </div>
        <h1 className="mt-3 max-w-[44rem] text-large">
          <span className="inline-block">{t('leadFirst')}</span>
          <span className="inline-block">{t('leadThen')}</span>
        </h1>
        <p className="max-w-[40rem] text-ink-soft">{t('leadText')}</p>
      </header>
      {showcase ? (
        <div className={isDemo ? undefined : 'max-lg:order-last'}>
          <WhatItDoes showcase={showcase} />
        </div>
      ) : null}
      <div className="grid content-start gap-6">
        {isDemo ? <DemoEntrances roles={view.demoRoles} action={action} redirectTo={view.redirectTo} /> : null}
        <PasswordForm view={view} action={action} isBusy={isBusy} />
        <p className="text-center text-small text-ink-soft">{t('forgot')}</p>
        {showcase ? null : (
          <div className="flex justify-center">
            <LanguageSwitch locale={i18n.language === 'en' ? 'en' : 'zh-Hant'} path={action} isWordy />
          </div>
        )}
      </div>
    </div>
  )
}

type PasswordFormProps = { view: SignInView; action: string; isBusy: boolean }

function PasswordForm({ view, action, isBusy }: PasswordFormProps) {
  const { t } = useTranslation('auth')
  const { faults } = view
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
      <PasswordField
        name="password"
        label={t('password')}
        autoComplete="current-password"
        fault={faults.password && t(`faults.${faults.password}`)}
      />
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
