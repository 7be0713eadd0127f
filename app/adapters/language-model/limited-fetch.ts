export class WrongContentType extends Error {
  override readonly name = 'WrongContentType'
}
export class ResponseTooLarge extends Error {
  override readonly name = 'ResponseTooLarge'
}

/**
 * `fetch` that reads at most so many bytes of a response, and no page where a stream was asked for (a proxy's sign-in page comes with 200).
 */
export function createLimitedFetch(maxBytes: number): typeof fetch {
  return async (url, init) => {
    const response = await fetch(url, init)
    const type = response.headers.get('content-type') ?? ''
    if (response.ok && !/^(?:text\/event-stream|application\/(?:[a-z.+-]*\+)?json)\b/iu.test(type)) {
      await response.body?.cancel()
      throw new WrongContentType(`content type ${type.slice(0, 60) || 'absent'}`)
    }
    if (response.body === null) return response
    return new Response(limitBody(response.body, maxBytes), {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    })
  }
}

function limitBody(body: ReadableStream<Uint8Array>, maxBytes: number): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let seen = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) return controller.close()
      seen += value.byteLength
      if (seen <= maxBytes) return controller.enqueue(value)
      await reader.cancel()
      controller.error(new ResponseTooLarge(`over ${maxBytes} bytes`))
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
