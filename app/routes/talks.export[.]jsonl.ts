import type { LoaderFunctionArgs } from '@remix-run/node'
import { EXPORT_FORMATS, EXPORT_SIDES } from '~/domain/governance/training-export/build-training-lines'
import { requireCaller } from '~/http/current-person'
import { streamJsonLines } from '~/http/stream-json-lines'
import { withProblems } from '~/http/with-problems'

/** Approved talks as JSON Lines (`?format=chat|preference`, `&side=agent|client`), without personal data and names. */
export const loader = withProblems(async ({ request, context }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  const { searchParams } = new URL(request.url)
  const format = EXPORT_FORMATS.find((one) => one === searchParams.get('format')) ?? 'chat'
  const side = EXPORT_SIDES.find((one) => one === searchParams.get('side')) ?? 'agent'
  const lines = await context.services.models.exportTalks(caller, { format, side })
  return streamJsonLines(lines, `talks-${format}${format === 'chat' ? `-${side}` : ''}.jsonl`)
})
