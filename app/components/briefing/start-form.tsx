import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { ModeChoice } from '../ui/mode-choice'
import type { BriefingView } from './view-types'

type StartFormProps = { briefing: BriefingView; action: string; launchId: string | null; isStarting: boolean }

const MODES = ['practice', 'exam'] as const

/** Posts `scenarioId`, `mode` and, where a learning platform waits for the result, `launch`. */
export function StartForm({ briefing, action, launchId, isStarting }: StartFormProps) {
  const { t } = useTranslation('talk')
  const texts = { practice: t('briefing.practiceText'), exam: t('briefing.examText') }
  return (
    <AppForm method="post" action={action} className="grid gap-4 rounded-card border border-hairline bg-surface p-5">
      <input type="hidden" name="scenarioId" value={briefing.scenarioId} />
      {launchId === null ? null : <input type="hidden" name="launch" value={launchId} />}
      <ModeChoice
        legend={t('briefing.mode')}
        modes={MODES.map((mode) => ({ mode, label: t(`briefing.${mode}`), text: texts[mode] }))}
      />
      <Button type="submit" tone="primary" isWide isBusy={isStarting}>
        {t('briefing.start')}
      </Button>
      <p className="text-center text-small text-ink-soft">
        {briefing.clientOpens ? t('briefing.clientFirst', { who: briefing.client.address }) : t('briefing.youFirst')}{' '}
        {t('briefing.pass', { mark: briefing.passMark })}
        {typeof briefing.best?.overall === 'number' ? (
          <span className="block">{t('briefing.best', { overall: briefing.best.overall })}</span>
        ) : null}
      </p>
    </AppForm>
  )
}
