import type { PersonRecord, TalkSummary } from '~/domain/ports'
import type { PersonRowView } from './view-types'

const RECENT = 5

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.round(numbers.reduce((sum, one) => sum + one, 0) / numbers.length)
}

/** @param talks of all these people, newest first. */
export function buildPeopleRows(
  people: readonly PersonRecord[],
  talks: readonly TalkSummary[],
  teams: readonly { id: string; name: string }[],
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
        recentOverall: mean(overalls.slice(0, RECENT)),
        overalls: [...overalls].reverse(),
        violations: own.reduce((sum, talk) => sum + talk.violationCount, 0),
      }
    })
}
