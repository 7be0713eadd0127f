import { useTranslation } from 'react-i18next'
import { REVIEW_VERDICTS } from '~/domain/governance/judge-review'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Badge, Tag } from '../ui/badge'
import { Button } from '../ui/button'
import type { DisputeView } from './view-types'

const TONES = { good: 'mark-good', fault: 'mark-weak', violation: 'mark-breach' } as const

/** The words with the quoted part marked, when it stands in them. */
function Quoted({ text, quote, polarity }: Pick<DisputeView, 'quote' | 'polarity'> & { text: string }) {
  const at = quote === '' ? -1 : text.indexOf(quote)
  if (at < 0) return <>{text}</>
  return (
    <>
      {text.slice(0, at)}
      <mark className={`bg-transparent text-inherit ${TONES[polarity]}`}>{quote}</mark>
      {text.slice(at + quote.length)}
    </>
  )
}

/** Why it counted or did not: the rule by its kind, in plain words. */
function useRuleText(): (rule: string) => string {
  const { t } = useTranslation('review')
  return (rule) => {
    const key = rule.replace(/^(?:G2|F1|V2|E2)-/, '')
    return t(`rule.${key}` as 'rule.E1', { defaultValue: rule })
  }
}

/** One behaviour that only one judge heard, the words, and the question who was right. */
export function DisputeCard({ dispute, path }: { dispute: DisputeView; path: string }) {
  const { t } = useTranslation('review')
  const ruleText = useRuleText()
  const { roleplayId, turnIndex, code, heardBy, quote, polarity, review } = dispute
  return (
    <article className="grid gap-3 rounded-card border border-hairline bg-surface p-5">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-title">{t(`question.${polarity}`, { name: dispute.name })}</h2>
        <AppLink to={`/talks/${roleplayId}/scorecard`} className="text-small text-ink-soft hover:text-teal">
          {dispute.who} · {dispute.scenario} · {t('turn', { turn: turnIndex + 1 })}
        </AppLink>
      </header>
      <dl className="grid gap-3">
        {dispute.clientText === null ? null : (
          <div className="border-l-2 border-clay pl-3">
            <dt className="text-small font-medium text-clay-ink">{t('client')}</dt>
            <dd className="break-words">
              <Quoted
                text={dispute.clientText}
                quote={dispute.utterance.includes(quote) ? '' : quote}
                polarity={polarity}
              />
            </dd>
          </div>
        )}
        <div className="border-l-2 border-teal pl-3">
          <dt className="text-small font-medium text-teal-ink">{t('trainee')}</dt>
          <dd className="break-words">
            <Quoted text={dispute.utterance} quote={quote} polarity={polarity} />
          </dd>
        </div>
      </dl>
      <p className="flex flex-wrap items-center gap-2 text-small">
        <Tag>{t(`heardBy.${heardBy}`)}</Tag>
        <Badge tone={dispute.counts ? 'teal' : 'plain'}>{t(dispute.counts ? 'counted' : 'notCounted')}</Badge>
        <span className="text-ink-soft">{ruleText(dispute.rule)}</span>
      </p>
      <AppForm method="post" action={path} className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="roleplayId" value={roleplayId} />
        <input type="hidden" name="turnIndex" value={turnIndex} />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="heardBy" value={heardBy} />
        {REVIEW_VERDICTS.map((verdict) => (
          <Button
            key={verdict}
            type="submit"
            name="verdict"
            value={verdict}
            size="small"
            tone={review?.verdict === verdict ? 'primary' : 'plain'}
            aria-pressed={review ? review.verdict === verdict : undefined}
          >
            {t(`verdict.${verdict}`)}
          </Button>
        ))}
        {review ? <span className="text-small text-ink-soft">{t('reviewedBy', { name: review.by })}</span> : null}
      </AppForm>
    </article>
  )
}
