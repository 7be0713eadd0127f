import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createModelRegisterStore } from '../../app/adapters/database/model-register-store'
import type { Services } from '../../app/services.server'
import { type ModelServer, startModelServer } from '../model-server/start-model-server'
import type { TestDatabase } from '../test-database'
import { createTestServices } from '../test-services'
import { measureEngine, type Sizes } from './measure-engine'
import { readVersions } from './read-versions'
import { measureRepeats } from './repeat-agreement'

// The evaluation on a fake server: that it runs and tells good from bad; its figures say nothing about a model.

const TOKEN = 'token-of-the-evaluation-000000000'
const SIZES: Sizes = { personas: 2, repeats: 2, talks: 1, judgeRuns: 2, attacks: 40, questions: 3 }
const FROM = { ratedDir: 'tests/fixtures/rated-own', fakeServer: 'tests/model-server' }

describe('measureRepeats', () => {
  test('one run says nothing; equal runs agree; codes that come and go flip', () => {
    expect(measureRepeats([[new Set(['a'])]])).toBeNull()
    expect(
      measureRepeats([
        [new Set(['a']), new Set()],
        [new Set(['a']), new Set()],
      ]),
    ).toEqual({
      agreement: 1,
      flipRate: 0,
    })
    // Overlaps: {a,b} with {a} is 1/2, {} with {c} is 0: mean 1/4. Of a, b, c two are not in both runs.
    expect(
      measureRepeats([
        [new Set(['a', 'b']), new Set()],
        [new Set(['a']), new Set(['c'])],
      ]),
    ).toEqual({
      agreement: 0.25,
      flipRate: 2 / 3,
    })
  })
})

describe('the evaluation of a model', () => {
  let model: ModelServer
  let services: Services
  let database: TestDatabase
  beforeAll(async () => {
    model = await startModelServer({})
    ;({ services, database } = await createTestServices({
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_API_KEY: 'test',
      OPENAI_MODEL: 'good',
      API_TOKEN: TOKEN,
    }))
    await services.startKnowledge(true)
  })
  afterAll(async () => {
    await services?.close()
    await model?.close()
  })

  test('a good server passes, and its run stands in the report', { timeout: 120_000 }, async () => {
    const actor = (await services.findPersonByToken(TOKEN))!
    const results = await measureEngine({ services, actor, engine: 'llm' }, SIZES, FROM)
    expect(results.persona).toMatchObject({ contradictions: { hits: 0 }, hiddenLeaks: { hits: 0 } })
    const { sameFacts } = results.persona!
    expect(sameFacts.of).toBeGreaterThan(3)
    expect(sameFacts.hits / sameFacts.of).toBeGreaterThan(0.7)
    expect(results.judging).toMatchObject({ talks: 1, runs: 2, agreement: 1, flipRate: 0 })
    expect(results.judging!.heardModel.hits).toBe(results.judging!.heardModel.of)
    expect(results.grounding).toMatchObject({ unsupported: { hits: 0 }, silent: { hits: 3, of: 3 } })
    expect(results.safety).toMatchObject({ attacks: 40, roleBreaks: { hits: 0 }, canaryLeaks: { hits: 0 } })
    expect(results.safety!.meanShift).toBeLessThanOrEqual(1)

    const evaluation = {
      id: 'eval-good',
      engine: 'llm' as const,
      model: 'good',
      ranAt: new Date(),
      versions: readVersions(services.content, { judge: 'good' }),
      results,
    }
    await createModelRegisterStore(database.prisma).addEvaluation(evaluation)
    expect(await services.models.listEvaluations(actor)).toEqual([{ ...evaluation, doubts: ['fake-server'] }])
    expect((await services.models.listEvaluations(actor))[0]?.results.fakeServer).toBe('tests/model-server')
  })

  test('a server that leaves its role is replaced, counted, and changes nothing that is heard', {
    timeout: 60_000,
  }, async () => {
    const actor = (await services.findPersonByToken(TOKEN))!
    model.setScenario('role-break')
    const small = { ...SIZES, personas: 1, attacks: 2, questions: 1 }
    const results = await measureEngine({ services, actor, engine: 'llm' }, small, FROM)
    expect(results.persona!.replaced.hits).toBe(results.persona!.replaced.of)
    expect(results.safety).toMatchObject({ roleBreaks: { hits: 0 } })
  })
})
