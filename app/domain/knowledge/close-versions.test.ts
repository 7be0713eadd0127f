import { expect, test } from 'vitest'
import { closeVersions, findVersionAsOf } from './close-versions'
import type { DocumentVersion } from './passage'

const version = (id: string, effectiveFrom: string | null): DocumentVersion => ({
  id,
  label: id,
  amendedOn: null,
  effectiveFrom,
  effectiveTo: null,
  effectiveBasis: 'stated',
  effectiveNote: '',
  checksum: id,
})

test('a version ends the day before the next begins', () => {
  const closed = closeVersions([version('new', '2025-06-20'), version('old', '2022-12-02')])
  expect(closed.map((one) => [one.id, one.effectiveTo])).toEqual([
    ['old', '2025-06-19'],
    ['new', null],
  ])
})

test('finds what applied on a day', () => {
  const versions = [version('old', '2022-12-02'), version('new', '2025-06-20'), version('undated', null)]
  expect(findVersionAsOf(versions, '2025-06-19')?.id).toBe('old')
  expect(findVersionAsOf(versions, '2025-06-20')?.id).toBe('new')
  expect(findVersionAsOf(versions, '2020-01-01')).toBeNull()
})
