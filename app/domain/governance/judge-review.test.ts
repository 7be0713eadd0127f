import { expect, test } from 'vitest'
import { type DisputeCount, summariseReviews } from './judge-review'

const count = (
  heardBy: DisputeCount['heardBy'],
  counts: boolean,
  verdict: DisputeCount['verdict'],
  disputes: number,
): DisputeCount => ({ heardBy, counts, verdict, disputes })

test('says how often each tier and the rules were right, the unclear left out', () => {
  const summary = summariseReviews([
    count('embedded', true, 'shown', 6),
    count('embedded', true, 'not-shown', 2),
    count('model', true, 'shown', 3),
    count('model', false, 'not-shown', 4),
    count('model', false, 'shown', 1),
    count('model', true, 'unclear', 5),
    count('model', false, null, 7),
  ])
  expect(summary).toEqual({
    disputes: 28,
    reviewed: 21,
    heardBy: { embedded: { right: 6, of: 8 }, model: { right: 4, of: 8 } },
    // Right: 6 counted and shown, 3 counted and shown, 4 left out and not shown.
    rules: { right: 13, of: 16 },
  })
})

test('of nothing there is nothing', () => {
  expect(summariseReviews([])).toEqual({
    disputes: 0,
    reviewed: 0,
    heardBy: { embedded: { right: 0, of: 0 }, model: { right: 0, of: 0 } },
    rules: { right: 0, of: 0 },
  })
})
