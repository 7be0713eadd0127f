import { expect, test } from 'vitest'
import { CLOSED, createPatternGate, MATCHES, OPEN } from './pattern-gate'

test('tells which patterns cannot match, which may, and which do', () => {
  const gate = createPatternGate([/保證|穩賺/u, /您.{0,3}解約/u, /^保單/u, /.{3}/u])
  expect([...gate.read('這個穩賺')]).toEqual([MATCHES, CLOSED, CLOSED, OPEN])
  expect([...gate.read('我說解約，保單')]).toEqual([CLOSED, OPEN, OPEN, OPEN])
})

test('words that overlap or begin alike are all found', () => {
  const gate = createPatternGate([/保/u, /保證金/u, /證金融/u])
  expect([...gate.read('保證金融')]).toEqual([MATCHES, MATCHES, MATCHES])
  expect([...gate.read('保證')]).toEqual([MATCHES, CLOSED, CLOSED])
})

test('a pattern that takes capitals for small letters is never closed', () => {
  expect([...createPatternGate([/ok/iu]).read('OK')]).toEqual([OPEN])
})

test('one text leaves nothing behind for the next', () => {
  const gate = createPatternGate([/保證/u])
  expect([...gate.read('保證')]).toEqual([MATCHES])
  expect([...gate.read('')]).toEqual([CLOSED])
})
