import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { groupReviewDays, MOST_AT_ONCE } from '~/components/quiz/group-review-days'
import { ReviewCard } from '~/components/quiz/review-card'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('今日複習', "Today's reviews")

/** What spaced repetition asks for today. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.use')
  const { quiz } = context.services
  const [due, coming] = await Promise.all([quiz.countDue(person), quiz.listComingReviews(person)])
  return { due, most: MOST_AT_ONCE, coming: groupReviewDays(coming, new Date()) }
})

export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const view = await context.services.quiz.startReview(person)
  return redirect(view ? `/attempts/${view.attempt.id}` : '/reviews')
})

export default function ReviewsPage() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation('quiz')
  return (
    <Page title={t('reviews.title')} lead={t('reviews.lead')} width="text">
      <ReviewCard {...data} />
    </Page>
  )
}
