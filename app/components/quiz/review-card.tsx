import { useNavigation } from '@remix-run/react'
import { Repeat } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppForm } from '../ui/app-form'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { formatDay } from '../ui/format-date'

export type ReviewDayView = { day: string; count: number }
type ReviewCardProps = {
  due: number
  /** How many come at a time. */
  most: number
  /** The next days on which something comes back; none of them today. */
  coming: readonly ReviewDayView[]
}

/** What is due today, or what to do so that something will be. */
export function ReviewCard({ due, most, coming }: ReviewCardProps) {
  const { t } = useTranslation('quiz')
  const isBusy = useNavigation().state === 'submitting'
  return (
    <div className="grid gap-6">
      {due > 0 ? (
        <section className="flex flex-wrap items-center gap-5 rounded-card border border-teal/25 bg-teal-soft p-6">
          <Repeat aria-hidden className="size-10 shrink-0 text-teal" strokeWidth={1.5} />
          <div className="min-w-0 flex-1 basis-60">
            <h2 className="text-title">{t('reviews.due', { count: due })}</h2>
            <p className="text-ink-soft">{due > most ? t('reviews.some', { most }) : t('reviews.dueText')}</p>
          </div>
          <AppForm method="post" action="/reviews">
            <Button type="submit" tone="primary" isBusy={isBusy}>
              {t('reviews.start')}
            </Button>
          </AppForm>
        </section>
      ) : (
        <EmptyState
          picture={<Repeat className="size-10" strokeWidth={1.5} />}
          title={coming.length > 0 ? t('reviews.noneToday') : t('reviews.emptyTitle')}
          text={coming.length > 0 ? t('reviews.noneTodayText') : t('reviews.emptyText')}
          action={
            <ButtonLink to="/quizzes" tone="primary">
              {t('reviews.toQuizzes')}
            </ButtonLink>
          }
        />
      )}
      {coming.length > 0 ? <ComingDays coming={coming} /> : null}
      <Card tone="sunken" title={t('reviews.howTitle')}>
        <p className="text-ink-soft">{t('reviews.howText')}</p>
      </Card>
    </div>
  )
}

function ComingDays({ coming }: { coming: readonly ReviewDayView[] }) {
  const { t, i18n } = useTranslation('quiz')
  return (
    <Card title={t('reviews.coming')}>
      <ul className="divide-y divide-hairline">
        {coming.map((one) => (
          <li key={one.day} className="flex justify-between gap-4 py-2">
            <span>{formatDay(one.day, i18n.language)}</span>
            <span className="text-ink-soft">{t('quizzes.items', { count: one.count })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
