import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import type { StopReason } from './talk-page-state'

/** What was typed here is kept as a draft, and the page must be read anew; who is no longer signed in gets to that page first. */
export function StoppedNote({ reason }: { reason: StopReason }) {
  const { t } = useTranslation('talk')
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 border-t border-hairline bg-weak-soft px-4 py-3"
    >
      <p>{t(`stopped.${reason}`)}</p>
      <Button tone="primary" onClick={() => window.location.reload()}>
        {reason === 'signed-out' ? t('stopped.signIn') : t('stopped.reload')}
      </Button>
    </div>
  )
}
