import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ClientFace } from '../face/client-face'
import type { ClientView } from '../face/view-types'
import { signed } from '../talk/line-item-list'
import { useCodeLabel } from '../ui/code-labels'
import { usePickText } from '../ui/pick-text'
import { OverallRing } from './overall-ring'
import { PassBadge } from './pass-badge'
import type { ScoredCard } from './view-types'

type HeadlineProps = {
  scorecard: ScoredCard
  client: ClientView
  scenarioTitle: string
  passMark: number
  /** Beside the result on a desk, below it on the phone. */
  aside?: ReactNode
}

/** One sentence first; then the number, whether it passed, and the one reason that mattered most. */
export function Headline({ scorecard, client, scenarioTitle, passMark, aside }: HeadlineProps) {
  const { t } = useTranslation('scorecard')
  const pick = usePickText()
  const { overall, passed, caps } = scorecard
  const lowestCap = caps.length > 0 ? Math.min(...caps.map((cap) => cap.limit)) : null
  return (
    <section className="grid gap-x-10 gap-y-6 rounded-card border border-hairline bg-surface p-5 sm:p-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="min-w-0">
        <div className="flex items-center gap-3 text-ink-soft">
          <ClientFace client={client} mood={passed ? 'warm' : 'neutral'} size="small" />
          <p className="min-w-0 text-small">
            {client.name} · {scenarioTitle}
          </p>
        </div>
        <h2 className="mt-3 text-large">{pick(scorecard.headline)}</h2>
        <div className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-4">
          <OverallRing
            overall={overall}
            passed={passed}
            passMark={passMark}
            label={`${t('overall')} ${overall}, ${t('outOf')}`}
          />
          <div className="grid min-w-0 flex-1 basis-64 gap-1.5">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <PassBadge passed={passed} />
              <span className="text-small text-ink-soft">
                {!passed && overall >= passMark
                  ? t('passMarkReached', { mark: passMark })
                  : t('passMark', { mark: passMark })}
              </span>
            </p>
            <p className="text-title">{pick(scorecard.reason)}</p>
            {lowestCap === null ? null : (
              <p className="font-medium text-breach">{t('capNote', { limit: lowestCap })}</p>
            )}
            <OverallItems scorecard={scorecard} />
          </div>
        </div>
      </div>
      {aside}
    </section>
  )
}

function OverallItems({ scorecard }: { scorecard: ScoredCard }) {
  const { t } = useTranslation('scorecard')
  const labelOf = useCodeLabel()
  if (scorecard.items.length < 2) return null
  return (
    <details>
      <summary className="inline-flex min-h-9 items-center rounded-sm text-small text-teal underline underline-offset-4">
        {t('overallItems')}
      </summary>
      <ul className="grid gap-1 pt-1 text-small">
        {scorecard.items.map((item) => (
          <li key={item.code} className="grid grid-cols-[3rem_1fr] gap-2">
            <span className="text-right font-bold">{signed(item.points)}</span>
            {labelOf(item.code)}
          </li>
        ))}
        <li className="grid grid-cols-[3rem_1fr] gap-2 border-t border-hairline pt-1 font-bold">
          <span className="text-right">{scorecard.overall}</span>
          {t('overall')}
        </li>
      </ul>
    </details>
  )
}

type NotScoredHeadlineProps = {
  client: ClientView
  scenarioTitle: string
  /** Why, as the judge put it: for those who look into it. */
  reason?: string
}

/** When a turn could not be judged: no number rather than a wrong one. */
export function NotScoredHeadline({ client, scenarioTitle, reason }: NotScoredHeadlineProps) {
  const { t } = useTranslation('scorecard')
  return (
    <section className="rounded-card border border-hairline bg-surface p-5 sm:p-8">
      <div className="flex items-center gap-3 text-ink-soft">
        <ClientFace client={client} size="small" isDecorative />
        <p className="min-w-0 text-small">
          {client.name} · {scenarioTitle}
        </p>
      </div>
      <h2 className="mt-3 text-large">{t('notScoredTitle')}</h2>
      <p className="mt-2 max-w-[40rem]">{t('notScoredText')}</p>
      {reason ? <p className="mt-2 text-small text-ink-faint">{reason}</p> : null}
    </section>
  )
}
