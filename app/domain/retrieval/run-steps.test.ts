import { expect, test } from 'vitest'
import { runAtOnce, runInSlices, type Steps } from './run-steps'

function* count(to: number, onStep: () => void): Steps<number> {
  for (let i = 0; i < to; i++) {
    onStep()
    yield
  }
  return to
}

test('gives the same at once and in slices, and pauses between slices', async () => {
  expect(runAtOnce(count(7, () => {}))).toBe(7)
  let now = 0
  let pauses = 0
  const result = await runInSlices(
    count(7, () => {
      now += 10
    }),
    20,
    () => now,
    async () => {
      pauses++
    },
  )
  // Steps of 10 ms each, two to a slice: a pause after the 2nd, 4th and 6th.
  expect([result, pauses]).toEqual([7, 3])
})
