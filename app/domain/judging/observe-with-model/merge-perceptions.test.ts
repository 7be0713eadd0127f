import { expect, test } from 'vitest'
import { catalogue, observe } from '../../../../tests/fixtures/judging-content'
import { type EmbeddedPerception, type ModelPerception, mergePerceptions } from './merge-perceptions'

const heard = { utterance: '您好，請慢慢看。', talk: [], client: { age: 40 }, catalogue }
const embedded: EmbeddedPerception = {
  status: 'perceived',
  observations: [observe('opening.greet', '您好')],
  claims: [],
}
const model: ModelPerception = {
  status: 'perceived',
  observations: [observe('closing.no_pressure', '請慢慢看', 3)],
  claims: [],
  dropped: { unknownCode: 0, quoteNotFound: 0, repeated: 0 },
}

test('both tiers are merged', () => {
  const merged = mergePerceptions(embedded, model, heard)
  expect(merged).toMatchObject({ status: 'perceived', modelFailure: null, distrust: null })
  expect(merged.status === 'perceived' && merged.observations.map((each) => each.code)).toEqual([
    'opening.greet',
    'closing.no_pressure',
  ])
})

test('without the model the embedded tier counts, and the reason stays', () => {
  expect(mergePerceptions(embedded, { status: 'failed', reason: 'circuit-open' }, heard)).toEqual({
    ...embedded,
    disagreements: [],
    distrust: null,
    modelFailure: 'circuit-open',
  })
})

test('without the embedded tier nothing counts, whatever the model says', () => {
  expect(mergePerceptions({ status: 'failed', reason: 'broken' }, model, heard)).toEqual({
    status: 'failed',
    reason: 'embedded: broken',
  })
})
