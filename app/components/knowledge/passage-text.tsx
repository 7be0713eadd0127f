import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/app-link'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { formatDay } from '../ui/format-date'
import { DateSpan } from './date-span'
import { KindTag } from './kind-tag'
import { linkToDocument } from './link-to'
import type { PassageView, VersionView } from './view-types'

type PassageTextProps = {
  passage: PassageView & {
    documentId: string
    kind: 'regulation' | 'product' | 'guide'
    version: string
    cite: string
    isRetired: boolean
  }
  versions: readonly VersionView[]
  canManage: boolean
}

/** The words of a passage, from when to when they apply, and the other texts of its document. */
export function PassageText({ passage, versions, canManage }: PassageTextProps) {
  const { t } = useTranslation('knowledge')
  const others = versions.filter((one) => one.version !== passage.version)
  return (
    <div className="grid gap-6">
      <Card>
        <div className="mb-4 flex flex-wrap items-center gap-2">
          <KindTag kind={passage.kind} />
          <InForce passage={passage} />
        </div>
        <p className="mb-2 break-words text-small text-ink-soft">{passage.path}</p>
        <blockquote className="whitespace-pre-line break-words border-l-2 border-teal pl-4">{passage.text}</blockquote>
        {passage.isRetired ? <p className="mt-4 text-small text-ink-soft">{t('passage.retired')}</p> : null}
      </Card>
      {others.length > 0 ? (
        <Card title={t('passage.otherVersions')}>
          <ul className="grid gap-1">
            {others.map((one) => (
              <li key={one.version}>
                {t('list.version', { version: one.label })} ·{' '}
                <span className="text-ink-soft">
                  <DateSpan from={one.effectiveFrom} to={one.effectiveTo} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {canManage ? (
        <AppLink
          to={linkToDocument(passage.documentId, { version: passage.version })}
          className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
        >
          {t('passage.whole')}
        </AppLink>
      ) : null}
    </div>
  )
}

function InForce({ passage }: { passage: PassageView }) {
  const { t, i18n } = useTranslation('knowledge')
  const day = (iso: string) => formatDay(iso, i18n.language, true)
  if (passage.effectiveTo) return <Badge tone="weak">{t('passage.ended', { day: day(passage.effectiveTo) })}</Badge>
  if (!passage.isInForce || passage.effectiveFrom === '9999-12-31')
    return <Badge tone="weak">{t('passage.notInForce')}</Badge>
  return (
    <>
      <Badge tone="good">{t('passage.inForce')}</Badge>
      {passage.effectiveFrom ? (
        <span className="text-small text-ink-soft">{t('passage.from', { day: day(passage.effectiveFrom) })}</span>
      ) : null}
    </>
  )
}
