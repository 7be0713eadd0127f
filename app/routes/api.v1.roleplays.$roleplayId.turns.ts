import type { ActionFunctionArgs } from '@remix-run/node'
import { takeTurnInput } from '~/http/api/schemas'
import { viewTurn } from '~/http/api/views'
import { requireCaller } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { eventStreamResponse, followTurn } from '~/http/turn-stream'
import { readJsonBody, withProblems } from '~/http/with-problems'

/** The turn is stored when this answers, its words before a model is asked: a stream that breaks loses nothing. */
export const action = withProblems(async ({ request, context, params }: ActionFunctionArgs) => {
  const caller = await requireCaller(request, context)
  const input = parseInput(takeTurnInput, await readJsonBody(request))
  const turn = {
    roleplayId: params.roleplayId ?? '',
    turnId: input.turnId,
    text: input.text,
    expectedTurnIndex: input.turnIndex ?? null,
    withoutModel: input.engine === 'embedded',
  }
  if (!request.headers.get('accept')?.includes('text/event-stream')) {
    const outcome = await context.services.takeTurn(caller, turn, null)
    return Response.json(viewTurn(outcome.turn, outcome.roleplay))
  }
  const events = await followTurn(
    (onDelta) => context.services.takeTurn(caller, turn, { onDelta, signal: context.closed }),
    request.headers.get('last-event-id'),
  )
  return eventStreamResponse(events, context.closed)
})
