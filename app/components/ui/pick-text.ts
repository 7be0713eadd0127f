import { useTranslation } from 'react-i18next'

/** Chooses the reader's language of a text that carries both. */
export function usePickText(): (text: { zh: string; en: string }) => string {
  const { i18n } = useTranslation()
  return (text) => (i18n.language === 'en' ? text.en : text.zh)
}
