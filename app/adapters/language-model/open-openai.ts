import OpenAI from 'openai'
import { createLimitedFetch } from './limited-fetch'

/** Azure takes a key in a header of its own, and a bearer token only from its directory. */
const isAzure = (url: URL) => url.hostname.endsWith('.azure.com') || url.searchParams.has('api-version')

/**
 * The client library for one server. A query in the base URL (`?api-version=…`) goes with every request; for Azure the key goes as `api-key`.
 */
export function openOpenAi(
  server: { baseUrl: string; apiKey: string },
  limits: { timeoutMs: number; maxBytes: number },
): OpenAI {
  const url = new URL(server.baseUrl)
  const query = Object.fromEntries(url.searchParams)
  const headers = isAzure(url) ? { 'api-key': server.apiKey, Authorization: null } : {}
  url.search = ''
  return new OpenAI({
    // The library adds the path at the end of what it is given, behind a query too.
    baseURL: url.href.replace(/\/$/u, ''),
    apiKey: server.apiKey,
    defaultQuery: query,
    defaultHeaders: headers,
    // Own retries: the library's would also retry what has timed out and would not see a stalled stream.
    maxRetries: 0,
    timeout: limits.timeoutMs,
    logLevel: 'off',
    fetch: createLimitedFetch(limits.maxBytes),
  })
}
