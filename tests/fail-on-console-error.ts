import { afterEach, beforeEach, expect, vi } from 'vitest'

/** An error on the console that no test expects is a fault of its own. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => {
    unexpected.push(args)
  })
})
const unexpected: unknown[][] = []
afterEach(() => {
  const seen = unexpected.splice(0)
  expect(seen, 'unexpected console.error').toEqual([])
})
