import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge'
import type { Outcome } from './view-types'

const TONES = { right: 'good', partly: 'weak', wrong: 'breach', none: 'plain' } as const

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('quiz')
  return <Badge tone={TONES[outcome]}>{t(`outcome.${outcome}`)}</Badge>
}
