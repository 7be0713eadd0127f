import type { LoaderFunctionArgs } from '@remix-run/node'
import { listItemsInput } from '~/http/api/quiz-schemas'
import { viewItems } from '~/http/api/quiz-views'
import { requireCaller } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { withProblems } from '~/http/with-problems'

const PAGE = 50

export const loader = withProblems(async ({ request, context }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { offset = 0, limit = PAGE, ...filter } = parseInput(listItemsInput, query)
  return Response.json(viewItems(await context.services.quiz.listItems(caller, filter, { offset, limit })))
})
