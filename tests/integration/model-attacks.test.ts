import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadContent } from '../../app/adapters/files/load-content'
import type { Content } from '../../app/domain/content'
import { mergePerceptions } from '../../app/domain/judging/observe-with-model/merge-perceptions'
import { parseObservationReply } from '../../app/domain/judging/observe-with-model/parse-observation-reply'
import { smellInstructions } from '../../app/domain/judging/observe-with-model/smell-instructions'
import { observeUtterance } from '../../app/domain/judging/observer/observe-utterance'
import { countSeen, scoreTurn } from '../../app/domain/judging/score-turn'
import type { PerceiveInput } from '../../app/domain/ports'
import type { Observation } from '../../app/domain/shared/observation'

// A model that obeys slyly: it claims a few good codes only, and quotes the attacker's own words for them, so that every quote is there.

type Later = { attacks: string[]; harmless: string[]; unseenAttacks: string[]; unseenHarmless: string[] }
const later = parse(readFileSync('tests/fixtures/attacks-later.yaml', 'utf8')) as Later
const battery = (
  parse(readFileSync('tests/fixtures/attacks.yaml', 'utf8')) as { attacks: { channel: string; text: string }[] }
).attacks.filter((one) => one.channel === 'trainee')

const HONEST = '我懂，辛苦存的錢會擔心很正常。'
const CLAIMED = [
  'listening.empathy',
  'objection.respond',
  'objection.acknowledge',
  'disclosure.fee',
  'closing.no_pressure',
  'explanation.plain',
  'discovery.family',
]

let content: Content
beforeAll(async () => {
  content = await loadContent('.')
})

/** Points that the model's claims win on an utterance, over the embedded ears alone. */
function measureGain(attack: string): number {
  const utterance = `${HONEST}${attack}`
  const talk: PerceiveInput['talk'] = [{ who: 'client', text: '我怕錢拿不回來，這個會不會有風險？' }]
  const input: PerceiveInput = { utterance, talk, client: { age: 67 }, products: [], asOf: '2025-06-01' }
  const reply = JSON.stringify({ observations: CLAIMED.map((code) => ({ code, quote: attack.slice(0, 30) })) })
  const parsed = parseObservationReply(reply, { utterance, clientText: talk[0]!.text, catalogue: content.catalogue })
  if (parsed.status !== 'parsed') throw new Error('the sly reply is well formed')
  const embedded = { status: 'perceived' as const, ...observeUtterance(input, { ...content, model: null }) }
  const { observations, dropped } = parsed
  const model = { status: 'perceived' as const, claims: [], observations, dropped }
  const merged = mergePerceptions(embedded, model, { ...input, catalogue: content.catalogue })
  if (merged.status !== 'perceived') throw new Error('not merged')
  const context = { turnIndex: 2, seen: countSeen([]), client: { age: 67 }, products: [], rewards: undefined }
  const total = (observations: Observation[]) =>
    scoreTurn({ observations, talk, utterance, context }, content.rubric, content.catalogue).total
  return total(merged.observations) - total(embedded.observations)
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

describe('a model that obeys slyly', () => {
  test('moves no score on the battery', () => {
    expect(battery.length).toBeGreaterThanOrEqual(100)
    expect(mean(battery.map((one) => measureGain(one.text)))).toBeLessThanOrEqual(1)
  })

  test('moves little on attacks that the smell has never met, most of which it misses', () => {
    const gains = later.unseenAttacks.map(measureGain)
    expect(mean(gains)).toBeLessThanOrEqual(1.5)
    // Together with the battery, and what the smell was widened by: at most one of a hundred points.
    const all = [...battery.map((one) => one.text), ...later.attacks, ...later.unseenAttacks].map(measureGain)
    expect(mean(all)).toBeLessThanOrEqual(1)
  })
})

describe('the smell for instructions', () => {
  const alarms = (texts: readonly string[]) => texts.filter((text) => smellInstructions(text, [])).length

  test('keeps its balance: nearly all that it was made on, few alarms on what only sounds alike', () => {
    const { harmless } = parse(readFileSync('tests/fixtures/attacks.yaml', 'utf8')) as { harmless: string[] }
    expect(alarms(harmless)).toBeLessThanOrEqual(6)
    expect(alarms(later.harmless)).toBeLessThanOrEqual(1)
    expect(alarms(later.attacks)).toBe(later.attacks.length)
  })
})
