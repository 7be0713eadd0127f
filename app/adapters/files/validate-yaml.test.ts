import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { lineSchema } from '../../domain/persona/persona-schema'
import { formatFault } from './content-fault'
import { parseYaml } from './parse-yaml'
import { validateYaml } from './validate-yaml'

const schema = z.strictObject({
  id: z.string(),
  age: z.number().int().min(18),
  level: z.union([z.literal(1), z.literal(2)]),
  lines: z.array(lineSchema),
  moods: z.record(z.enum(['warm', 'cold']), z.string()),
})

const faultsOf = (text: string) => validateYaml(parseYaml(text, 'a.yaml'), schema).faults.map(formatFault)

describe('validateYaml', () => {
  test('returns the value of a sound file', () => {
    const text = 'id: a\nage: 20\nlevel: 2\nlines: [好。]\nmoods: {warm: a, cold: b}\n'
    expect(validateYaml(parseYaml(text, 'a.yaml'), schema)).toEqual({
      value: { id: 'a', age: 20, level: 2, lines: ['好。'], moods: { warm: 'a', cold: 'b' } },
      faults: [],
    })
  })

  test('names every key at fault with its line', () => {
    const text = `age: 7
level: 3
colour: red
lines:
  - 好。
  - say: 嗯。
    when: sad
  - say: 啊。
    mood: warm
    when: warm
moods:
  warm: 1
  hot: b
`
    expect(faultsOf(text).sort()).toEqual([
      'a.yaml:1 age: Too small: expected number to be >=18',
      'a.yaml:1 id: is missing',
      'a.yaml:11 moods.cold: is missing',
      'a.yaml:12 moods.warm: expected string, received number',
      'a.yaml:13 moods.hot: unknown key',
      'a.yaml:2 level: expected 1, or expected 2',
      'a.yaml:3 colour: unknown key',
      'a.yaml:7 lines[1].when: expected one of "warm"|"guarded"',
      'a.yaml:9 lines[2].mood: unknown key',
    ])
  })

  test('tells a file that is no map', () => {
    expect(faultsOf('- a\n- b\n')).toEqual(['a.yaml:1 expected object, received array'])
    expect(faultsOf('')).toEqual(['a.yaml:1 expected object, received null'])
  })
})
