import { useTranslation } from 'react-i18next'
import type { LineItem, SupportedClaim, TurnScore } from '~/domain/judging/score-types'
import { ToneIcon } from '../ui/badge'
import { CiteList } from '../ui/cite-list'
import { useCodeLabel } from '../ui/code-labels'
import { joinClasses } from '../ui/join-classes'
import { PassageLink } from '../ui/passage-link'
import { Quote } from '../ui/quote'
import { type ScoreTone, toneOfItem } from './tone-of-score'

type Scored = Extract<TurnScore, { status: 'scored' }>

const FULL_MARKS = 'ceiling'
const COLOURS: Record<ScoreTone, string> = { good: 'text-good', weak: 'text-weak', breach: 'text-breach' }

/** A signed number with a true minus; nothing earned is ±0. */
export const signed = (points: number) => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '±0')

function LineItemRow({ item }: { item: LineItem }) {
  const { t } = useTranslation('talk')
  const labelOf = useCodeLabel()
  const tone = toneOfItem(item)
  // More than a hundred points is no fault: the line that takes the rest away is arithmetic.
  if (item.code === FULL_MARKS)
    return (
      <li className="grid grid-cols-[3rem_1fr] gap-x-2 py-1.5 text-ink-soft">
        <span className="text-right">{signed(item.points)}</span>
        <span>{labelOf(item.code)}</span>
      </li>
    )
  return (
    <li className="grid grid-cols-[3rem_1fr] gap-x-2 py-1.5">
      <span className={joinClasses('text-right font-bold', COLOURS[tone])}>{signed(item.points)}</span>
      <div className="min-w-0">
        <p className="flex items-start gap-1.5 font-medium">
          <ToneIcon tone={tone} className={joinClasses('mt-1.5', COLOURS[tone])} />
          {labelOf(item.code)}
        </p>
        {item.quote ? (
          <p className="text-small text-ink-soft">
            {item.source === 'client' ? `${t('score.clientWords')} ` : ''}
            <Quote text={item.quote} />
          </p>
        ) : null}
        {item.cite ? <CiteList cite={item.cite} /> : null}
        {item.passageId ? <PassageLink passageId={item.passageId} text={t('score.contradicts')} /> : null}
      </div>
    </li>
  )
}

/** What was said rightly, with the passage that says so. */
function SupportedClaims({ claims }: { claims: readonly SupportedClaim[] }) {
  const { t } = useTranslation('talk')
  if (claims.length === 0) return null
  return (
    <section className="mt-3 border-t border-hairline pt-2" aria-label={t('score.supported')}>
      <h4 className="text-small font-bold">{t('score.supported')}</h4>
      <ul className="grid gap-1">
        {claims.map(({ quote, fact, passageId }) => (
          <li key={`${quote} ${passageId}`} className="text-small">
            <p className="text-ink-soft">
              <Quote text={quote} />
            </p>
            <PassageLink passageId={passageId} text={fact} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every line of a turn's score; they add up to the total. */
export function LineItemList({ score }: { score: Scored }) {
  const { t } = useTranslation('talk')
  return (
    <div>
      <ul className="divide-y divide-hairline">
        {score.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a finished score never change
          <LineItemRow key={index} item={item} />
        ))}
      </ul>
      <p className="grid grid-cols-[3rem_1fr] gap-x-2 border-t border-edge pt-1.5 font-bold">
        <span className="text-right">{score.total}</span>
        <span>{t('score.sum')}</span>
      </p>
      <SupportedClaims claims={score.supported ?? []} />
    </div>
  )
}
