// npm run bench:model [-- --talks 50 --many 500]: streaming through the built app against a bare proxy to the same fake model, in one run.
// Model, proxy and app are processes of their own. On a machine that others use too only the ratios mean something.
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { createParser } from 'eventsource-parser'
import { callApi, type RunningApp, startApp } from '../start-app'
import { type CpuUsed, describeCpu, watchCpu } from './read-cpu'

const { values } = parseArgs({
  options: {
    talks: { type: 'string', default: '50' },
    many: { type: 'string', default: '500' },
    /** Over which the turns of the first group begin. */
    seconds: { type: 'string', default: '10' },
  },
})
const SCENARIO_ID = 'retired-teacher-deposit-matures'
const WORDS = '林老師您好，我是安禾人壽的業務員，這是我的登錄證。今天想先聽聽您的打算，可以嗎？'
const GAP_MS = 250

function startChild(args: string[]): Promise<{ child: ChildProcess; port: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/serve-model.ts', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (data: Buffer) => {
      const port = /port (\d+)/.exec(data.toString())?.[1]
      if (port) resolve({ child, port })
    })
    child.once('exit', (code) => reject(new Error(`serve-model ended with ${code}`)))
  })
}

type Streamed = { firstMs: number; gaps: number[]; letters: number }

/** Reads an event stream; notes when words come. `readText` gives the words of an event, '' when it has none. */
async function follow(response: Response, begin: number, readText: (event: string, data: string) => string) {
  const times: number[] = []
  let letters = 0
  const parser = createParser({
    onEvent: ({ event, data }) => {
      const text = readText(event ?? '', data)
      if (text === '') return
      letters += text.length
      times.push(performance.now())
    },
  })
  const decoder = new TextDecoder()
  const reader = response.body!.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read())
    parser.feed(decoder.decode(read.value, { stream: true }))
  const gaps = times.slice(1).map((time, i) => time - times[i]!)
  return { firstMs: (times[0] ?? Number.NaN) - begin, gaps, letters } satisfies Streamed
}

/** The prompt that the app sends, recorded once, so that the proxy carries the same. */
async function streamProxy(port: string, plan: string): Promise<Streamed> {
  const begin = performance.now()
  const response = await fetch(`http://127.0.0.1:${port}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'good', stream: true, messages: [{ role: 'user', content: plan }] }),
  })
  return follow(response, begin, (_event, data) => {
    if (data === '[DONE]') return ''
    const chunk = JSON.parse(data) as { choices?: { delta?: { content?: string } }[] }
    return chunk.choices?.[0]?.delta?.content ?? ''
  })
}

async function streamApp(app: RunningApp, id: string, onFirst = () => {}): Promise<Streamed> {
  const begin = performance.now()
  const response = await callApi(
    app.url,
    `/api/v1/roleplays/${id}/turns`,
    { turnId: 'one', text: WORDS },
    { accept: 'text/event-stream' },
  )
  let isFirst = true
  return follow(response, begin, (event, data) => {
    if (event !== 'reply.delta') return ''
    if (isFirst) onFirst()
    isFirst = false
    return (JSON.parse(data) as { text: string }).text
  })
}

const percentile = (all: readonly number[], share: number) =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? Number.NaN
const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length)

function report(label: string, all: readonly Streamed[]) {
  const gaps = all.flatMap((one) => one.gaps)
  const within = gaps.filter((gap) => gap < GAP_MS).length / Math.max(1, gaps.length)
  const perLetter = mean(all.map((one) => one.gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, one.letters - 1)))
  const firsts = all.map((one) => one.firstMs)
  const [firstMs, last] = [median(firsts), percentile(firsts, 0.99)]
  console.log(
    `${label.padEnd(22)} first word ${firstMs.toFixed(0)} ms (median), ${last.toFixed(0)} ms (99%), ${perLetter.toFixed(1)} ms a letter, ` +
      `gaps under ${GAP_MS} ms: ${(within * 100).toFixed(2)}% of ${gaps.length}`,
  )
  return { firstMs, perLetter, within }
}

async function startTalks(app: RunningApp, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    const started = await callApi(app.url, '/api/v1/roleplays', { scenarioId: SCENARIO_ID, seed: 'bench' })
    ids.push(((await started.json()) as { id: string }).id)
  }
  return ids
}

async function readMemory(app: RunningApp): Promise<number> {
  const text = await (await callApi(app.url, '/metrics')).text()
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1])
}

/** Streams begun one after the other over so many seconds. */
const spread = <T>(all: readonly T[], seconds: number, work: (one: T) => Promise<Streamed>) =>
  Promise.all(
    all.map(async (one, i) => {
      await new Promise((resolve) => setTimeout(resolve, (i / all.length) * seconds * 1_000))
      return work(one)
    }),
  )

/** What the app had used when so many of its turns had their first words. */
function watchFirstWords(count: number) {
  const begin = readAppCpu()
  let spoken = 0
  let at: CpuUsed | null = null
  return {
    begin,
    note() {
      if (++spoken === count) at = readAppCpu()
    },
    describe: () => (at ? describeCpu(begin, at, count) : 'not all had any'),
  }
}

async function compare(app: RunningApp, proxyPort: string, count: number, seconds: number): Promise<void> {
  const ids = await startTalks(app, count)
  const [sample] = await startTalks(app, 1)
  const { text } = (
    (await (await callApi(app.url, `/api/v1/roleplays/${sample}/turns`, { turnId: 'one', text: WORDS })).json()) as {
      reply: { text: string }
    }
  ).reply
  const plan = `<talk>[]</talk><say_now>${JSON.stringify([{ do: '', words: text }])}</say_now>`
  const before = await readMemory(app)
  let most = before
  const watch = setInterval(() => void readMemory(app).then((now) => (most = Math.max(most, now))), 500)
  const bare = report(`proxy, ${count} streams`, await spread(ids, seconds, () => streamProxy(proxyPort, plan)))
  const words = watchFirstWords(count)
  const own = report(`app, ${count} talks`, await spread(ids, seconds, (id) => streamApp(app, id, words.note)))
  clearInterval(watch)
  console.log(`  up to the last first word: ${words.describe()}`)
  console.log(`  the whole turns: ${describeCpu(words.begin, readAppCpu(), count)}`)
  console.log(
    `  first word ${(own.firstMs - bare.firstMs).toFixed(0)} ms over the proxy; ${(own.perLetter / bare.perLetter).toFixed(2)} times its time a letter; ` +
      `at most ${((most - before) / count / 1024).toFixed(0)} KB more for each talk`,
  )
}

const model = await startChild(['model'])
const proxy = await startChild(['proxy', model.port])
const { started: app, read: readAppCpu } = await watchCpu(() =>
  startApp({
    environment: {
      OPENAI_BASE_URL: `http://127.0.0.1:${model.port}/v1`,
      OPENAI_API_KEY: 'test',
      OPENAI_MODEL: 'good',
      ...(process.env.APP_NODE_OPTIONS && { NODE_OPTIONS: process.env.APP_NODE_OPTIONS }),
    },
  }),
)
try {
  await streamApp(app, (await startTalks(app, 1))[0]!) // warm-up
  // As in a class that talks: a turn every few seconds each; then all of many at once.
  await compare(app, proxy.port, Number(values.talks), Number(values.seconds))
  await compare(app, proxy.port, Number(values.many), 1)
} finally {
  await app.stop()
  proxy.child.kill()
  model.child.kill()
  fs.rmSync(app.dataDir, { recursive: true, force: true })
}
