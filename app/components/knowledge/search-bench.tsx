import { useTranslation } from 'react-i18next'
import { DOCUMENT_KINDS } from '~/domain/knowledge/passage'
import { EmptyState } from '../frame/empty-state'
import { AppForm } from '../ui/app-form'
import { Badge, Tag } from '../ui/badge'
import { Button } from '../ui/button'
import { SelectField, TextField } from '../ui/field'
import { PassageCard } from './passage-card'
import type { ExplainedHitView } from './view-types'

export type BenchInput = { q: string; kind: string; asOf: string; k: string }
export type BenchResult = {
  hits: ExplainedHitView[]
  isGoodEnough: boolean
  asOf: string
  tookMs: number
  passages: number
}

export function BenchForm({ input, isBusy }: { input: BenchInput; isBusy: boolean }) {
  const { t } = useTranslation(['knowledge', 'frame'])
  return (
    <AppForm method="get" action="/knowledge/test" className="grid gap-3" aria-label={t('tabs.test')}>
      <TextField
        name="q"
        label={t('test.query')}
        defaultValue={input.q}
        required
        maxLength={400}
        autoComplete="off"
        data-slash-focus
      />
      <div className="grid grid-cols-2 gap-3 md:grid-cols-[1fr_1fr_8rem_auto] md:items-end">
        <SelectField
          name="kind"
          label={t('filters.kind')}
          options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          allLabel={t('frame:all')}
          defaultValue={input.kind}
        />
        <TextField name="asOf" type="date" label={t('ask.asOf')} defaultValue={input.asOf} />
        <SelectField
          name="k"
          label={t('test.count')}
          options={['5', '10', '20', '50'].map((value) => ({ value, label: value }))}
          defaultValue={input.k || '10'}
        />
        <Button type="submit" tone="primary" isBusy={isBusy}>
          {t('test.send')}
        </Button>
      </div>
    </AppForm>
  )
}

/** Hits with every part of their score and the terms that made it. */
export function BenchHits({ result }: { result: BenchResult }) {
  const { t } = useTranslation('knowledge')
  if (result.hits.length === 0) return <EmptyState title={t('test.emptyTitle')} text={t('test.emptyText')} />
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-3" role="status">
        <Badge tone={result.isGoodEnough ? 'good' : 'weak'}>
          {result.isGoodEnough ? t('test.good') : t('test.notGood')}
        </Badge>
        <span className="text-small text-ink-soft">
          {t('test.took', { ms: result.tookMs, passages: result.passages })}
        </span>
      </div>
      <ol className="grid gap-4">
        {result.hits.map((hit, i) => (
          <li key={hit.passageId} className="grid items-start gap-2 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <PassageCard hit={hit} number={i + 1} />
            <Explanation hit={hit} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function Explanation({ hit }: { hit: ExplainedHitView }) {
  const { t } = useTranslation('knowledge')
  const { explain } = hit
  const parts: [string, number][] = [
    [t('test.parts.words'), explain.words],
    [t('test.parts.proximity'), explain.proximity],
    [t('test.parts.lawWeight'), explain.lawWeight],
    ...(explain.alias
      ? [[t('test.parts.alias', { text: explain.alias.text }), explain.alias.likeness] as [string, number]]
      : []),
    ...(explain.dense === null ? [] : [[t('test.parts.dense'), explain.dense] as [string, number]]),
  ]
  return (
    <section aria-label={`${t('test.why')}: ${hit.cite}`} className="rounded-card bg-sunken p-4 text-small">
      <p className="mb-2 text-body font-medium">{t('test.score', { score: hit.score.toFixed(3) })}</p>
      {explain.isNamedArticle ? <p>{t('test.parts.named')}</p> : null}
      {explain.isNamedLaw ? <p>{t('test.parts.namedLaw')}</p> : null}
      <dl className="grid gap-1">
        {parts.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-3">
            <dt className="min-w-0 break-words text-ink-soft">{name}</dt>
            <dd>{value.toFixed(2)}</dd>
          </div>
        ))}
      </dl>
      {explain.terms.length > 0 ? (
        <>
          <p className="mb-1 mt-3 text-ink-soft">{t('test.terms')}</p>
          <ul className="flex flex-wrap gap-1">
            {explain.terms.slice(0, 8).map((one) => (
              <li key={one.term}>
                <Tag className="gap-1 border-edge/60 text-ink">
                  {one.term}
                  <span className="text-ink-soft">
                    {Math.round(one.share * 100)}% {one.fields.map((field) => t(`test.field.${field}`)).join('+')}
                  </span>
                </Tag>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
