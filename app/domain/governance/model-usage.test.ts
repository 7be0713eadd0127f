import { expect, test } from 'vitest'
import { usageCount } from '../../../tests/fixtures/usage-count'
import { summariseUsage, type UsageCount } from './model-usage'

const TODAY = '2026-11-30'
const count = (more: Partial<UsageCount>) => usageCount(TODAY, more)

test('by purpose and model: today within the last 30 days', () => {
  const { lines } = summariseUsage(
    [
      count({ calls: 4, promptTokens: 100, completionTokens: 40, firstWordMs: 2_000, firstWords: 4 }),
      count({ calls: 2, outcome: 'server-error', promptTokens: 10 }),
      count({ calls: 1, outcome: 'aborted', promptTokens: 5 }),
      count({ calls: 3, outcome: 'budget-day' }),
      count({ calls: 1, outcome: 'circuit-open' }),
      // Two calls that ended well, one of which could not be read.
      count({ calls: 2, purpose: 'judging', model: 'j', promptTokens: 8 }),
      count({ calls: 1, purpose: 'judging', model: 'j', outcome: 'not-json' }),
      // The first of the 30 days is the first of the month.
      count({ localDate: '2026-11-01', calls: 6, completionTokens: 1_000, firstWordMs: 6_000, firstWords: 6 }),
      count({ localDate: '2026-10-31', calls: 99, completionTokens: 99_000 }),
    ],
    TODAY,
  )
  expect(lines).toEqual([
    {
      purpose: 'speech',
      model: 'm',
      // 4 + 2 + 1 calls went out; 2 + 3 + 1 failed; 2,000 ms over 4 first words.
      today: { calls: 7, tokens: 155, failures: 6, firstWordMs: 500 },
      lately: { calls: 13, tokens: 1_155, failures: 6, firstWordMs: 800 },
      reasons: [
        { reason: 'budget-day', count: 3 },
        { reason: 'server-error', count: 2 },
        { reason: 'aborted', count: 1 },
        { reason: 'circuit-open', count: 1 },
      ],
    },
    {
      purpose: 'judging',
      model: 'j',
      today: { calls: 2, tokens: 8, failures: 1, firstWordMs: null },
      lately: { calls: 2, tokens: 8, failures: 1, firstWordMs: null },
      reasons: [{ reason: 'not-json', count: 1 }],
    },
  ])
})

test('replies by whose words they are, and one sum for every day', () => {
  const { replies, days, lines } = summariseUsage(
    [
      count({ scopeKind: 'reply', outcome: 'model', calls: 7 }),
      count({ scopeKind: 'reply', outcome: 'embedded', calls: 2 }),
      count({ scopeKind: 'reply', outcome: 'mended', calls: 1, localDate: '2026-11-05' }),
      count({ promptTokens: 3, localDate: '2026-11-05' }),
      count({ completionTokens: 4, localDate: '2026-11-05', purpose: 'judging' }),
    ],
    TODAY,
  )
  expect(replies).toEqual({
    today: { model: 7, mended: 0, embedded: 2 },
    lately: { model: 7, mended: 1, embedded: 2 },
  })
  expect(days).toHaveLength(30)
  expect(days[4]).toEqual({ localDate: '2026-11-05', tokens: 7 })
  expect(days.at(-1)).toEqual({ localDate: TODAY, tokens: 0 })
  expect(lines.map((line) => line.purpose)).toEqual(['judging', 'speech'])
})

test('nothing used is nothing to show', () => {
  expect(summariseUsage([], TODAY)).toMatchObject({ lines: [], replies: { today: { model: 0 } } })
})
