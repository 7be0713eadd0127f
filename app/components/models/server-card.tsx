import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge, Tag, type Tone } from '../ui/badge'
import { Card } from '../ui/card'
import { formatMoment } from '../ui/format-date'
import { SetUpCard } from './set-up-card'
import type { ChannelView, ServerView } from './view-types'

const TONES: Record<ChannelView['breaker']['state'], Tone> = { closed: 'good', open: 'breach', 'half-open': 'weak' }

/** How the server stands, as this process has seen it; without one, how to set one up. */
export function ServerCard({ server }: { server: ServerView | null }) {
  const { t } = useTranslation('models')
  if (server === null) return <SetUpCard />
  return (
    <Card title={t('server.title')} lead={t('server.lead', { host: server.host })}>
      {server.channels.length === 0 ? (
        <p className="text-ink-soft">{t('server.notCalled')}</p>
      ) : (
        <ul className="divide-y divide-hairline">
          {server.channels.map((channel) => (
            <ChannelRow key={`${channel.model} ${channel.kind}`} channel={channel} />
          ))}
        </ul>
      )}
      <p className="mt-4 border-t border-hairline pt-3 text-small text-ink-soft">{t('server.breakerText')}</p>
    </Card>
  )
}

function ChannelRow({ channel }: { channel: ChannelView }) {
  const { t } = useTranslation('models')
  const { model, kind, breaker } = channel
  return (
    <li className="grid gap-1.5 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-body font-medium">
          <span className="break-all">{model}</span> · {t(`server.kind.${kind}`)}
        </h3>
        <Badge tone={TONES[breaker.state]}>{t(`server.state.${breaker.state}`)}</Badge>
      </div>
      <BreakerText breaker={breaker} />
      <RungText channel={channel} />
    </li>
  )
}

function BreakerText({ breaker }: { breaker: ChannelView['breaker'] }) {
  const { t, i18n } = useTranslation('models')
  const parts: ReactNode[] = [
    ...(breaker.failuresInARow > 0 ? [t('server.failures', { count: breaker.failuresInARow })] : []),
    ...(breaker.state === 'open' && breaker.retryAt
      ? [t('server.retryAt', { at: formatMoment(breaker.retryAt, i18n.language) })]
      : []),
    ...(breaker.state === 'half-open' ? [t('server.probing')] : []),
  ]
  return parts.length === 0 ? null : <p className="text-small text-ink-soft">{parts.join(t('server.and'))}</p>
}

/** How it is asked: what of JSON it takes, and what it does not take. */
function RungText({ channel: { kind, rung } }: { channel: ChannelView }) {
  const { t } = useTranslation('models')
  if (rung === null) return <p className="text-small text-ink-soft">{t('server.ladderUnknown')}</p>
  if (kind === 'text' && rung.hasSampling && rung.hasSystem) return null
  return (
    <p className="flex flex-wrap gap-2">
      {kind === 'json' ? (
        <Tag>
          {rung.format} · {t(`server.format.${rung.format}`)}
        </Tag>
      ) : null}
      {rung.hasSampling ? null : <Tag>{t('server.noSampling')}</Tag>}
      {rung.hasSystem ? null : <Tag>{t('server.noSystem')}</Tag>}
    </p>
  )
}
