import { describe, expect, test } from 'vitest'
import { plainPersona } from '../../../tests/fixtures/plain-persona'
import { formatKeyPath } from '../shared/content-problem'
import { buildCatalogue, type CatalogueEntry } from '../shared/observation'
import { checkPersona, type KnownContent } from './check-persona'
import type { Persona } from './persona-schema'

const entry = (code: string, polarity: 'good' | 'violation'): CatalogueEntry => ({
  code,
  polarity,
  since: 1,
  dimension: 'compliance',
  zh: code,
  en: code,
  means: code,
  cite: [],
})

const KNOWN: KnownContent = {
  catalogue: buildCatalogue({
    version: 1,
    dimensions: {} as never,
    observations: [
      entry('disclosure.surrender_loss', 'good'),
      entry('violation.rebate', 'violation'),
      entry('violation.sign_for', 'violation'),
    ],
  }),
  productIds: new Set(['term-life']),
}

const check = (persona: Persona, known = KNOWN) =>
  checkPersona(persona, known).map(({ path, message }) => `${formatKeyPath(path)} ${message}`)

describe('checkPersona', () => {
  test('finds nothing in a sound persona', () => {
    expect(check(plainPersona())).toEqual([])
  })

  test('leaves the introduction to the scenarios', () => {
    const persona = plainPersona()
    persona.known = [
      { zh: '單身', en: 'Single' },
      { zh: '由同事介紹', en: 'Introduced by a colleague' },
    ]
    expect(check(persona)).toEqual([
      "known[1] '由同事介紹' tells who introduced: that is briefing.introducedBy of each scenario",
    ])
  })

  test('tells a topic that is missing and one that comes twice', () => {
    const persona = plainPersona()
    persona.facts[1]!.topic = 'family.spouse' // in place of family.children, the second of TOPICS
    expect(check(persona)).toEqual([
      'facts no fact about family.children',
      "facts[1].topic topic 'family.spouse' is already at facts[0].topic",
    ])
  })

  test('wants a line to put off a fact that needs trust', () => {
    const persona = plainPersona()
    persona.facts[5]!.minTrust = 40
    expect(check(persona)).toEqual(['facts[5].deflect finance.income has minTrust 40 and no line to put it off'])
    persona.facts[5]!.deflect = ['這個以後再說。']
    expect(check(persona)).toEqual([])
  })

  test('finds a line that comes twice, whatever its mood', () => {
    const persona = plainPersona()
    persona.stall[2] = { say: 'remark 4。', when: 'warm' }
    expect(check(persona)).toEqual(["remarks[3] line 'remark 4。' is already at stall[2]"])
  })

  test('resolves codes, products and worries', () => {
    const persona = plainPersona()
    persona.hidden[0]!.after = ['listening.empathi']
    persona.worries[2]!.products = ['term-lif']
    persona.worries[3]!.raisedBy = ['closing.asked']
    persona.questions[0]!.products = ['moon-life', 'term-life']
    persona.agree.settled = ['worry-9']
    expect(check(persona)).toEqual([
      "hidden[0].after[0] unknown code 'listening.empathi'",
      "worries[2].products[0] unknown product 'term-lif'",
      "worries[3].raisedBy[0] unknown code 'closing.asked'",
      "questions[0].products[0] unknown product 'moon-life'",
      "agree.settled[0] no worry 'worry-9'",
    ])
  })

  test('leaves codes alone when the catalogue is at fault', () => {
    const persona = plainPersona()
    persona.hidden[0]!.after = ['listening.empathi']
    expect(check(persona, { ...KNOWN, catalogue: null })).toEqual([])
  })

  test('finds a worry that could never be settled', () => {
    const persona = plainPersona()
    persona.worries[0]!.settle = { codes: ['disclosure.surrender_loss', 'disclosure.surrender_loss'], count: 2 }
    expect(check(persona)).toEqual([
      'worries[0].settle.count worry-1 needs 2 codes and lists 1: it could never be settled',
    ])
  })

  test('finds ids that come twice and a red line that is good behaviour', () => {
    const persona = plainPersona()
    persona.worries[4]!.id = 'worry-1'
    persona.redLines[1]!.code = 'disclosure.surrender_loss'
    expect(check(persona)).toEqual([
      "worries[4].id id 'worry-1' is already at worries[0].id",
      'redLines[1].code disclosure.surrender_loss is good behaviour, it cannot end a meeting',
    ])
  })

  test('wants a line for a client neither warm nor guarded', () => {
    const persona = plainPersona()
    persona.reactions.greeted = [
      { say: '歡迎。', when: 'warm' },
      { say: '有事嗎。', when: 'guarded' },
      { say: '坐啊。', when: 'warm' },
    ]
    expect(check(persona)).toEqual([
      'reactions.greeted needs a line without `when`, for a client neither warm nor guarded',
    ])
    persona.reactions.greeted.push('你好。')
    expect(check(persona)).toEqual([])
  })
})
