import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge'

export function PassBadge({ passed }: { passed: boolean }) {
  const { t } = useTranslation('scorecard')
  return <Badge tone={passed ? 'good' : 'weak'}>{passed ? t('passed') : t('notPassed')}</Badge>
}
