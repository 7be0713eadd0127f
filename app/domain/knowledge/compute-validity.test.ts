import { expect, test } from 'vitest'
import { computeValidity, type DatedVersion } from './compute-validity'

const version = (
  id: string,
  effectiveFrom: string | null,
  articles: Record<string, string | null | undefined>,
  more: Partial<DatedVersion> = {},
): DatedVersion => ({
  id,
  amendedOn: effectiveFrom,
  effectiveFrom,
  isRepealed: false,
  importedAt: new Date(0),
  passages: Object.entries(articles).map(([key, own]) => ({
    id: `${id}#${key}`,
    key,
    ...(own === undefined ? {} : { effectiveFrom: own }),
  })),
  ...more,
})
const same = undefined

test('an older text ends on the day before the newer one begins, article by article', () => {
  const found = computeValidity([
    version('new', '2025-06-20', { '1': same, '2': '2026-01-01' }),
    version('old', '2024-01-01', { '1': same, '2': same, '3': same }),
  ])
  expect(Object.fromEntries(found)).toEqual({
    'old#1': { from: '2024-01-01', to: '2025-06-19' },
    // Article 2 changes half a year later than the rest.
    'old#2': { from: '2024-01-01', to: '2025-12-31' },
    // Article 3 is gone from the newer text.
    'old#3': { from: '2024-01-01', to: '2025-06-19' },
    'new#1': { from: '2025-06-20', to: null },
    'new#2': { from: '2026-01-01', to: null },
  })
})

test('an article whose day is not determined leaves the older one in force', () => {
  const found = computeValidity([
    version('old', '2024-01-01', { '1': same }),
    version('new', '2025-01-01', { '1': null }),
  ])
  expect(found.get('old#1')).toEqual({ from: '2024-01-01', to: null })
  expect(found.get('new#1')).toEqual({ from: '9999-12-31', to: null })
})

test('of two texts of one day the later import counts; of two undated ones too', () => {
  const later = { importedAt: new Date(1_000) }
  expect([
    ...computeValidity([
      version('b', '2024-01-01', { '1': same }, later),
      version('a', '2024-01-01', { '1': same }),
    ]).keys(),
  ]).toEqual(['b#1'])
  expect([
    ...computeValidity([version('b', null, { '1': same }, later), version('a', null, { '1': same })]).keys(),
  ]).toEqual(['b#1'])
})

test('a repealed law ends on the day before its repeal', () => {
  const gone = { isRepealed: true, amendedOn: '2014-04-10' }
  expect(computeValidity([version('gone', '2014-04-12', { '1': same }, gone)]).get('gone#1')).toEqual({
    from: null,
    to: '2014-04-09',
  })
  const both = computeValidity([
    version('text', '2010-01-01', { '1': same }),
    version('gone', '2014-04-12', { '1': same }, gone),
  ])
  expect(Object.fromEntries(both)).toEqual({ 'text#1': { from: '2010-01-01', to: '2014-04-09' } })
})
