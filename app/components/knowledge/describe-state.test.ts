import { expect, test } from 'vitest'
import { describeState } from './describe-state'
import type { VersionView } from './view-types'

const version = (name: string, effectiveFrom: string | null, isRepealed = false) =>
  ({ version: name, effectiveFrom, isRepealed }) as VersionView
const state = (versions: VersionView[], isRetired = false) =>
  describeState({ isRetired, versions, currentVersion: versions[0]!.version }, '2026-11-25')

test('retired before all, then repealed, then not yet in force', () => {
  expect(state([version('a', '2027-01-01', true)], true)).toBe('retired')
  expect(state([version('a', '2014-04-12', true)])).toBe('repealed')
  expect(state([version('a', '2026-11-26')])).toBe('future')
  expect(state([version('a', '2026-11-25')])).toBe('current')
  expect(state([version('a', null)])).toBe('current')
})
