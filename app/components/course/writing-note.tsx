import { Sparkles } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../ui/card'
import type { WritingView } from './view-types'

/** Says that a language model wrote, and what was done about it. */
export function WrittenByModel() {
  const { t } = useTranslation('course')
  return (
    <p className="flex items-start gap-2 text-small text-ink-soft">
      <Sparkles aria-hidden className="mt-0.5 size-4 shrink-0 text-teal" />
      <span className="min-w-0">{t('writing.byModel')}</span>
    </p>
  )
}

/** For those who make the course: how many sentences of the model are in it, how many were taken out, and what went wrong. */
export function WritingReport({ writing }: { writing: WritingView }) {
  const { t } = useTranslation('course')
  const { model, kept, dropped, note } = writing
  return (
    <Card title={t('writing.title')} tone={note === null ? undefined : 'weak'}>
      <div className="grid gap-2">
        {note === null ? null : <p role="status">{t(`writing.note.${note}`)}</p>}
        {kept + dropped > 0 ? (
          <dl className="grid gap-1 text-small">
            <Row name={t('writing.kept')} value={t('writing.sentences', { count: kept })} />
            <Row name={t('writing.dropped')} value={t('writing.sentences', { count: dropped })} />
          </dl>
        ) : null}
        {dropped > 0 ? <p className="text-small text-ink-soft">{t('writing.droppedHint')}</p> : null}
        {kept > 0 ? <p className="text-small text-ink-soft">{t('writing.readFirst')}</p> : null}
        <p className="break-words text-small text-ink-faint">{t('writing.model', { model })}</p>
      </div>
    </Card>
  )
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="font-medium tabular-nums">{value}</dd>
    </div>
  )
}
