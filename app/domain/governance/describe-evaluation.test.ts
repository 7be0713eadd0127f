import { expect, test } from 'vitest'
import { findEvaluation, listDoubts } from './describe-evaluation'
import type { ModelEvaluation } from './model-register'

const evaluation = (more: Partial<ModelEvaluation> = {}): ModelEvaluation => ({
  id: 'e1',
  engine: 'llm',
  model: 'm',
  ranAt: new Date('2026-05-01T00:00:00Z'),
  versions: { catalogue: '3', rubric: '1', runs: '2' },
  results: { fakeServer: null, persona: null, judging: null, grounding: null, safety: null },
  ...more,
})
const versions = { catalogue: '3', rubric: '1', personas: '18' }

test('an evaluation with the content of today, not older than 180 days, stands', () => {
  // 1 May and 180 days is 28 October.
  expect(listDoubts(evaluation(), { versions, now: new Date('2026-10-28T00:00:00Z') })).toEqual([])
})

test('too old, of other content, of a fake server', () => {
  const now = new Date('2026-10-28T00:00:01Z')
  expect(listDoubts(evaluation(), { versions, now })).toEqual(['old'])
  const changed = { ...versions, catalogue: '4' }
  expect(listDoubts(evaluation(), { versions: changed, now })).toEqual(['old', 'other-content'])
  const fake = evaluation({ ranAt: now, results: { ...evaluation().results, fakeServer: 'tests/model-server' } })
  expect(listDoubts(fake, { versions, now })).toEqual(['fake-server'])
})

test('the newest run that measured this use', () => {
  const judged = evaluation({
    id: 'judged',
    results: { ...evaluation().results, judging: {} as ModelEvaluation['results']['judging'] },
  })
  const all = [evaluation({ id: 'newest' }), judged]
  expect(findEvaluation(all, { model: 'm', purpose: 'judging' })?.id).toBe('judged')
  expect(findEvaluation(all, { model: 'm', purpose: 'speech' })).toBeNull()
  expect(findEvaluation(all, { model: 'm', purpose: 'items' })?.id).toBe('newest')
  expect(findEvaluation(all, { model: 'other', purpose: 'items' })).toBeNull()
})
