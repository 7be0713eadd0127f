import { Check, FileDown, Share2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Button, ButtonLink, buttonClasses } from '../ui/button'

type ScorecardActionsProps = {
  /** Posts `intent=share`; left out where there is no trainer. */
  shareAction?: string
  isShared?: boolean
  pdfHref?: string
  againHref: string
}

export function ScorecardActions({ shareAction, isShared = false, pdfHref, againHref }: ScorecardActionsProps) {
  const { t } = useTranslation('scorecard')
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      <ButtonLink to={againHref}>{t('actions.again')}</ButtonLink>
      {shareAction ? (
        <AppForm method="post" action={shareAction}>
          <Button
            type="submit"
            name="intent"
            value="share"
            disabled={isShared}
            icon={isShared ? <Check aria-hidden className="size-4" /> : <Share2 aria-hidden className="size-4" />}
          >
            {isShared ? t('actions.shared') : t('actions.share')}
          </Button>
        </AppForm>
      ) : null}
      {pdfHref ? (
        <a href={pdfHref} download className={buttonClasses()}>
          <FileDown aria-hidden className="size-4" />
          {t('actions.pdf')}
        </a>
      ) : null}
    </div>
  )
}
