import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { CitingList } from './citing-list'
import type { ChangeView, ComparisonView } from './view-types'

const TONES = { added: 'good', removed: 'breach', changed: 'weak' } as const
/** What stays the same around a change: enough to see where it is. */
const CONTEXT_CHARACTERS = 60

/** Which articles differ between two texts, word for word, and what cites them. */
export function DiffView({ comparison, isLaw }: { comparison: ComparisonView; isLaw: boolean }) {
  const { t } = useTranslation('knowledge')
  const { before, after, changes, sameCount } = comparison
  const count = (kind: ChangeView['kind']) => changes.filter((one) => one.kind === kind).length
  const summary =
    changes.length === 0
      ? t('diff.none')
      : t('diff.summary', {
          changed: count('changed'),
          added: count('added'),
          removed: count('removed'),
          same: sameCount,
        })
  return (
    <div className="grid gap-6">
      <Card title={t('diff.title', { before, after })} lead={summary}>
        <ol className="divide-y divide-hairline">
          {changes.map((change) => (
            <li key={`${change.kind} ${change.key}`} className="py-4 first:pt-0 last:pb-0">
              <div className="mb-1 flex flex-wrap items-center gap-2">
                <h3 className="text-body">{isLaw ? `§${change.key}` : change.key}</h3>
                <Badge tone={TONES[change.kind]}>{t(`diff.${change.kind}`)}</Badge>
              </div>
              <ChangedText change={change} />
            </li>
          ))}
        </ol>
      </Card>
      {changes.length > 0 ? (
        <Card
          title={t('diff.citing')}
          lead={comparison.citing.length > 0 ? t('diff.citingLead') : undefined}
          aside={comparison.citing.length}
        >
          <CitingList citing={comparison.citing} emptyText={t('diff.citingNone')} />
        </Card>
      ) : null}
    </div>
  )
}

function ChangedText({ change }: { change: ChangeView }) {
  const { t } = useTranslation('knowledge')
  // Positions name the parts: the same word may be put in twice.
  const parts = change.parts.map((part, i) => ({
    ...part,
    key: `${i}`,
    isFirst: i === 0,
    isLast: i === change.parts.length - 1,
  }))
  return (
    <p className="whitespace-pre-line">
      {parts.map((part) => {
        if (part.kind === 'removed')
          return (
            <del key={part.key} className="bg-breach-soft text-breach-ink decoration-2">
              <span className="sr-only">{t('diff.wasRemoved')}</span>
              {part.text}
            </del>
          )
        if (part.kind === 'added')
          return (
            <ins key={part.key} className="bg-good-soft text-good-ink decoration-2 underline-offset-4">
              <span className="sr-only">{t('diff.wasAdded')}</span>
              {part.text}
            </ins>
          )
        return <span key={part.key}>{shortenSame(part.text, part.isFirst, part.isLast)}</span>
      })}
    </p>
  )
}

function shortenSame(text: string, isFirst: boolean, isLast: boolean): string {
  const characters = [...text]
  const head = isFirst ? '' : characters.slice(0, CONTEXT_CHARACTERS).join('')
  const tail = isLast ? '' : characters.slice(-CONTEXT_CHARACTERS).join('')
  const kept = (isFirst ? 0 : CONTEXT_CHARACTERS) + (isLast ? 0 : CONTEXT_CHARACTERS)
  return characters.length <= kept + 10 ? text : `${head} … ${tail}`
}
