import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireCaller } from '~/http/current-person'
import { streamJsonLines } from '~/http/stream-json-lines'
import { withProblems } from '~/http/with-problems'

/** Reviewed sentences as JSON Lines, without personal data and names. */
export const loader = withProblems(async ({ request, context }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  return streamJsonLines(await context.services.judgeReviews.exportReviews(caller), 'judge-reviews.jsonl')
})
