import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { plainPersonaInput, plainScenarioInput } from '../../../tests/fixtures/plain-persona'
import { ContentFault, formatFault } from './content-fault'
import { loadContent } from './load-content'

const PROJECT = path.resolve(import.meta.dirname, '../../..')
const PRODUCTS = 'content/knowledge/products'
const PERSONA = 'personas/plain.yaml'
const SCENARIO = 'content/scenarios/plain-first-talk.yaml'

const FOLDERS = [
  'content/rubrics',
  'content/wordings',
  PRODUCTS,
  'content/knowledge/guides',
  'content/scenarios',
  'content/quiz',
  'personas',
]

const LAW_CLAIMS = 'content/knowledge/law-claims.yaml'
const PRODUCT_QUESTIONS = 'content/knowledge/product-questions.yaml'
const REPLIES = 'content/quiz/situation-replies.yaml'
const REPLIES_TEXT = `version: 1
sets:
  - id: one
    about: [plain/worry-1]
    products: [term-life]
    dimension: disclosure
    difficulty: 1
    asks: 提早停會怎樣
    why: 先直接回答，再說數字。
    best: [提早停掉領不回已經繳的保費，這一點要先說清楚。]
    wrong:
      - {say: 不會怎樣啦，停掉都領得回來，您放心就好。, code: violation.false_statement, why: 說法不實}
      - {say: 這個等一下再說，我們先看保障的內容好了。, code: listening.ignore, why: 沒有回答}
      - {say: 您想太多了，不會有人繳到一半就停掉的啦。, code: objection.argue, why: 否定客戶}
    cite: [{clause: '5.1'}]
`

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'content-'))
  for (const folder of FOLDERS) {
    await mkdir(path.join(root, folder), { recursive: true })
  }
  for (const file of [
    'content/observations.yaml',
    'content/duties.yaml',
    'content/rubrics/default.yaml',
    'content/rubrics/advice.yaml',
    LAW_CLAIMS,
    PRODUCT_QUESTIONS,
    `${PRODUCTS}/insurer.yaml`,
    `${PRODUCTS}/term-life.md`,
  ]) {
    await cp(path.join(PROJECT, file), path.join(root, file))
  }
  await put(PERSONA, stringify(plainPersonaInput()))
  await put(SCENARIO, stringify(plainScenarioInput()))
  await put(REPLIES, REPLIES_TEXT)
})
afterEach(() => rm(root, { recursive: true, force: true }))

const put = (file: string, text: string) => writeFile(path.join(root, file), text)
const get = (file: string) => readFile(path.join(root, file), 'utf8')

/** Replaces the first `from` of a file. @returns the line (from 1) on which it stood. */
async function change(file: string, from: string, to: string): Promise<number> {
  const text = await get(file)
  const at = text.indexOf(from)
  if (at === -1) throw new Error(`${file} has no '${from}'`)
  await put(file, text.slice(0, at) + to + text.slice(at + from.length))
  return text.slice(0, at).split('\n').length
}

async function faultsOf(): Promise<string[]> {
  const error = await loadContent(root).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error === null) return []
  if (!(error instanceof ContentFault)) throw error
  expect(error.message.split('\n').slice(1)).toEqual(error.faults.map(formatFault))
  return error.faults.map(formatFault)
}

