import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { buildDisputeViews } from '~/components/review/build-dispute-views'
import { DisputeFilters } from '~/components/review/dispute-filters'
import { DisputeList } from '~/components/review/dispute-list'
import { ReviewSummaryCard } from '~/components/review/review-summary-card'
import { buttonClasses } from '~/components/ui/button'
import { HEARD_BY, REVIEW_STATES } from '~/domain/governance/judge-review'
import { requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('評分複核', 'Review of judging')

function readFilter(url: string) {
  const { searchParams } = new URL(url)
  const wanted = searchParams.get('state') ?? 'open'
  return {
    state: REVIEW_STATES.find((one) => one === wanted) ?? null,
    heardBy: HEARD_BY.find((one) => one === searchParams.get('heardBy')) ?? null,
    page: Math.min(10_000, Math.max(0, Number.parseInt(searchParams.get('page') ?? '0', 10) || 0)),
  }
}

/** Leaders: sentences that the two judges heard differently, to say who was right. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { locale } = await readPreferences(request)
  const { page, ...filter } = readFilter(request.url)
  const { disputes, ...rest } = await context.services.judgeReviews.listDisputes(person, filter, page)
  return {
    ...rest,
    disputes: buildDisputeViews(context.services.content, disputes, locale),
    page,
    state: filter.state ?? ('all' as const),
    heardBy: filter.heardBy ?? ('' as const),
  }
})

/** A verdict; leads back to the same list, which no longer holds what is done. */
export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const form = await request.formData()
  await context.services.judgeReviews.reviewDispute(person, Object.fromEntries(form))
  const { search } = new URL(request.url)
  return redirect(`/studio/judging${search}`)
})

export default function JudgingReviewPage() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation(['review', 'records'])
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      crumbs={[{ label: t('records:people.title'), to: '/studio' }]}
      action={
        data.summary.reviewed > 0 ? (
          <a href="/studio/judging/export.jsonl" download className={buttonClasses('plain')}>
            <Download aria-hidden className="size-4" />
            {t('export')}
          </a>
        ) : null
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <DisputeFilters state={data.state} heardBy={data.heardBy} />
          <DisputeList {...data} />
        </div>
        <ReviewSummaryCard summary={data.summary} />
      </div>
    </Page>
  )
}
