import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import type { ArticleUse } from './find-article-uses'

/** What an article is about, in the plain words of the practice; stands in while its text is not there. */
export function ArticleUses({ uses }: { uses: readonly ArticleUse[] }) {
  const { t } = useTranslation('knowledge')
  if (uses.length === 0) return null
  return (
    <Card title={t('citation.uses')} lead={t('citation.usesLead')}>
      <ul className="divide-y divide-hairline">
        {uses.map((use) => (
          <li key={use.id} className="grid gap-1 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {use.name}
              {use.isBreach ? <Badge tone="breach">{t('citation.breach')}</Badge> : null}
              {use.why === null ? null : (
                <Badge tone="teal" icon={<Scale aria-hidden className="size-3.5" />}>
                  {t('citation.duty')}
                </Badge>
              )}
            </p>
            {use.why === null ? null : <p className="text-ink-soft">{use.why}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
