import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { isDomainError, statusOf } from './problem-details'

type Args = LoaderFunctionArgs | ActionFunctionArgs

/** Wraps a page's loader or action: refusals become the error page with their status and a reference for support. */
export function withPage<Result>(handle: (args: Args) => Promise<Result>) {
  return async (args: Args): Promise<Result> => {
    try {
      return await handle(args)
    } catch (error) {
      const { requestId } = args.context
      if (error instanceof Response) throw error
      if (isDomainError(error)) throw Response.json({ requestId, code: error.code }, { status: statusOf(error.code) })
      args.context.services.log.error({ error, requestId }, 'request failed')
      throw Response.json({ requestId }, { status: 500 })
    }
  }
}
