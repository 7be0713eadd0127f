import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../ui/button'

type PageLinksProps = {
  /** From 1. */
  page: number
  pages: number
  linkTo: (page: number) => string
}

export function PageLinks({ page, pages, linkTo }: PageLinksProps) {
  const { t } = useTranslation('quiz')
  if (pages < 2) return null
  return (
    <nav aria-label={t('items.pages')} className="mt-4 flex items-center justify-between gap-3">
      {page > 1 ? (
        <ButtonLink to={linkTo(page - 1)} size="small">
          {t('items.before')}
        </ButtonLink>
      ) : (
        <span />
      )}
      <span className="text-small text-ink-soft">{t('items.page', { page, pages })}</span>
      {page < pages ? (
        <ButtonLink to={linkTo(page + 1)} size="small">
          {t('items.after')}
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  )
}
