import { useTranslation } from 'react-i18next'
import { Card } from '../ui/card'
import type { FlagView } from './view-types'

const KNOWN = ['instruction', 'zero-width', 'hidden-text', 'script', 'unreadable'] as const

/** What in a document a trainer should look at, in words and with the place. */
export function FlagLines({ flags }: { flags: readonly FlagView[] }) {
  const { t } = useTranslation('knowledge')
  return (
    <ul className="grid gap-1 text-small">
      {flags.map((flag) => {
        const code = KNOWN.find((one) => one === flag.code)
        return (
          <li key={flag.code}>
            {code ? t(`flag.${code}`, { count: flag.count }) : flag.code}
            {flag.quote ? <q className="ml-1 break-words text-ink-soft">{flag.quote}</q> : null}
          </li>
        )
      })}
    </ul>
  )
}

export function FlagCard({ flags }: { flags: readonly FlagView[] }) {
  const { t } = useTranslation('knowledge')
  if (flags.length === 0) return null
  return (
    <Card tone="weak" title={t('flag.title')} lead={t('flag.lead')}>
      <FlagLines flags={flags} />
    </Card>
  )
}
