import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { advice, catalogue, duties, rubric, wordings } from '../../../tests/fixtures/judging-content'
import { checkAdvice } from './advice-schema'
import { checkDuties, DUTY_IDS } from './duty-schema'
import { checkRubric } from './rubric-schema'
import { checkWordings } from './wording-schema'

const codes = new Set(catalogue.entries.keys())

describe('the files the scorer reads', () => {
  test('rubric, advice, duties and wordings agree with the catalogue', () => {
    expect(checkRubric(rubric, catalogue)).toEqual([])
    expect(checkAdvice(advice, catalogue)).toEqual([])
    expect(checkDuties(duties, codes)).toEqual([])
    expect(checkWordings(wordings, codes)).toEqual([])
  })

  test('every duty id is there once', () => {
    expect(duties.duties.map((one) => one.id).sort()).toEqual([...DUTY_IDS].sort())
  })

  test('advice is there for all that the coach can miss', () => {
    const needed = [
      'listening.answer',
      'objection.acknowledge',
      'objection.respond',
      'opening.identify',
      'opening.permission',
      'explanation.tailor',
    ]
    const disclosures = [
      'surrender_loss',
      'fee',
      'fx_risk',
      'non_guaranteed',
      'investment_risk',
      'duty_to_disclose',
      'recording',
      'premium',
      'affordability',
      'exclusion',
      'suitable',
      'cooling_off',
    ]
    const discovery = ['goal', 'finance', 'family', 'coverage', 'premium_source']
    for (const code of [
      ...needed,
      ...disclosures.map((one) => `disclosure.${one}`),
      ...discovery.map((one) => `discovery.${one}`),
    ]) {
      expect(advice.missing[code]?.length, code).toBeGreaterThanOrEqual(2)
    }
  })

  test('a rubric that lacks a code, or names an unknown one, is told', () => {
    const good: Record<string, number> = { ...rubric.turn.good, 'magic.code': 5 }
    delete good['listening.answer']
    expect(checkRubric({ ...rubric, turn: { ...rubric.turn, good } }, catalogue)).toEqual([
      'turn.good lacks listening.answer',
      'turn.good names unknown code magic.code',
    ])
  })

  test('a wording that writes out a figure is told', () => {
    expect(checkWordings([{ ...wordings[0]!, say: ['第一年扣 40%，打 165。'] }], codes)).toEqual([
      `${wordings[0]!.id} writes out the figure 40`,
    ])
  })
})

const lawsDir = new URL('../../../../shared/data/moj-law-json-20241011/', import.meta.url)
type Law = { 法規名稱: string; 法規內容: { 條號?: string }[] }

describe.runIf(existsSync(lawsDir))('citations against the official texts', () => {
  test('every law and article that a duty cites exists', () => {
    const laws = readdirSync(lawsDir)
      .filter((name) => /^[A-Z]\d+\.json$/.test(name))
      .map((name): Law => JSON.parse(readFileSync(new URL(name, lawsDir), 'utf8')))
    const articles = new Map(
      laws.map((law) => [law.法規名稱, new Set(law.法規內容.map((one) => one.條號?.replace(/[第條 ]/g, '')))]),
    )
    const cites = duties.duties.flatMap((duty) => [
      ...duty.binds.flatMap((rule) => rule.cite),
      ...duty.goodPractice.cite,
    ])
    // The fraud act is of 2024-07-31 and not among these texts.
    for (const cite of cites.filter((one) => !one.startsWith('詐欺犯罪危害防制條例'))) {
      const [law = '', place = ''] = cite.split(' §')
      expect(articles.get(law)?.has(place.split(/[-(]/)[0]!), cite).toBe(true)
    }
  })
})