describe('loadContent', () => {
  test('reads a sound folder', async () => {
    const content = await loadContent(root)
    expect([...content.personas.keys()]).toEqual(['plain'])
    expect(content.scenarios.get('plain-first-talk')?.temperShift).toEqual({
      trust: 10,
      interest: 0,
      patience: 0,
      scepticism: 0,
    })
    expect(content.products.get('term-life')?.termsYears).toEqual([10, 20, 30])
    expect(content.insurer.coolingOffDays).toBe(10)
    expect(content.catalogue.entries.get('listening.ignore')?.polarity).toBe('fault')
  })

  test('reports every fault of every file together', async () => {
    await put(
      `${PRODUCTS}/insurer.yaml`,
      `name: { zh: 安禾人壽, en: Anhe Life }
hotline: 0800-012-345
complaint: ''
coolingOffDays: -1
grace: 30
reinstatementYears: 2
contestableYears: 2
`,
    )
    await put('content/knowledge/guides/opening.md', '# 開場\n')
    const currency = await change(`${PRODUCTS}/term-life.md`, 'currency: TWD', 'currency: NTD')
    const extra = await change(PERSONA, 'version: 1', 'version: 1\nmood: sunny')
    const facts = await change(PERSONA, 'topic: family.children', 'topic: family.spouse')
    const code = await change(PERSONA, 'code: violation.rebate', 'code: violation.rebates')
    const focus = await change(SCENARIO, '- worry-1', '- worry-77')
    const persona = await change(SCENARIO, 'persona: plain', 'persona: nobody')
    const duty = await change(SCENARIO, '- need', '- needs')
    // The unknown key stops the persona at its schema: its references are checked once the schema holds.
    expect(await faultsOf()).toEqual([
      'content/knowledge/guides/opening.md:1 needs a front matter between two lines of ---',
      `${PRODUCTS}/insurer.yaml:1 graceDays: is missing`,
      `${PRODUCTS}/insurer.yaml:3 complaint: Too small: expected string to have >=1 characters`,
      `${PRODUCTS}/insurer.yaml:4 coolingOffDays: Too small: expected number to be >=0`,
      `${PRODUCTS}/insurer.yaml:5 grace: unknown key`,
      `${PRODUCTS}/term-life.md:${currency} currency: expected one of "TWD"|"USD"`,
      `${SCENARIO}:${persona} persona: unknown persona 'nobody'`,
      `${SCENARIO}:${duty} requiredDuties[1]: unknown duty 'needs'`,
      `${PERSONA}:${extra + 1} mood: unknown key`,
    ])

    await change(PERSONA, '\nmood: sunny', '')
    await change(SCENARIO, 'persona: nobody', 'persona: plain')
    const faults = await faultsOf()
    const factsKey = (await get(PERSONA)).split('\n').indexOf('facts:') + 1
    expect(faults.slice(6)).toEqual([
      `${SCENARIO}:${duty} requiredDuties[1]: unknown duty 'needs'`,
      `${SCENARIO}:${focus} focusWorries[0]: neither persona nor extraWorries has a worry 'worry-77'`,
      `${PERSONA}:${factsKey} facts: no fact about family.children`,
      `${PERSONA}:${facts - 1} facts[1].topic: topic 'family.spouse' is already at facts[0].topic`,
      `${PERSONA}:${code - 1} redLines[0].code: unknown code 'violation.rebates'`,
    ])
  })

  test('names files after their ids', async () => {
    await put('personas/other.yaml', stringify(plainPersonaInput()))
    expect(await faultsOf()).toEqual(["personas/other.yaml:1 id: is 'plain', the file is named 'other'"])
  })

  test('tells a faulty file once, not again by each file that refers to it', async () => {
    await change(PERSONA, 'age: 40', 'age: 7')
    const kind = await change(`${PRODUCTS}/term-life.md`, 'kind: term-life', 'kind: nonsense')
    const faults = await faultsOf()
    expect(faults).toHaveLength(2)
    expect(faults[0]).toMatch(`${PRODUCTS}/term-life.md:${kind} kind: expected one of`)
    expect(faults[1]).toMatch(/^personas\/plain\.yaml:\d+ age: Too small/)
  })

  test('reports broken syntax, missing files and missing folders', async () => {
    await rm(path.join(root, 'content/duties.yaml'))
    await rm(path.join(root, 'content/scenarios'), { recursive: true })
    await put(PERSONA, 'id: plain\nname: [甲\n')
    const faults = await faultsOf()
    expect(faults[0]).toBe('content/duties.yaml:1 the file is missing')
    expect(faults[1]).toBe('content/scenarios:1 the folder is missing')
    expect(faults[2]).toMatch(/^personas\/plain\.yaml:\d /)
  })

  test('reports what is told twice, and what cannot be a pattern or be filled', async () => {
    await change(LAW_CLAIMS, '- id: rescission-after-knowing', '- id: rescission-two-years')
    await change(PRODUCT_QUESTIONS, '會扣掉多少？', '{sum}會扣掉多少？')
    expect(await faultsOf()).toEqual([
      expect.stringMatching(
        /^content\/knowledge\/law-claims\.yaml:\d+ \[1\]\.id: claim 'rescission-two-years' is already/,
      ),
      expect.stringMatching(/^content\/knowledge\/product-questions\.yaml:\d+ \[0\]\.lines: nothing fills \{sum\}$/),
    ])
    await change(LAW_CLAIMS, "reads: '契約訂立後經過{n}'", "reads: '契約訂立後經過'")
    expect((await faultsOf())[0]).toMatch(/law-claims\.yaml:\d+ \[0\]\.reads: must hold \{n\} once$/)
  })

  test('follows replies to the lines that they answer', async () => {
    expect((await loadContent(root)).situationReplies.map((one) => one.id)).toEqual(['one'])
    const about = await change(REPLIES, 'plain/worry-1', 'plain/worry-77')
    const product = await change(REPLIES, '[term-life]', '[term-lives]')
    expect(await faultsOf()).toEqual([
      `${REPLIES}:${about} sets[0].about: there is no line 'plain/worry-77'`,
      `${REPLIES}:${product} sets[0].products: there is no product 'term-lives'`,
    ])
  })

  test("passes faults of the judge's files on with their lines", async () => {
    const block = (id: string, codes: string) =>
      `  - {id: ${id}, role: open, codes: [${codes}], say: [一, 二, 三, 四]}\n`
    const head = 'version: 1\nblocks:\n'
    await put('content/wordings/a.yaml', head + block('one', 'opening.greet') + block('two', 'opening.greets'))
    await put('content/wordings/b.yaml', head + block('three', 'opening.greet') + block('one', 'opening.greet'))
    const version = await change('content/rubrics/default.yaml', 'catalogueVersion: 2', 'catalogueVersion: 7')
    await change('content/duties.yaml', '- id: identify', '- id: purpose')
    expect(await faultsOf()).toEqual([
      expect.stringMatching(/^content\/duties\.yaml:\d+ duties\[\d+\]: purpose comes twice$/),
      `content/rubrics/default.yaml:${version} catalogueVersion: catalogueVersion is not 2`,
      'content/wordings/a.yaml:4 blocks[1]: two names unknown code opening.greets',
      'content/wordings/b.yaml:4 blocks[1]: one comes twice',
    ])
  })
})
