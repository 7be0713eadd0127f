import type { ActionFunctionArgs } from '@remix-run/node'
import { judgeInput } from '~/http/api/schemas'
import { viewScore, viewScorecard } from '~/http/api/views'
import { requireCaller, requirePermission } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { readJsonBody, withProblems } from '~/http/with-problems'

/** Stateless: nothing of the transcript is stored. */
export const action = withProblems(async ({ request, context }: ActionFunctionArgs) => {
  const caller = await requireCaller(request, context)
  requirePermission(caller, 'judge.use')
  const input = parseInput(judgeInput, await readJsonBody(request))
  const { turns, scorecard, recognised } = await context.services.judgeTranscript(caller, {
    transcript: input.transcript,
    clientAge: input.client?.age ?? null,
    personaId: input.personaId ?? null,
    productId: input.productId ?? null,
    engine: input.engine ?? null,
    asOf: input.asOf ?? null,
  })
  return Response.json({
    turns: turns.map(({ score, ...turn }) => ({ ...turn, score: viewScore(score) })),
    scorecard: viewScorecard(scorecard),
    recognised,
  })
})
