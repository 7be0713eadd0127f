import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { DomainError } from '../domain/shared/domain-error'
import { isDomainError, problemResponse } from './problem-details'

type Args = LoaderFunctionArgs | ActionFunctionArgs

/** As nginx calls it: nobody reads the answer. */
const CLIENT_CLOSED_REQUEST = 499

/** Wraps an API handler: refusals become problem details, anything else a 500 that tells nothing but the request's id. */
export function withProblems(handle: (args: Args) => Promise<Response>) {
  return async (args: Args): Promise<Response> => {
    try {
      return await handle(args)
    } catch (error) {
      if (error instanceof Response) return error
      if (isDomainError(error)) return problemResponse(error)
      // Whoever left gets no answer, and nothing is wrong here.
      if (args.context.closed.aborted) return new Response(null, { status: CLIENT_CLOSED_REQUEST })
      args.context.services.log.error({ error, requestId: args.context.requestId }, 'request failed')
      return Response.json(
        {
          type: 'urn:duilian:problem:internal',
          title: '系統出了問題 · Something went wrong',
          status: 500,
          instance: args.context.requestId,
        },
        { status: 500, headers: { 'Content-Type': 'application/problem+json; charset=utf-8' } },
      )
    }
  }
}

const MAX_BODY_CHARACTERS = 400_000

/**
 * The JSON body of a request.
 *
 * @throws DomainError `bad-input` when it is not JSON, `too-long` when over 400,000 characters.
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const text = await request.text()
  if (text.length > MAX_BODY_CHARACTERS) throw new DomainError('too-long', `over ${MAX_BODY_CHARACTERS} characters`)
  try {
    return JSON.parse(text)
  } catch {
    throw new DomainError('bad-input', 'the body is not JSON')
  }
}
