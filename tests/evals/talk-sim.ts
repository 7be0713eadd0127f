/**
 * Prints whole simulated talks for reading with human eyes.
 *
 *   npx tsx tests/evals/talk-sim.ts [--persona id] [--scenario id] [--style good|poor|pushy|rambling|injecting] [--seed text] [--hand-codes] [--quiet]
 */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import { observeUtterance } from '~/domain/judging/observer/observe-utterance'
import { type Persona, personaSchema } from '~/domain/persona/persona-schema'
import { type Scenario, scenarioSchema } from '~/domain/persona/scenario-schema'
import type { PerceiveInput } from '~/domain/ports'
import type { ClientState } from '~/domain/roleplay/client-state'
import { composeReply } from '~/domain/roleplay/compose-reply'
import { describeLearnt, describeUntold } from '~/domain/roleplay/describe-learnt'
import { directClient } from '~/domain/roleplay/direct-client'
import { gatherMatters } from '~/domain/roleplay/gather-matters'
import { openMeeting } from '~/domain/roleplay/open-client-state'
import { buildCatalogue, catalogueFileSchema, type Observation, type TalkLine } from '~/domain/shared/observation'
import { findOpenConcern, isScriptOver, pickSimLine, SIM_STYLES, type SimStyle } from './sim-trainee'

const ROOT = new URL('../../', import.meta.url).pathname

export type Ear = (input: PerceiveInput, handCodes: readonly string[]) => Observation[]

/** Observations for codes written beside a script; the quote is the whole utterance. */
export function hearByHand(utterance: string, codes: readonly string[]): Observation[] {
  return codes.map((code) => ({
    code,
    source: 'trainee',
    quote: utterance,
    start: 0,
    end: utterance.length,
    confidence: 1,
  }))
}

async function readYamlFolder<T>(folder: string, read: (value: unknown) => T): Promise<T[]> {
  const dir = path.join(ROOT, folder)
  if (!existsSync(dir)) return []
  const names = (await readdir(dir)).filter((name) => name.endsWith('.yaml')).sort()
  const all: T[] = []
  for (const name of names) {
    try {
      all.push(read(parse(await readFile(path.join(dir, name), 'utf8'))))
    } catch (error) {
      console.log(`-- ${name} is skipped: ${error instanceof Error ? error.message.slice(0, 200) : error}`)
    }
  }
  return all
}

export async function loadCast(): Promise<{ personas: Persona[]; scenarios: Scenario[] }> {
  const personas = await readYamlFolder('personas', (value) => personaSchema.parse(value))
  const scenarios = await readYamlFolder('content/scenarios', (value) => scenarioSchema.parse(value))
  const withoutOne = personas.filter((persona) => !scenarios.some((scenario) => scenario.persona === persona.id))
  return { personas, scenarios: [...scenarios, ...withoutOne.map(buildPlainScenario)] }
}

/** For a persona that has no scenario file yet: a first talk about the product most of their lines are about. */
function buildPlainScenario(persona: Persona): Scenario {
  const text = { zh: '第一次見面', en: 'First meeting' }
  const named = [...persona.worries, ...persona.questions].flatMap((matter) => matter.products)
  const product = named.sort(
    (a, b) => named.filter((each) => each === b).length - named.filter((each) => each === a).length,
  )[0]
  return scenarioSchema.parse({
    id: `${persona.id}-plain`,
    version: 1,
    persona: persona.id,
    title: text,
    products: product ? [product] : [],
    difficulty: 2,
    minutes: 15,
    practises: ['discovery'],
    briefing: { where: text, introducedBy: text, goal: text, known: [text] },
    rightOutcome: { kind: 'next-step', note: text },
    weights: {
      opening: 1,
      discovery: 2,
      listening: 1,
      explanation: 1,
      disclosure: 1,
      objection: 1,
      closing: 1,
      compliance: 1,
    },
    passMark: 60,
    requiredDuties: [],
    involvesReplacement: false,
    asOf: '2026-11-01',
    opening: [],
    temperShift: {},
    focusWorries: persona.worries
      .filter((worry) => worry.products.length === 0 || worry.products.includes(product ?? ''))
      .slice(0, 3)
      .map((worry) => worry.id),
  })
}

const PRODUCT_NAMES: Record<string, string> = {
  'usd-whole-life': '美元利變終身壽險',
  annuity: '利變年金',
  'small-whole-life': '小額終老',
  'term-life': '定期壽險',
  medical: '實支實付醫療險',
  'critical-illness': '重大傷病險',
  accident: '意外險',
  'variable-life': '變額萬能壽險',
  'long-term-care': '長照險',
}

export type SimTalk = { lines: TalkLine[]; states: ClientState[]; intents: string[]; end: ClientState }

