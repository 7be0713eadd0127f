import { useTranslation } from 'react-i18next'
import type { ItemStatus } from '~/domain/quiz/item'
import { Badge } from '../ui/badge'
import { STATUS_TONES } from './item-choices'

export function StatusBadge({ status }: { status: ItemStatus }) {
  const { t } = useTranslation('quiz')
  return <Badge tone={STATUS_TONES[status]}>{t(`status.${status}`)}</Badge>
}
