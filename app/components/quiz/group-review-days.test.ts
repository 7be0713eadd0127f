import { expect, test } from 'vitest'
import { groupReviewDays } from './group-review-days'

test('days are those of Taiwan, soonest first, without what is due already', () => {
  const now = new Date('2026-11-02T01:00:00Z')
  // 20:00 UTC is 04:00 of the next day in Taipei.
  const dueAt = ['2026-11-04T20:00:00Z', '2026-11-03T01:00:00Z', '2026-11-05T02:00:00Z', '2026-11-01T00:00:00Z']
  expect(
    groupReviewDays(
      dueAt.map((one) => ({ dueAt: new Date(one) })),
      now,
    ),
  ).toEqual([
    { day: '2026-11-03', count: 1 },
    { day: '2026-11-05', count: 2 },
  ])
})