export async function simulateTalk(
  persona: Persona,
  scenario: Scenario,
  style: SimStyle,
  seed: string,
  hear: Ear,
  mostTurns = 40,
): Promise<SimTalk> {
  const opening = openMeeting(persona, scenario, seed)
  const talk: TalkLine[] = opening.text ? [{ who: 'client', text: opening.text }] : []
  const matters = gatherMatters(persona, scenario)
  const concernOf = (id: string) => matters.worries.find((worry) => worry.id === id)?.concern ?? null
  const sim: SimTalk = { lines: talk, states: [], intents: [], end: opening.state }
  const answered = new Set<string>()
  let state = opening.state
  let step = 0
  for (let turnIndex = 0; turnIndex < mostTurns && !state.ended && !isScriptOver(style, step); turnIndex++) {
    const open = turnIndex === 0 ? null : findOpenConcern(state, turnIndex - 1, concernOf)
    const picked = pickSimLine(
      style,
      step,
      open && answered.has(state.pendingQuestion?.questionId ?? open) ? null : open,
    )
    if (picked.step === step && open) answered.add(state.pendingQuestion?.questionId ?? open)
    step = picked.step
    const product = PRODUCT_NAMES[scenario.products[0] ?? ''] ?? '這個規劃'
    const utterance = picked.line.say.replaceAll('{address}', persona.address).replaceAll('{product}', product)
    const observations = hear(
      { utterance, talk: [...talk], client: { age: persona.age }, products: [], asOf: scenario.asOf },
      picked.line.codes,
    )
    const directed = directClient({
      persona,
      scenario,
      state,
      utterance,
      observations,
      talk: [...talk],
      turnIndex,
      seed,
    })
    const spoken = composeReply({ persona, scenario, state: directed.state, intent: directed.intent, seed, turnIndex })
    state = spoken.state
    talk.push({ who: 'trainee', text: utterance }, { who: 'client', text: spoken.text })
    sim.states.push(state)
    const codes = observations.map((each) => each.code.replace(/^(\w{3})\w*\./, '$1.')).join(' ')
    sim.intents.push(`${directed.intent.moves.map((move) => Object.values(move).join(':')).join(' + ')}  <${codes}>`)
  }
  sim.end = state
  return sim
}

function printTalk(persona: Persona, scenario: Scenario, style: string, sim: SimTalk): void {
  console.log(`\n=== ${persona.name} (${persona.id}) · ${scenario.id} · ${style}`)
  let turn = 0
  for (const line of sim.lines) {
    if (line.who === 'trainee') {
      console.log(`\n${String(turn).padStart(2)} 業務：${line.text}`)
      continue
    }
    const hasTurn = sim.lines[0] !== line
    if (!hasTurn) {
      console.log(`   客戶：${line.text}`)
      continue
    }
    const state = sim.states[turn]!
    console.log(`   客戶：${line.text}`)
    console.log(
      `      [t${Math.round(state.trust)} i${Math.round(state.interest)} p${Math.round(state.patience)} ${state.mood} ${state.phase}] ${sim.intents[turn]}`,
    )
    turn++
  }
  console.log(
    `\n   結束：${sim.end.ended?.reason ?? '（腳本講完）'}；問出 ${describeLearnt(persona, scenario, sim.end)
      .map((fact) => fact.factId)
      .join('、')}`,
  )
  console.log(
    `   沒說出口：${describeUntold(persona, scenario, sim.end)
      .map((fact) => fact.hiddenId)
      .join('、')}`,
  )
}

function readOption(name: string): string | null {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? null : (process.argv[at + 1] ?? null)
}

async function main(): Promise<void> {
  const { personas, scenarios } = await loadCast()
  const hear = process.argv.includes('--hand-codes') ? hearScripted : await findEar()
  const styles = readOption('style') ? [readOption('style') as SimStyle] : SIM_STYLES
  const seed = readOption('seed') ?? 'reading'
  for (const scenario of scenarios) {
    const persona = personas.find((each) => each.id === scenario.persona)
    if (!persona) continue
    if (readOption('persona') && persona.id !== readOption('persona')) continue
    if (readOption('scenario') && scenario.id !== readOption('scenario')) continue
    for (const style of styles)
      printTalk(persona, scenario, style, await simulateTalk(persona, scenario, style, seed, hear))
  }
}

/** The embedded Observer of the product, with its catalogue. */
async function findEar(): Promise<Ear> {
  const catalogue = buildCatalogue(
    catalogueFileSchema.parse(parse(await readFile(path.join(ROOT, 'content/observations.yaml'), 'utf8'))),
  )
  return (input) => observeUtterance(input, { catalogue, model: null }).observations
}

const hearScripted: Ear = (input, codes) => hearByHand(input.utterance, codes)

if (process.argv[1]?.endsWith('talk-sim.ts')) await main()
