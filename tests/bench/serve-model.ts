// For model-stream.ts, in a process of its own: `serve-model.ts model|proxy <port of the model>`; prints its port.
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { startModelServer } from '../model-server/start-model-server'

const [kind, modelPort] = process.argv.slice(2)

/** Hands everything on as it comes: what a stream costs at the least. */
function startProxy(port: number): Promise<number> {
  const agent = new http.Agent({ keepAlive: true })
  const server = http.createServer((request, response) => {
    const { method, headers, url } = request
    const onward = http.request({ agent, host: '127.0.0.1', port, method, headers, path: url }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
}

const port =
  kind === 'proxy'
    ? await startProxy(Number(modelPort))
    : Number(new URL((await startModelServer({ tokenMs: 50, tokenLetters: 1 })).baseUrl).port)
console.log(`port ${port}`)
