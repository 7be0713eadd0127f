import type { PersonRecord, TalkSummary } from '~/domain/ports'
import { meanOf, measureProgress } from './measure-progress'
import type { PersonRowView, TeamSummaryView } from './view-types'

const RECENT = 5
const DAY_MS = 24 * 60 * 60 * 1_000
/** Longer without practice than this, and a trainer should ask why. */
const IDLE_DAYS = 14
const PERIOD_DAYS = 30

const isWithin = (talk: TalkSummary, days: number, now: Date) =>
  now.getTime() - talk.startedAt.getTime() <= days * DAY_MS

/** What most asks for a word with the person; null for nothing. */
function findAttention(talks: readonly TalkSummary[], now: Date): PersonRowView['attention'] {
  if (talks.length === 0) return 'never'
  const lastScored = talks.find((talk) => talk.overall !== null)
  if (lastScored && lastScored.violationCount > 0) return 'breach'
  return talks.some((talk) => isWithin(talk, IDLE_DAYS, now)) ? null : 'idle'
}

/** @param talks of all these people, newest first. */
export function buildPeopleRows(
  people: readonly PersonRecord[],
  talks: readonly TalkSummary[],
  teams: readonly { id: string; name: string }[],
  now: Date,
): PersonRowView[] {
  const teamNames = new Map(teams.map((team) => [team.id, team.name]))
  return people
    .filter((person) => person.role === 'trainee' || talks.some((talk) => talk.personId === person.personId))
    .map((person) => {
      const own = talks.filter((talk) => talk.personId === person.personId)
      const overalls = own.flatMap((talk) => (talk.overall === null ? [] : [talk.overall]))
      return {
        id: person.personId,
        href: `?person=${person.personId}`,
        name: person.name,
        team: person.teamId === null ? '' : (teamNames.get(person.teamId) ?? ''),
        talks: own.length,
        lastAt: own[0]?.startedAt.toISOString() ?? null,
        recentOverall: meanOf(overalls.slice(0, RECENT)),
        overalls: [...overalls].reverse(),
        violations: own.reduce((sum, talk) => sum + talk.violationCount, 0),
        progress: measureProgress(own),
        hasPassed: own.some((talk) => talk.passed === true),
        attention: findAttention(own, now),
      }
    })
}

/**
 * Whether the training works: how many practise, where they started and where they are, how many passed, and how often
 * a rule is broken.
 *
 * @param rows of `buildPeopleRows` on the same talks.
 */
export function buildTeamSummary(
  rows: readonly PersonRowView[],
  talks: readonly TalkSummary[],
  now: Date,
): TeamSummaryView {
  const compared = rows.flatMap((row) => (row.progress === null ? [] : [row.progress]))
  const scored = talks.filter((talk) => talk.overall !== null && isWithin(talk, PERIOD_DAYS, now))
  const first = meanOf(compared.map((progress) => progress.first))
  const recent = meanOf(compared.map((progress) => progress.recent))
  return {
    people: rows.length,
    practised: rows.filter((row) => row.talks > 0).length,
    passed: rows.filter((row) => row.hasPassed).length,
    compared: compared.length,
    progress: first === null || recent === null ? null : { first, recent, change: recent - first },
    days: PERIOD_DAYS,
    scoredTalks: scored.length,
    breachedTalks: scored.filter((talk) => talk.violationCount > 0).length,
  }
}
