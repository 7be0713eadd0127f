import { describe, expect, test } from 'vitest'
import { type Action, type Actor, findResultScope, isAllowed, type Owned, ROLES, type Role } from './authorise'

const actorAs = (role: Role): Actor => ({ personId: 'me', organisationId: 'org-1', teamId: 'team-1', role })
const owners: Record<string, Owned> = {
  own: { personId: 'me', organisationId: 'org-1', teamId: 'team-1' },
  team: { personId: 'mate', organisationId: 'org-1', teamId: 'team-1' },
  otherTeam: { personId: 'other', organisationId: 'org-1', teamId: 'team-2' },
  noTeam: { personId: 'loner', organisationId: 'org-1', teamId: null },
  otherOrganisation: { personId: 'stranger', organisationId: 'org-2', teamId: 'team-1' },
}

// role: the owners (keys above) for whom the answer is yes.
const TABLE: Partial<Record<Action, Record<Role, string[]>>> = {
  'roleplay.read': {
    trainee: ['own'],
    trainer: ['own', 'team'],
    manager: ['own', 'team'],
    admin: ['own', 'team', 'otherTeam', 'noTeam'],
  },
  'roleplay.act': { trainee: ['own'], trainer: ['own'], manager: ['own'], admin: ['own'] },
  'session.end': {
    trainee: ['own'],
    trainer: ['own'],
    manager: ['own'],
    admin: ['own', 'team', 'otherTeam', 'noTeam'],
  },
  'people.administer': { trainee: [], trainer: [], manager: [], admin: ['own', 'team', 'otherTeam', 'noTeam'] },
}

describe.each(Object.entries(TABLE))('%s', (action, byRole) => {
  describe.each(ROLES)('as %s', (role) => {
    test.each(Object.entries(owners))('%s', (key, owner) => {
      expect(isAllowed(actorAs(role), action as Action, owner)).toBe(byRole[role].includes(key))
    })
  })
})

test('a trainer without a team leads nobody, not all who have no team', () => {
  const actor: Actor = { ...actorAs('trainer'), teamId: null }
  expect(isAllowed(actor, 'roleplay.read', owners.noTeam)).toBe(false)
  expect(findResultScope(actor)).toBeNull()
})

test('lists are for the own team, and for administrators the organisation', () => {
  expect(findResultScope(actorAs('trainee'))).toBeNull()
  expect(findResultScope(actorAs('manager'))).toEqual({ organisationId: 'org-1', teamId: 'team-1' })
  expect(findResultScope(actorAs('admin'))).toEqual({ organisationId: 'org-1', teamId: null })
})

test('only administrators read the metrics', () => {
  expect(ROLES.filter((role) => isAllowed(actorAs(role), 'metrics.read'))).toEqual(['admin'])
})
