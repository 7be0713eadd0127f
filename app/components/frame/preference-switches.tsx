import { Languages, Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '~/domain/shared/localised'
import { AppForm } from '../ui/app-form'
import { joinClasses } from '../ui/join-classes'
import { TEXT_SIZES, type TextSize, THEMES, type ThemeChoice } from './view-types'

const ACTION = '/preferences'
const QUIET =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-card px-2 text-small text-ink-soft transition-colors duration-150 hover:bg-sunken hover:text-ink'

/** One choice, sent on its own: works before any script has loaded. */
function PreferenceForm({ path, children, label }: { path: string; children: ReactNode; label?: string }) {
  return (
    <AppForm method="post" action={ACTION} aria-label={label}>
      <input type="hidden" name="redirectTo" value={path} />
      {children}
    </AppForm>
  )
}

/** Posts `locale` and `redirectTo` to /preferences. Says the other language in that language; on the phone only if `isWordy`. */
export function LanguageSwitch({ locale, path, isWordy = false }: { locale: Locale; path: string; isWordy?: boolean }) {
  const { t } = useTranslation('frame')
  const other: Locale = locale === 'en' ? 'zh-Hant' : 'en'
  return (
    <PreferenceForm path={path}>
      <button type="submit" name="locale" value={other} lang={other} className={QUIET}>
        <Languages aria-hidden className="size-5 shrink-0" />
        <span className={isWordy ? undefined : 'max-sm:sr-only'}>{t('languageSwitch')}</span>
      </button>
    </PreferenceForm>
  )
}

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon }

/** Posts `theme` and `redirectTo` to /preferences: one press goes on to the next choice. */
export function ThemeSwitch({ theme, path }: { theme: ThemeChoice; path: string }) {
  const { t } = useTranslation('frame')
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!
  const Icon = THEME_ICONS[theme]
  const label = `${t('theme')}: ${t(`themeChoice.${theme}`)} → ${t(`themeChoice.${next}`)}`
  return (
    <PreferenceForm path={path}>
      <button type="submit" name="theme" value={next} className={QUIET} title={label}>
        <Icon aria-hidden className="size-5" />
        <span className="sr-only">{label}</span>
      </button>
    </PreferenceForm>
  )
}

type ChoiceRowProps = {
  name: string
  label: string
  path: string
  chosen: string
  choices: { value: string; label: string; icon?: ReactNode }[]
}

/** All choices beside each other, the present one pressed in: for the settings page. */
function ChoiceRow({ name, label, path, chosen, choices }: ChoiceRowProps) {
  return (
    <PreferenceForm path={path} label={label}>
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-body font-medium">{label}</legend>
        <div className="flex flex-wrap gap-2">
          {choices.map((choice) => (
            <button
              key={choice.value}
              type="submit"
              name={name}
              value={choice.value}
              aria-pressed={choice.value === chosen}
              className={joinClasses(
                'inline-flex min-h-11 items-center gap-2 rounded-card border px-4 text-body transition-colors duration-150',
                choice.value === chosen
                  ? 'border-teal bg-teal-soft font-medium text-teal-ink'
                  : 'border-edge bg-surface hover:border-teal',
              )}
            >
              {choice.icon}
              {choice.label}
            </button>
          ))}
        </div>
      </fieldset>
    </PreferenceForm>
  )
}

export function LanguageChoice({ locale, path }: { locale: Locale; path: string }) {
  const { t } = useTranslation('frame')
  const choices = [
    { value: 'zh-Hant', label: '中文（台灣）' },
    { value: 'en', label: 'English' },
  ]
  return <ChoiceRow name="locale" label={t('language')} path={path} chosen={locale} choices={choices} />
}

export function ThemeChoiceRow({ theme, path }: { theme: ThemeChoice; path: string }) {
  const { t } = useTranslation('frame')
  const choices = THEMES.map((value) => {
    const Icon = THEME_ICONS[value]
    return { value, label: t(`themeChoice.${value}`), icon: <Icon aria-hidden className="size-4" /> }
  })
  return <ChoiceRow name="theme" label={t('theme')} path={path} chosen={theme} choices={choices} />
}

export function TextSizeChoice({ textSize, path }: { textSize: TextSize; path: string }) {
  const { t } = useTranslation('frame')
  const choices = TEXT_SIZES.map((value) => ({ value, label: t(`textSizeChoice.${value}`) }))
  return <ChoiceRow name="textSize" label={t('textSize')} path={path} chosen={textSize} choices={choices} />
}
