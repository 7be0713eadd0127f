import { useTranslation } from 'react-i18next'
import type { ReviewShare, ReviewSummary } from '~/domain/governance/judge-review'
import { Card } from '../ui/card'
import { ThinBar } from '../ui/thin-bar'

/** How far the judges can be trusted where they disagree, as the reviewers see it. */
export function ReviewSummaryCard({ summary }: { summary: ReviewSummary }) {
  const { t } = useTranslation('review')
  const rows: { name: string; share: ReviewShare }[] = [
    { name: t('summary.embedded'), share: summary.heardBy.embedded },
    { name: t('summary.model'), share: summary.heardBy.model },
    { name: t('summary.rules'), share: summary.rules },
  ]
  return (
    <Card
      title={t('summary.title')}
      lead={t('summary.lead', { reviewed: summary.reviewed, disputes: summary.disputes })}
    >
      <dl className="grid gap-4">
        {rows.map(({ name, share }) => (
          <div key={name} className="grid gap-1">
            <dt>{name}</dt>
            <dd className="grid gap-1 text-small tabular-nums text-ink-soft">
              {share.of === 0 ? (
                t('summary.none')
              ) : (
                <>
                  {t('summary.share', { ...share, percent: Math.round((100 * share.right) / share.of) })}
                  <ThinBar percent={(100 * share.right) / share.of} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-small text-ink-soft">{t('summary.note')}</p>
    </Card>
  )
}
