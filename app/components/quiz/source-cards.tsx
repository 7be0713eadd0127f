import { useTranslation } from 'react-i18next'
import { linkToPassage } from '../knowledge/link-to'
import { AppLink } from '../ui/app-link'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import type { SourceView } from './view-types'

/** The cited places in full, with the words that hold the key marked, to lay beside the item. */
export function SourceCards({ sources }: { sources: readonly SourceView[] }) {
  const { t } = useTranslation('quiz')
  if (sources.length === 0)
    return (
      <Card title={t('source.title')} level={3} tone="sunken">
        <p className="text-small text-ink-soft">{t('answered.noSource')}</p>
      </Card>
    )
  return (
    <>
      {sources.map((source) => (
        <Card key={source.passageId} level={3} title={t('source.title')}>
          <p className="mb-2 flex flex-wrap items-center gap-2">
            <AppLink to={linkToPassage(source.passageId)} className="text-teal underline underline-offset-4">
              {source.label}
            </AppLink>
            {source.isStale ? <Badge tone="weak">{t('stale.short')}</Badge> : null}
          </p>
          {source.text === null ? (
            <p className="text-small text-ink-soft">{t('source.unknown')}</p>
          ) : (
            <blockquote className="whitespace-pre-line break-words border-l-2 border-teal pl-4">
              <MarkedText text={source.text} quote={source.quote} />
            </blockquote>
          )}
        </Card>
      ))}
    </>
  )
}

function MarkedText({ text, quote }: { text: string; quote: string | null }) {
  const at = quote ? text.indexOf(quote) : -1
  if (!quote || at < 0) return <>{text}</>
  return (
    <>
      {text.slice(0, at)}
      <mark className="mark-good bg-transparent text-inherit">{quote}</mark>
      {text.slice(at + quote.length)}
    </>
  )
}
