import { describe, expect, test } from 'vitest'
import { plainPersona, plainScenario } from '../../../tests/fixtures/plain-persona'
import { formatKeyPath } from '../shared/content-problem'
import { checkScenario, type KnownForScenario } from './check-scenario'
import type { Persona } from './persona-schema'
import type { Scenario } from './scenario-schema'

const KNOWN: KnownForScenario = {
  catalogue: null,
  productIds: new Set(['term-life', 'annuity']),
  personaIds: new Set(['plain']),
  dutyIds: new Set(['identify', 'need']),
}

const localise = (text: string) => ({ zh: text, en: text })

const check = (scenario: Scenario, persona: Persona | null = plainPersona()) =>
  checkScenario(scenario, persona, KNOWN).map(({ path, message }) => `${formatKeyPath(path)} ${message}`)

describe('checkScenario', () => {
  test('finds nothing in a sound scenario', () => {
    expect(check(plainScenario())).toEqual([])
  })

  test('resolves persona, products and duties', () => {
    const scenario = plainScenario()
    scenario.persona = 'nobody'
    scenario.products = ['moon-life']
    scenario.requiredDuties = ['identify', 'fly', 'identify']
    expect(check(scenario, null)).toEqual([
      "persona unknown persona 'nobody'",
      "requiredDuties[2] id 'identify' is already at requiredDuties[0]",
      "requiredDuties[1] unknown duty 'fly'",
      "products[0] unknown product 'moon-life'",
    ])
  })

  test('finds a focus worry that does not exist, and one about another product', () => {
    const persona = plainPersona()
    persona.worries[1]!.products = ['annuity']
    const scenario = plainScenario()
    scenario.focusWorries = ['worry-1', 'worry-2', 'worry-99']
    expect(check(scenario, persona)).toEqual([
      "focusWorries[1] worry 'worry-2' is only about annuity",
      "focusWorries[2] neither persona nor extraWorries has a worry 'worry-99'",
    ])
  })

  test('finds what the briefing tells again', () => {
    const persona = {
      ...plainPersona(),
      age: 67,
      known: [localise('國小退休老師，領月退'), localise('有三張繳清的保單')],
    }
    const scenario = plainScenario()
    const known = ['六十七歲', '月底定存到期', '三張保單都已繳清', '定存月底到期', '老朋友介紹', '想多一點零用']
    scenario.briefing = { ...scenario.briefing, introducedBy: localise('老朋友'), known: known.map(localise) }
    const found = check(scenario, persona)
    expect(found.map((one) => one.split(' ')[0])).toEqual([0, 2, 3].map((i) => `briefing.known[${i}]`))
    expect(found[1]).toContain('what known of plain has')
    expect(found[2]).toContain('what briefing.known has')
  })

  test('counts the questions that fit each product', () => {
    // Ten questions: seven about annuities alone leave three for term-life, one fewer than is needed.
    const persona = plainPersona()
    for (const question of persona.questions.slice(0, 7)) question.products = ['annuity']
    const scenario = { ...plainScenario(), products: ['annuity', 'term-life'] }
    expect(check(scenario, persona)).toEqual(['products[1] plain has 3 questions about term-life, 4 are needed'])
    const extra = {
      ...persona.questions[9]!,
      id: 'extra-1',
      lines: ['另一句。', '又一句。'],
      again: ['再問。', '還問。'],
    }
    expect(check({ ...scenario, extraQuestions: [extra] }, persona)).toEqual([])
  })

  test('finds ids that come twice and lines that the persona already has', () => {
    const persona = plainPersona()
    const scenario = plainScenario()
    const secret = { ...persona.hidden[0]!, id: 'new', lines: ['甲。', '乙。'], deflect: ['丙。', '丁。'] }
    scenario.opening = ['remark 2。', '早安。', '早安。']
    scenario.extraHidden = [secret, { ...secret, lines: ['戊。', '己。'], deflect: ['庚。', '辛。'] }]
    expect(check(scenario, persona)).toEqual([
      "extraHidden[1].id id 'new' is already at extraHidden[0].id",
      "opening[2] line '早安。' is already at opening[1]",
      "opening[0] line 'remark 2。' is already in plain",
    ])
  })

  test("lets a scenario sharpen the persona's own worry by its id, with its lines", () => {
    const persona = plainPersona()
    const scenario = plainScenario()
    scenario.extraWorries = [{ ...persona.worries[0]!, raisedBy: ['disclosure.premium'] }]
    expect(check(scenario, persona)).toEqual([])
    scenario.extraWorries[0]!.id = 'worry-new'
    // Under another id both worries come up with the same lines: 3 voiced, 2 settled, 2 unsettled.
    expect(check(scenario, persona)).toHaveLength(7)
  })

  test('finds weights that add up to nothing', () => {
    const scenario = plainScenario()
    for (const key of Object.keys(scenario.weights) as (keyof Scenario['weights'])[]) scenario.weights[key] = 0
    expect(check(scenario)).toEqual(['weights every weight is zero: no overall could be computed'])
  })
})
