import { describe, expect, test } from 'vitest'
import type { PersonRecord, TalkSummary } from '~/domain/ports'
import { buildPeopleRows, buildTeamSummary } from './build-people-rows'
import { measureProgress } from './measure-progress'

const NOW = new Date('2026-11-26T00:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

const talkOf = (
  personId: string,
  days: number,
  overall: number | null,
  rest: Partial<TalkSummary> = {},
): TalkSummary => ({
  id: `${personId}-${days}`,
  personId,
  personName: personId,
  scenarioId: 's',
  mode: 'practice',
  turnCount: 8,
  turnTotals: [],
  overall,
  passed: overall === null ? null : overall >= 65,
  violationCount: 0,
  forkedFromId: null,
  startedAt: daysAgo(days),
  endedAt: daysAgo(days),
  ...rest,
})

const personOf = (personId: string, role: PersonRecord['role'] = 'trainee'): PersonRecord => ({
  personId,
  role,
  organisationId: 'o',
  teamId: 't',
  name: personId,
  email: '',
  isDemo: false,
  createdAt: daysAgo(90),
})

describe('progress', () => {
  test('is the first scored talk beside the mean of the latest three after it', () => {
    const talks = [talkOf('a', 1, 80), talkOf('a', 2, 70), talkOf('a', 3, 61), talkOf('a', 4, 20), talkOf('a', 5, 40)]
    expect(measureProgress(talks)).toEqual({ first: 40, recent: 70, change: 30 })
  })

  test('leaves out what is not scored and what repeats a moment, and says nothing of one talk', () => {
    const fork = talkOf('a', 1, 99, { forkedFromId: 'a-5' })
    expect(measureProgress([fork, talkOf('a', 2, null), talkOf('a', 5, 40)])).toBeNull()
    expect(measureProgress([fork, talkOf('a', 2, 50), talkOf('a', 5, 40)])).toEqual({
      first: 40,
      recent: 50,
      change: 10,
    })
  })
})

describe('the team', () => {
  const talks = [
    talkOf('breaks', 1, 39, { violationCount: 2 }),
    talkOf('grows', 2, 81),
    talkOf('idle', 20, 60),
    talkOf('grows', 40, 41, { violationCount: 1 }),
  ]
  const people = [personOf('breaks'), personOf('grows'), personOf('idle'), personOf('new'), personOf('boss', 'manager')]
  const rows = buildPeopleRows(people, talks, [{ id: 't', name: '台北' }], NOW)

  test('names who needs a word, by what asks most for it', () => {
    expect(rows.map((row) => [row.id, row.attention])).toEqual([
      ['breaks', 'breach'],
      ['grows', null],
      ['idle', 'idle'],
      ['new', 'never'],
    ])
  })

  test('is summed up over those who can be compared, and over the last thirty days', () => {
    expect(buildTeamSummary(rows, talks, NOW)).toEqual({
      people: 4,
      practised: 3,
      passed: 1,
      compared: 1,
      progress: { first: 41, recent: 81, change: 40 },
      days: 30,
      scoredTalks: 3,
      breachedTalks: 1,
    })
  })

  test('without talks there is nothing to compare', () => {
    const summary = buildTeamSummary(buildPeopleRows([personOf('new')], [], [], NOW), [], NOW)
    expect(summary).toMatchObject({ people: 1, practised: 0, compared: 0, progress: null, scoredTalks: 0 })
  })
})
