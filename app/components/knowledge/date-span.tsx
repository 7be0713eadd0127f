import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/format-date'

/** From when to when something is in force, in words. */
export function DateSpan({ from, to }: { from: string | null; to: string | null }) {
  const { t, i18n } = useTranslation('knowledge')
  const day = (iso: string) => formatDay(iso, i18n.language, true)
  if (from && to) return <>{t('list.fromTo', { from: day(from), to: day(to) })}</>
  if (from) return <>{t('list.from', { day: day(from) })}</>
  return <>{to ? t('list.until', { to: day(to) }) : t('list.undated')}</>
}
