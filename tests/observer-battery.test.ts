import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { createEmbeddedObserver } from '../app/adapters/embedded/embedded-observer'
import { loadContent } from '../app/adapters/files/load-content'
import type { Content } from '../app/domain/content'
import type { Observer } from '../app/domain/ports'
import type { TalkLine } from '../app/domain/shared/observation'

/**
 * Floors for the embedded observer on utterances that neither its rules nor its exemplars were made from. They stand a
 * little under what was measured: a change that loses hearing or cries wolf fails here.
 */
const FLOORS = { code: 0.54, some: 0.6, clean: 0.92, good: 0.8, faults: 0.65 }

/**
 * The same for everyday talk. Before anything was mended the halves gave: violations by their code 0.65 and 0.63, some violation 0.70 and
 * 0.69, honest talk without violation 0.90 and 0.89, without fault 0.93 and 0.93, faults 0.62 and 0.50. Rules and exemplars have seen both by
 * now: of talk that is new to it the observer hears less (0.74 of 42 violations, 0.92 of 60 honest utterances clean).
 */
const EVERYDAY = [
  { file: 'observer-everyday', floors: { code: 0.88, some: 0.88, clean: 0.97, faults: 0.8, sound: 0.95 } },
  { file: 'observer-everyday-apart', floors: { code: 0.75, some: 0.82, clean: 0.94, faults: 0.6, sound: 0.92 } },
]

const byCode = z.record(z.string(), z.string())
const batterySchema = z.strictObject({ violations: byCode, clean: z.string(), good: byCode, faults: byCode })
type Line = { code: string; clientText: string; text: string }

function listLines(groups: Record<string, string>): Line[] {
  return Object.entries(groups).flatMap(([code, text]) =>
    text
      .trim()
      .split('\n')
      .map((line) => {
        const [first = '', second] = line.split(' >> ')
        return { code, clientText: second === undefined ? '嗯。' : first, text: second ?? first }
      }),
  )
}

const readBattery = (name: string) => batterySchema.parse(parse(readFileSync(`tests/fixtures/${name}.yaml`, 'utf8')))
const battery = readBattery('observer-battery')
let content: Content
let observer: Observer

async function hear(line: Pick<Line, 'clientText' | 'text'>): Promise<string[]> {
  const talk: TalkLine[] = [{ who: 'client', text: line.clientText }]
  const heard = await observer.perceive({
    utterance: line.text,
    talk,
    client: { age: 45 },
    products: [],
    asOf: '2025-01-01',
  })
  if (heard.status === 'failed') throw new Error(heard.reason)
  return heard.observations.map((one) => one.code)
}

async function shareHeard(
  lines: readonly Line[],
  isRight: (line: Line, codes: readonly string[]) => boolean,
): Promise<number> {
  let right = 0
  for (const line of lines) if (isRight(line, await hear(line))) right++
  return right / lines.length
}

beforeAll(async () => {
  content = await loadContent(process.cwd())
  observer = createEmbeddedObserver(content)
})

const isViolation = (code: string) => code.startsWith('violation.')

describe('battery', () => {
  test('holds at least 200 utterances, each code known', () => {
    const lines = [
      ...listLines(battery.violations),
      ...listLines({ clean: battery.clean }),
      ...listLines(battery.good),
      ...listLines(battery.faults),
    ]
    expect(lines.length).toBeGreaterThanOrEqual(200)
    for (const code of Object.keys({ ...battery.violations, ...battery.good, ...battery.faults }))
      expect(content.catalogue.entries.has(code), code).toBe(true)
  })

  test('violations in new words', async () => {
    const lines = listLines(battery.violations)
    expect(await shareHeard(lines, (line, codes) => codes.includes(line.code))).toBeGreaterThanOrEqual(FLOORS.code)
    expect(await shareHeard(lines, (_, codes) => codes.some(isViolation))).toBeGreaterThanOrEqual(FLOORS.some)
  })

  test('refusals, warnings, reports and sound advice are no violations', async () => {
    const lines = listLines({ clean: battery.clean })
    expect(await shareHeard(lines, (_, codes) => !codes.some(isViolation))).toBeGreaterThanOrEqual(FLOORS.clean)
  })

  test('good behaviour and faults', async () => {
    expect(
      await shareHeard(listLines(battery.good), (line, codes) => codes.includes(line.code)),
    ).toBeGreaterThanOrEqual(FLOORS.good)
    expect(
      await shareHeard(listLines(battery.faults), (line, codes) => codes.includes(line.code)),
    ).toBeGreaterThanOrEqual(FLOORS.faults)
  })
})

describe.each(EVERYDAY)('everyday talk: $file', ({ file, floors }) => {
  const everyday = readBattery(file)
  const isFault = (code: string) => content.catalogue.entries.get(code)?.polarity === 'fault'

  test('breaches slipped in', async () => {
    const lines = listLines(everyday.violations)
    expect(await shareHeard(lines, (line, codes) => codes.includes(line.code))).toBeGreaterThanOrEqual(floors.code)
    expect(await shareHeard(lines, (_, codes) => codes.some(isViolation))).toBeGreaterThanOrEqual(floors.some)
    const faults = listLines(everyday.faults)
    expect(await shareHeard(faults, (line, codes) => codes.includes(line.code))).toBeGreaterThanOrEqual(floors.faults)
  })

  test('honest talk shows no violation and no fault', async () => {
    const lines = listLines({ clean: everyday.clean })
    expect(await shareHeard(lines, (_, codes) => !codes.some(isViolation))).toBeGreaterThanOrEqual(floors.clean)
    expect(await shareHeard(lines, (_, codes) => !codes.some(isFault))).toBeGreaterThanOrEqual(floors.sound)
  })
})

describe('wordings that the product itself proposes', () => {
  test('almost none sounds like a violation', async () => {
    const lines = content.wordings
      .flatMap((block) => block.say)
      .map((text) => ({ code: '', clientText: '嗯。', text: text.replace(/\{\w+\}/g, '10') }))
    expect(await shareHeard(lines, (_, codes) => !codes.some(isViolation))).toBeGreaterThanOrEqual(0.97)
  })
})

describe('limits', () => {
  test.each([
    ['long talk', '我跟您說明一下這張保單的內容，身故給付一百萬，等待期三十天。'.repeat(330)],
    ['no break', '保證'.repeat(5000)],
    ['one mark', '，'.repeat(10_000)],
    ['digits', '1,'.repeat(5000)],
    ['brackets', '「'.repeat(10_000)],
  ])('10,000 characters are heard quickly: %s', async (_, text) => {
    await hear({ clientText: '多少錢？', text })
    const start = performance.now()
    await hear({ clientText: '多少錢？', text })
    // 50 ms on a free machine; the test allows for a busy one.
    expect(performance.now() - start).toBeLessThan(250)
  })

  test('a usual turn takes a few milliseconds', async () => {
    const line = {
      clientText: '解約會虧嗎？',
      text: '會虧，六年期第一年扣四成。您這筆錢打算放多久？不急，我禮拜三帶試算表過來。',
    }
    for (let i = 0; i < 20; i++) await hear(line)
    const start = performance.now()
    for (let i = 0; i < 50; i++) await hear(line)
    expect((performance.now() - start) / 50).toBeLessThan(20)
  })
})

test('the committed model is what the exemplars give, for two of its codes', () => {
  const args = [
    'node_modules/tsx/dist/cli.mjs',
    'scripts/train-observer.ts',
    '--check',
    '--codes',
    'violation.rebate,listening.empathy',
  ]
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(run.stdout + run.stderr).toContain('agrees with')
  expect(run.status).toBe(0)
}, 60_000)
