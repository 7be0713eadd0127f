import { useTranslation } from 'react-i18next'

/** Somebody's words in the quotation marks of the reader's language. */
export function Quote({ text }: { text: string }) {
  const { t } = useTranslation('frame')
  return t('quoted', { text })
}
