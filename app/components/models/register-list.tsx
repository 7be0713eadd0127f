import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Badge, Tag, type Tone } from '../ui/badge'
import { Button, ButtonLink } from '../ui/button'
import { formatDay } from '../ui/format-date'
import type { RegisterEntryView } from './view-types'

const TONES: Record<RegisterEntryView['riskLevel'], Tone> = { low: 'good', medium: 'weak', high: 'breach' }

/** Every model in every use, and who answers for it. */
export function RegisterList({ entries }: { entries: readonly RegisterEntryView[] }) {
  const { t } = useTranslation('models')
  if (entries.length === 0) return <EmptyState title={t('register.emptyTitle')} text={t('register.emptyText')} />
  return (
    <ul className="grid gap-4">
      {entries.map((entry) => (
        <RegisterRow key={entry.id} entry={entry} />
      ))}
    </ul>
  )
}

/** What speaks against relying on the last evaluation, or that there is none. */
function EvaluationDoubts({ evaluated }: Pick<RegisterEntryView, 'evaluated'>) {
  const { t } = useTranslation('models')
  const doubts = evaluated === null ? (['never'] as const) : evaluated.doubts
  if (doubts.length === 0) return null
  return (
    <ul className="mt-2 grid justify-items-start gap-1">
      {doubts.map((doubt) => (
        <li key={doubt}>
          <Badge tone="weak" className="rounded-card">
            {t(`doubt.${doubt}`)}
          </Badge>
        </li>
      ))}
    </ul>
  )
}

function RegisterRow({ entry }: { entry: RegisterEntryView }) {
  const { t, i18n } = useTranslation('models')
  const day = (iso: string) => formatDay(iso, i18n.language, true)
  return (
    <li className="rounded-card border border-hairline bg-surface p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-body font-bold">
          {t(`purpose.${entry.purpose}.name`)} · <span className="break-all">{entry.model}</span>
        </h3>
        <Badge tone={TONES[entry.riskLevel]}>{t(`risk.${entry.riskLevel}`)}</Badge>
      </div>
      <p className="mt-1 flex flex-wrap gap-2">
        <Tag>{t('register.versionIs', { version: entry.modelVersion })}</Tag>
        <Tag className="break-all">{entry.host}</Tag>
      </p>
      <p className="mt-3 whitespace-pre-wrap break-words">{entry.dataUsed}</p>
      <p className="mt-3 text-small text-ink-soft">
        {t('register.approvedLine', { who: entry.approvedBy, on: day(entry.approvedOn) })}
        {entry.evaluated ? (
          <>
            {' · '}
            <AppLink
              to={`/models/report?model=${encodeURIComponent(entry.model)}`}
              className="text-teal underline underline-offset-4"
            >
              {t('register.evaluated', { on: day(entry.evaluated.at) })}
            </AppLink>
          </>
        ) : null}
      </p>
      <EvaluationDoubts evaluated={entry.evaluated} />
      <div className="mt-3 flex flex-wrap gap-2">
        <ButtonLink to={`/models/register?edit=${entry.id}#entry`} size="small">
          {t('register.edit')}
        </ButtonLink>
        <AppForm method="post" action="/models/register">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="id" value={entry.id} />
          <Button type="submit" size="small" tone="quiet">
            {t('register.remove')}
            <span className="sr-only">
              {t(`purpose.${entry.purpose}.name`)} {entry.model}
            </span>
          </Button>
        </AppForm>
      </div>
    </li>
  )
}
