// npm run bench:turns [-- --talks 50 --turns 20 --laps 2]: the CPU of a turn by part in this process, then whole turns over HTTP on the
// built app, embedded engine and database. Times are of use on a machine of one's own; CPU is also where others use it.
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { loadContent } from '../../app/adapters/files/load-content'
import { loadClaimFacts } from '../evals/load-claim-facts'
import { callApi, startApp } from '../start-app'
import { describeCpu, watchCpu } from './read-cpu'
import { measureParts } from './turn-parts'

const { values } = parseArgs({
  options: {
    talks: { type: 'string', default: '50' },
    turns: { type: 'string', default: '20' },
    /** Seconds that an agent thinks between turns in the run with many talks; 0 sends at once. */
    think: { type: 'string', default: '1' },
    /** Over all scenarios, for the CPU by part; 0 leaves it out. */
    laps: { type: 'string', default: '2' },
    /** Folder of the statutes that statements are held against. */
    laws: { type: 'string', default: '../shared/data' },
  },
})

const SETTLE_MS = 6_000

const WORDS = [
  '您好，我是安禾人壽的業務員，這是我的登錄證，今天想先聽聽您的想法，可以嗎？',
  '您最擔心的是什麼？家裡有哪些人需要您照顧？',
  '我懂，辛苦存的錢會怕虧很正常。',
  '您現在每個月的收入和開銷大概多少？',
  '身上有哪些保險？身體這幾年還好嗎？',
  '這張保單如果提前解約，拿回來的會比繳的少，宣告利率也不是保證的。',
  '保費的錢會從哪裡來？繳六年負擔得起嗎？',
  '您剛剛說怕用到錢的時候拿不回來，這樣理解對嗎？',
  '收到保單隔天起十天內可以撤銷，保費全退。',
  '不急，您可以和家人商量，下週三我再帶試算表過來好嗎？',
]

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

function report(label: string, milliseconds: number[], seconds: number): void {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(sorted, share).toFixed(1))
  console.log(
    `${label}: ${sorted.length} turns in ${seconds.toFixed(1)} s (${(sorted.length / seconds).toFixed(0)}/s), ` +
      `p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, max ${sorted.at(-1)!.toFixed(1)} ms`,
  )
}

async function listScenarioIds(url: string): Promise<string[]> {
  const { scenarios } = (await (await callApi(url, '/api/v1/scenarios')).json()) as { scenarios: { id: string }[] }
  return scenarios.map((scenario) => scenario.id)
}

type Talked = { id: string; sent: string[]; milliseconds: number[] }

/** Holds one talk; starts another one when the client leaves early, so that every talk sends all its turns. */
async function talk(url: string, scenarioId: string, turns: number, thinkMs: number): Promise<Talked[]> {
  const talks: Talked[] = []
  let current: Talked | null = null
  for (let i = 0; i < turns; i++) {
    if (!current) {
      const started = (await (await callApi(url, '/api/v1/roleplays', { scenarioId })).json()) as { id: string }
      current = { id: started.id, sent: [], milliseconds: [] }
      talks.push(current)
    }
    if (thinkMs > 0) await new Promise((resolve) => setTimeout(resolve, thinkMs * (0.5 + Math.random())))
    const turnId = `turn-${i}`
    const begin = performance.now()
    const response = await callApi(url, `/api/v1/roleplays/${current.id}/turns`, {
      turnId,
      text: WORDS[i % WORDS.length],
    })
    const body = (await response.json()) as { state?: { ended: unknown } }
    if (response.status !== 200) throw new Error(`turn answered ${response.status}: ${JSON.stringify(body)}`)
    current.milliseconds.push(performance.now() - begin)
    current.sent.push(turnId)
    if (body.state?.ended) current = null
  }
  return talks
}

async function countLost(url: string, talks: readonly Talked[]): Promise<number> {
  let lost = 0
  for (const { id, sent } of talks) {
    const stored = (await (await callApi(url, `/api/v1/roleplays/${id}`)).json()) as {
      turns: { turnId: string; score: { status: string } }[]
    }
    const ids = stored.turns.map((turn) => turn.turnId)
    lost += sent.filter((turnId) => !ids.includes(turnId)).length + Math.max(0, ids.length - sent.length)
  }
  return lost
}

if (Number(values.laps) > 0) {
  const content = await loadContent(process.cwd())
  const parts = await measureParts(content, await loadClaimFacts(content, values.laws), Number(values.laps))
  console.log(parts.join('\n'))
}

const { started: app, read: readCpu } = await watchCpu(() =>
  startApp({ environment: process.env.DATABASE_URL ? { DATABASE_URL: process.env.DATABASE_URL } : {} }),
)
// A first start makes the demo's quizzes and course in the background, once in the life of a database.
await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
try {
  const ids = await listScenarioIds(app.url)
  await talk(app.url, ids[0]!, 10, 0) // warm-up
  let begin = performance.now()
  let cpu = readCpu()
  const alone = (await Promise.all([talk(app.url, ids[0]!, 200, 0)])).flat()
  report(
    'one user',
    alone.flatMap((one) => one.milliseconds),
    (performance.now() - begin) / 1000,
  )
  console.log(`  ${describeCpu(cpu, readCpu(), 200)}`)

  const count = Number(values.talks)
  for (const thinkMs of new Set([Number(values.think) * 1000, 0])) {
    begin = performance.now()
    cpu = readCpu()
    const many = (
      await Promise.all(
        Array.from({ length: count }, (_, i) => talk(app.url, ids[i % ids.length]!, Number(values.turns), thinkMs)),
      )
    ).flat()
    const label = `${count} talks at once, ${thinkMs > 0 ? `about ${thinkMs / 1000} s between turns` : 'no pause between turns'}`
    report(
      label,
      many.flatMap((one) => one.milliseconds),
      (performance.now() - begin) / 1000,
    )
    console.log(`  ${describeCpu(cpu, readCpu(), count * Number(values.turns))}`)
    console.log(`  lost or doubled: ${await countLost(app.url, many)}`)
  }
} finally {
  await app.stop()
  fs.rmSync(app.dataDir, { recursive: true, force: true })
}
