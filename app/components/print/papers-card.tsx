import { Award, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'

/** The way to one's own prints and certificates. */
export function PapersCard() {
  const { t } = useTranslation('print')
  return (
    <Card title={t('papers')}>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/prints" icon={<Printer aria-hidden className="size-4" />}>
          {t('title')}
        </ButtonLink>
        <ButtonLink to="/certificates" icon={<Award aria-hidden className="size-4" />}>
          {t('certificate.title')}
        </ButtonLink>
      </div>
    </Card>
  )
}
