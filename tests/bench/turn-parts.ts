import { createEmbeddedObserver } from '../../app/adapters/embedded/embedded-observer'
import type { Content } from '../../app/domain/content'
import { type Ledger, openLedger, updateLedger } from '../../app/domain/judging/keep-ledger'
import { markLedger } from '../../app/domain/judging/ledger-marks'
import type { Scenario } from '../../app/domain/persona/scenario-schema'
import type { Observer } from '../../app/domain/ports'
import type { ClientState } from '../../app/domain/roleplay/client-state'
import { composeReply } from '../../app/domain/roleplay/compose-reply'
import { directClient } from '../../app/domain/roleplay/direct-client'
import { openMeeting } from '../../app/domain/roleplay/open-client-state'
import type { Observation, TalkLine } from '../../app/domain/shared/observation'
import { describeAddress, describeTalkFacts, listProductsOf } from '../../app/use-cases/describe-scenario'
import {
  hearAll,
  hearFirst,
  type JudgeDeps,
  observationsOf,
  scoreHearing,
  type UtteranceInput,
} from '../../app/use-cases/judge-utterance'
import type { loadClaimFacts } from '../evals/load-claim-facts'
import { isScriptOver, pickSimLine, SIM_STYLES, type SimStyle } from '../evals/sim-trainee'

type ReadFacts = Awaited<ReturnType<typeof loadClaimFacts>>

const MOST_TURNS = 40

/** Adds up the CPU that pieces of work use, by name. */
class Meter {
  readonly milliseconds = new Map<string, number>()
  readonly calls = new Map<string, number>()

  async measure<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    const before = process.cpuUsage()
    try {
      return await work()
    } finally {
      const { user, system } = process.cpuUsage(before)
      this.add(name, (user + system) / 1000)
      this.calls.set(name, (this.calls.get(name) ?? 0) + 1)
    }
  }

  add(name: string, milliseconds: number): void {
    this.milliseconds.set(name, (this.milliseconds.get(name) ?? 0) + milliseconds)
  }
}

/** `ear`: hears the trainee; what the judge hears is metered apart. */
type Bench = { content: Content; readFacts: ReadFacts; ear: Observer; judge: JudgeDeps; meter: Meter }

const WEIGHING = 'hear other wordings'

/** The part of the coaching that is no hearing is what is left of it. */
function createJudge(content: Content, ear: Observer, meter: Meter): JudgeDeps {
  const observer: Observer = {
    engine: 'embedded',
    perceive: (input) => meter.measure(WEIGHING, () => ear.perceive(input)),
  }
  return { content, observer, secondObserver: null }
}

type Held = { state: ClientState; ledger: Ledger; talk: TalkLine[]; earlier: (readonly Observation[])[] }

/** One turn as `take-turn.ts` works it out, without what waits for a database or a model. */
async function takeTurn(bench: Bench, held: Held, scenario: Scenario, utterance: string, seed: string): Promise<void> {
  const { content, judge, meter, readFacts } = bench
  const persona = content.personas.get(scenario.persona)!
  const turnIndex = held.earlier.length
  const talk = [...held.talk]
  const input: UtteranceInput = {
    utterance,
    talk,
    turnIndex,
    earlier: [...held.earlier],
    client: { age: persona.age, address: describeAddress(persona) },
    products: listProductsOf(content, scenario),
    scenario,
    asOf: scenario.asOf,
    seed,
    facts: readFacts(scenario.products),
  }
  const first = await meter.measure('hear the trainee', () => hearFirst({ observer: bench.ear }, input))
  const observations = first.status === 'perceived' ? first.observations : []
  const place = { persona, scenario, turnIndex, seed }
  const directed = await meter.measure('direct the client', () =>
    directClient({ ...place, state: held.state, utterance, observations, talk }),
  )
  const spoken = await meter.measure('say the reply', () => composeReply({ ...place, ...directed }))
  const weighed = meter.milliseconds.get(WEIGHING) ?? 0
  const hearing = await hearAll(judge, input, first)
  const { score } = await meter.measure('score, advise, find wordings', () => scoreHearing(judge, input, hearing))
  meter.add('score, advise, find wordings', weighed - (meter.milliseconds.get(WEIGHING) ?? 0))
  held.ledger = await meter.measure('keep the ledger', () => updateLedger(held.ledger, observations, turnIndex))
  await meter.measure('write what is stored', () =>
    [score, spoken.state, spoken.state, markLedger(held.ledger), first].map((one) => JSON.stringify(one)),
  )
  held.state = spoken.state
  held.talk.push({ who: 'trainee', text: utterance }, { who: 'client', text: spoken.text })
  held.earlier.push(observationsOf({ score }))
}

async function holdTalk(bench: Bench, scenario: Scenario, style: SimStyle, seed: string): Promise<number> {
  const { content } = bench
  const persona = content.personas.get(scenario.persona)!
  const products = listProductsOf(content, scenario)
  const opening = openMeeting(persona, scenario, seed)
  const held: Held = {
    state: opening.state,
    ledger: openLedger(describeTalkFacts(persona, scenario, products, scenario.asOf), content.duties),
    talk: opening.text ? [{ who: 'client', text: opening.text }] : [],
    earlier: [],
  }
  let step = 0
  while (held.earlier.length < MOST_TURNS && !held.state.ended && !isScriptOver(style, step)) {
    const picked = pickSimLine(style, step, null)
    step = picked.step
    const named = picked.line.say.replaceAll('{address}', persona.address)
    const utterance = named.replaceAll('{product}', products[0]?.shortName ?? '這個規劃')
    await takeTurn(bench, held, scenario, utterance, seed)
  }
  return held.earlier.length
}

/**
 * Holds talks of every scenario in every manner in this process, and says where the CPU of a turn goes, without web server, database
 * and model. What it says does not depend on who else uses the machine as much as a clock does.
 *
 * @param laps over all scenarios, after one that warms up.
 */
export async function measureParts(content: Content, readFacts: ReadFacts, laps: number): Promise<string[]> {
  const ear = createEmbeddedObserver(content)
  let meter = new Meter()
  let turns = 0
  for (let lap = 0; lap <= laps; lap++) {
    if (lap === 1) {
      meter = new Meter()
      turns = 0
    }
    const bench = { content, readFacts, ear, meter, judge: createJudge(content, ear, meter) }
    for (const scenario of content.scenarios.values())
      for (const style of SIM_STYLES) turns += await holdTalk(bench, scenario, style, `lap ${lap}`)
  }
  const all = [...meter.milliseconds.values()].reduce((sum, one) => sum + one, 0)
  const rows = [...meter.milliseconds].map(
    ([name, milliseconds]) =>
      `  ${name.padEnd(30)} ${(milliseconds / turns).toFixed(2)} ms (${((meter.calls.get(name) ?? 0) / turns).toFixed(1)} times)`,
  )
  return [`${turns} turns in this process: CPU ${(all / turns).toFixed(2)} ms a turn`, ...rows]
}
