import { Check, Pencil, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { joinClasses } from '../ui/join-classes'
import { StatusBadge } from './status-badge'
import type { PlacedRowView } from './view-types'

type ReviewQueueProps = {
  quizId: string
  rows: readonly PlacedRowView[]
  /** From 0. */
  position: number
  canChange: boolean
  isDraft: boolean
  isBusy: boolean
  /** The item of this position, its faults and source. */
  children: ReactNode
}

const linkTo = (quizId: string, position: number) => `/quizzes/${quizId}?at=${position + 1}`
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(input|textarea|select)$/i.test(target.tagName)

/** Item after item: approve (A), edit (E), take out (D), forward and back (J, K). */
export function ReviewQueue({ quizId, rows, position, canChange, isDraft, isBusy, children }: ReviewQueueProps) {
  const { t } = useTranslation('quiz')
  const barRef = useRef<HTMLDivElement>(null)
  const row = rows[position]!
  const rest = rows.filter((one) => one.status === 'draft' || one.status === 'edited').length

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const key = event.key.toLowerCase()
      const target = barRef.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
      if (!target) return
      event.preventDefault()
      target.click()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <div className="grid gap-5">
      <QueueStrip quizId={quizId} rows={rows} position={position} rest={rest} />
      <section
        aria-label={t('queue.item', { number: position + 1, total: rows.length })}
        className="grid min-w-0 gap-4"
      >
        <div ref={barRef} className="flex flex-wrap items-center gap-2">
          <p className="mr-auto flex flex-wrap items-center gap-2">
            <strong>{t('queue.item', { number: position + 1, total: rows.length })}</strong>
            <StatusBadge status={row.status} />
          </p>
          {canChange ? (
            <>
              <AppForm method="post" action={`/quizzes/${quizId}?at=${position + 1}`} className="flex flex-wrap gap-2">
                <input type="hidden" name="itemId" value={row.itemId} />
                {row.status === 'approved' ? null : (
                  <Button
                    type="submit"
                    name="intent"
                    value="approve"
                    tone="primary"
                    size="small"
                    isBusy={isBusy}
                    data-key="a"
                    icon={<Check aria-hidden className="size-4" />}
                  >
                    {t('queue.approve')} <Key>A</Key>
                  </Button>
                )}
                {isDraft ? (
                  <Button
                    type="submit"
                    name="intent"
                    value="drop"
                    size="small"
                    isBusy={isBusy}
                    data-key="d"
                    icon={<X aria-hidden className="size-4" />}
                  >
                    {t('queue.drop')} <Key>D</Key>
                  </Button>
                ) : null}
              </AppForm>
              <AppLink
                to={`/items/${row.itemId}?edit=1&quiz=${encodeURIComponent(quizId)}&at=${position + 1}`}
                data-key="e"
                className="inline-flex min-h-9 items-center gap-2 rounded-card border border-edge bg-surface px-3 text-small font-medium hover:border-teal hover:text-teal"
              >
                <Pencil aria-hidden className="size-4" />
                {t('queue.edit')} <Key>E</Key>
              </AppLink>
            </>
          ) : null}
          {position > 0 ? (
            <AppLink
              to={linkTo(quizId, position - 1)}
              data-key="k"
              className="inline-flex min-h-9 items-center gap-1.5 px-2 text-small hover:text-teal"
            >
              {t('queue.before')} <Key>K</Key>
            </AppLink>
          ) : null}
          {position + 1 < rows.length ? (
            <AppLink
              to={linkTo(quizId, position + 1)}
              data-key="j"
              className="inline-flex min-h-9 items-center gap-1.5 px-2 text-small hover:text-teal"
            >
              {t('queue.after')} <Key>J</Key>
            </AppLink>
          ) : null}
        </div>
        {children}
      </section>
    </div>
  )
}

type QueueStripProps = { quizId: string; rows: readonly PlacedRowView[]; position: number; rest: number }

/** All items by number with their state, to go to any of them. */
function QueueStrip({ quizId, rows, position, rest }: QueueStripProps) {
  const { t } = useTranslation('quiz')
  return (
    <nav aria-label={t('queue.title')} className="grid gap-2">
      <p className="text-small text-ink-soft">{rest > 0 ? t('queue.rest', { count: rest }) : t('queue.done')}</p>
      <ol className="flex flex-wrap gap-1.5">
        {rows.map((one, at) => (
          <li key={one.itemId}>
            <AppLink
              to={linkTo(quizId, at)}
              title={one.stem}
              aria-current={at === position ? 'step' : undefined}
              className={joinClasses(
                'relative inline-flex size-10 items-center justify-center rounded-card border text-small hover:border-teal',
                one.status === 'approved' ? 'border-good/40 bg-good-soft text-good-ink' : 'border-edge bg-surface',
                at === position && 'border-2 border-ink font-bold',
              )}
            >
              {at + 1}
              {one.status === 'approved' ? (
                <Check aria-hidden className="absolute right-0.5 top-0.5 size-3" />
              ) : one.status === 'retired' ? (
                <X aria-hidden className="absolute right-0.5 top-0.5 size-3" />
              ) : null}
              <span className="sr-only">{t(`status.${one.status}`)}</span>
            </AppLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The key that does the same; for the eye, the button's own words say it. */
function Key({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true" className="rounded border border-current/40 px-1 font-sans text-small max-md:hidden">
      {children}
    </span>
  )
}

/** When a quiz has no items any more. */
export function EmptyQueue() {
  const { t } = useTranslation('quiz')
  return (
    <Card tone="sunken">
      <p>{t('queue.empty')}</p>
      <ButtonLink to="/quizzes/new" className="mt-3">
        {t('make.title')}
      </ButtonLink>
    </Card>
  )
}
