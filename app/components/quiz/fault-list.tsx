import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { linkToPassage } from '../knowledge/link-to'
import { AppLink } from '../ui/app-link'
import type { FaultView, StaleView } from './view-types'

/** What the checks found, in words; a machine reads words and not meaning, which is said too. */
export function FaultList({ faults, stale }: { faults: readonly FaultView[]; stale: readonly StaleView[] }) {
  const { t } = useTranslation('quiz')
  if (faults.length === 0 && stale.length === 0)
    return (
      <p className="flex items-start gap-2 text-small text-ink-soft">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
        {t('faults.none')}
      </p>
    )
  return (
    <ul className="grid gap-2 text-small">
      {stale.map((one) => (
        <li key={one.citedPassageId} className="flex items-start gap-2">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-weak" />
          <span>
            <strong>{t('stale.long', { label: one.label })}</strong>{' '}
            {one.currentPassageId ? (
              <AppLink to={linkToPassage(one.currentPassageId)} className="text-teal underline underline-offset-4">
                {t('stale.current')}
              </AppLink>
            ) : (
              t('stale.gone')
            )}
          </span>
        </li>
      ))}
      {faults.map((fault) => (
        <li key={JSON.stringify(fault)} className="flex items-start gap-2">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-weak" />
          <span className="min-w-0 break-words">
            <strong>{t(`faults.${fault.code}`)}</strong>
            <span className="block text-ink-soft">{t(`fault.${fault.detail}`, fault.params)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
