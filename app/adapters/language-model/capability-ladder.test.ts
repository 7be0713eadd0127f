import { expect, test } from 'vitest'
import { createCapabilityLadder } from './capability-ladder'

test('goes from all that can be asked for to the bare words, and keeps what was taken until it is refused', () => {
  const ladder = createCapabilityLadder()
  const rungs = ladder.list('m', 'json')
  expect(rungs[0]).toEqual({ format: 'json_schema', hasSampling: true, hasUsage: true, hasSystem: true })
  expect(rungs.at(-1)).toEqual({ format: 'plain', hasSampling: false, hasUsage: false, hasSystem: false })
  ladder.note('m', 'json', rungs[4]!)
  expect(ladder.list('m', 'json')).toEqual([rungs[4]])
  expect(ladder.list('m', 'text')).toHaveLength(5)
  expect(ladder.list('other', 'json')).toEqual(rungs)
  ladder.forget('m', 'json')
  expect(ladder.find('m', 'json')).toBeNull()
  expect(ladder.list('m', 'json')).toEqual(rungs)
})
