import { expect, test } from 'vitest'
import { createCircuitBreaker } from './circuit-breaker'

function createAt() {
  let nowMs = 0
  const breaker = createCircuitBreaker({ failures: 2, openMs: 100, openMostMs: 300 }, { now: () => new Date(nowMs) })
  return {
    breaker,
    pass: (ms: number) => {
      nowMs += ms
    },
  }
}

test('opens after so many failures in a row; a success in between starts the count anew', () => {
  const { breaker } = createAt()
  breaker.enter()!.fail()
  breaker.enter()!.succeed()
  breaker.enter()!.fail()
  expect(breaker.describe().state).toBe('closed')
  breaker.enter()!.fail()
  expect(breaker.describe()).toEqual({ state: 'open', failuresInARow: 2, retryAt: new Date(100) })
  expect(breaker.enter()).toBeNull()
})

test('lets one call try when the time is over, and closes when it succeeds', () => {
  const { breaker, pass } = createAt()
  breaker.enter()!.fail()
  breaker.enter()!.fail()
  pass(100)
  const probe = breaker.enter()!
  expect(breaker.describe().state).toBe('half-open')
  expect(breaker.enter()).toBeNull()
  probe.succeed()
  expect(breaker.describe().state).toBe('closed')
  expect(breaker.enter()).not.toBeNull()
})

test('waits twice as long after a failed try, up to the most', () => {
  const { breaker, pass } = createAt()
  breaker.enter()!.fail()
  breaker.enter()!.fail()
  pass(100)
  breaker.enter()!.fail()
  pass(199)
  expect(breaker.enter()).toBeNull()
  pass(1)
  breaker.enter()!.fail()
  pass(299)
  expect(breaker.enter()).toBeNull()
  pass(1)
  expect(breaker.enter()).not.toBeNull()
})

test('a caller who leaves frees the place of the one who tries', () => {
  const { breaker, pass } = createAt()
  breaker.enter()!.fail()
  breaker.enter()!.fail()
  pass(100)
  breaker.enter()!.leave()
  expect(breaker.enter()).not.toBeNull()
})

test('a call that began before does not open it twice', () => {
  const { breaker, pass } = createAt()
  const [a, b, c] = [breaker.enter()!, breaker.enter()!, breaker.enter()!]
  a.fail()
  b.fail()
  pass(90)
  c.fail()
  pass(10)
  expect(breaker.enter()).not.toBeNull()
})
