import { LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../ui/button'

type MakeButtonsProps = { goText: string; busyText: string; cancelTo: string; isBusy: boolean }

export function MakeButtons({ goText, busyText, cancelTo, isBusy }: MakeButtonsProps) {
  const { t } = useTranslation('frame')
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="submit" tone="primary" isBusy={isBusy}>
        {goText}
      </Button>
      <ButtonLink to={cancelTo} tone="quiet">
        {t('cancel')}
      </ButtonLink>
      <p role="status" className="inline-flex items-center gap-2 text-ink-soft">
        {isBusy ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : null}
        {isBusy ? busyText : null}
      </p>
    </div>
  )
}
