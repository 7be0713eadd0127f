import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { addEffects, CODE_EFFECTS, findCodeEffect } from './client-effects'

const levels = { trust: 50, interest: 50, patience: 50 }

describe('findCodeEffect', () => {
  test('empathy seen first by a client without scepticism counts in full', () => {
    expect(findCodeEffect('listening.empathy', 0, 0)).toEqual({ trust: 4, interest: 1, patience: 3 })
  })

  test('a repeat earns 60 percent, a third time 36 percent', () => {
    expect(findCodeEffect('listening.empathy', 1, 0).trust).toBeCloseTo(2.4)
    expect(findCodeEffect('listening.empathy', 2, 0).trust).toBeCloseTo(1.44)
  })

  test('a full sceptic gains half and loses half as much again', () => {
    // 4 * (1 - 100 / 200) = 2; -12 * (1 + 60 / 120) = -18
    expect(findCodeEffect('listening.empathy', 0, 100).trust).toBe(2)
    expect(findCodeEffect('listening.rude', 0, 100).trust).toBe(-18)
  })

  test('losses do not wear off with repeats', () => {
    expect(findCodeEffect('violation.pressure', 3, 0)).toEqual(findCodeEffect('violation.pressure', 0, 0))
  })

  test('a violation that the table does not know still costs trust', () => {
    expect(findCodeEffect('violation.of_a_newer_catalogue', 0, 0).trust).toBe(-8)
  })

  test('every code of the catalogue has an effect', () => {
    const file = parse(readFileSync(new URL('../../../content/observations.yaml', import.meta.url), 'utf8')) as {
      observations: { code: string }[]
    }
    expect(file.observations.map((entry) => entry.code).filter((code) => !(code in CODE_EFFECTS))).toEqual([])
  })
})

describe('addEffects', () => {
  test('adds up gains and losses', () => {
    expect(
      addEffects(levels, [
        { trust: 3, interest: 0, patience: -1 },
        { trust: -5, interest: 2, patience: 0 },
      ]),
    ).toEqual({ trust: 48, interest: 52, patience: 49 })
  })

  test('one turn wins at most seven points', () => {
    expect(addEffects(levels, Array(5).fill({ trust: 4, interest: 0, patience: 0 })).trust).toBe(57)
  })

  test('gains shrink at high trust: at 78 half of them count', () => {
    // (106 - 78) / (106 - 50) = 0.5
    expect(addEffects({ ...levels, trust: 78 }, [{ trust: 4, interest: 0, patience: 0 }]).trust).toBe(80)
  })

  test('stays within 0 and 100', () => {
    expect(addEffects({ trust: 5, interest: 99, patience: 1 }, [{ trust: -20, interest: 50, patience: -9 }])).toEqual({
      trust: 0,
      interest: 99.88,
      patience: 0,
    })
  })
})
