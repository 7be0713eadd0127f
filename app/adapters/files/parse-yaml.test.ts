import { describe, expect, test } from 'vitest'
import { parseYaml } from './parse-yaml'

const TEXT = `# a comment first
name: 林老師
facts:
  - topic: life.age
    lines:
      - 六十七了。
      - say: 不告訴你。
        when: guarded
  - { topic: life.home, lines: [台南。] }
`

describe('parseYaml', () => {
  test('knows the line of every key and item', () => {
    const yaml = parseYaml(TEXT, 'a.yaml')
    expect(yaml.faults).toEqual([])
    expect(yaml.lineOf(['name'])).toBe(2)
    expect(yaml.lineOf(['facts', 0, 'lines', 1])).toBe(7)
    expect(yaml.lineOf(['facts', 0, 'lines', 1, 'when'])).toBe(8)
    expect(yaml.lineOf(['facts', 1, 'lines', 0])).toBe(9)
  })

  test('falls back to the nearest parent that exists', () => {
    const yaml = parseYaml(TEXT, 'a.yaml')
    expect(yaml.lineOf(['facts', 1, 'note', 'zh'])).toBe(9)
    expect(yaml.hasPath(['facts', 1, 'note'])).toBe(false)
    expect(yaml.hasPath(['facts', 0, 'lines', 1, 'say'])).toBe(true)
    expect(yaml.lineOf(['facts', 7])).toBe(3)
  })

  test('follows an alias to where its value stands', () => {
    const yaml = parseYaml('one: &a\n  two: 2\nthree: *a\n', 'a.yaml')
    expect(yaml.lineOf(['three', 'two'])).toBe(2)
  })

  test('reports broken syntax and repeated keys with their lines', () => {
    const broken = parseYaml('a: 1\nb: [1, 2\nc: 3\n', 'a.yaml')
    expect(broken.faults.length).toBeGreaterThan(0)
    expect(broken.data).toBeUndefined()
    const repeated = parseYaml('a: 1\nb: 2\na: 3\n', 'a.yaml', 1)
    expect(repeated.faults).toEqual([{ file: 'a.yaml', line: 4, key: '', message: 'Map keys must be unique' }])
  })

  test('takes an empty text as no data', () => {
    expect(parseYaml('', 'a.yaml').data).toBeNull()
    expect(parseYaml('', 'a.yaml').lineOf(['x'])).toBe(1)
  })
})
