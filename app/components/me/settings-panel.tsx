import { useTranslation } from 'react-i18next'
import { LanguageChoice, TextSizeChoice, ThemeChoiceRow } from '../frame/preference-switches'
import type { FrameView } from '../frame/view-types'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { Card } from '../ui/card'

/** Language, theme and text size; each press is saved at once. */
export function SettingsPanel({ frame, path = '/me' }: { frame: FrameView; path?: string }) {
  const { t } = useTranslation('me')
  return (
    <Card title={t('display.title')} lead={t('display.lead')}>
      <div className="grid gap-6">
        <LanguageChoice locale={frame.locale} path={path} />
        <ThemeChoiceRow theme={frame.theme} path={path} />
        <TextSizeChoice textSize={frame.textSize} path={path} />
      </div>
    </Card>
  )
}

/** Posts to /sign-out. */
export function SignOutButton({ action = '/sign-out' }: { action?: string }) {
  const { t } = useTranslation('frame')
  return (
    <AppForm method="post" action={action}>
      <Button type="submit">{t('signOut')}</Button>
    </AppForm>
  )
}
