export const ROLES = ['trainee', 'trainer', 'manager', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Who asks. */
export type Actor = { personId: string; organisationId: string; teamId: string | null; role: Role }

/** Whose thing is asked for. `teamId` null: the owner is in no team. */
export type Owned = { personId: string; organisationId: string; teamId: string | null }

export type Action =
  | 'catalogue.read'
  | 'roleplay.start'
  | 'roleplay.read'
  | 'roleplay.act'
  | 'results.list'
  | 'judge.use'
  | 'people.administer'
  | 'session.end'
  | 'metrics.read'
  | 'knowledge.read'
  | 'knowledge.manage'
  | 'learning.use'
  | 'learning.manage'
  | 'models.administer'
  | 'talk.approve'
  | 'judging.review'

/** What each role may do beyond its own things. Everybody may practise, also those who train others. */
const ROLES_FOR: Record<Action, readonly Role[]> = {
  'catalogue.read': ROLES,
  'roleplay.start': ROLES,
  'roleplay.read': ROLES,
  'roleplay.act': ROLES,
  'results.list': ['trainer', 'manager', 'admin'],
  'judge.use': ROLES,
  'people.administer': ['admin'],
  'session.end': ROLES,
  'metrics.read': ['admin'],
  'knowledge.read': ROLES,
  'knowledge.manage': ['trainer', 'admin'],
  /** Taking quizzes and courses, printing one's own things. */
  'learning.use': ROLES,
  /** Making, reviewing and publishing items, quizzes and courses. */
  'learning.manage': ['trainer', 'admin'],
  'models.administer': ['admin'],
  /** Holding a talk of somebody else good enough to learn from, and handing such talks out. */
  'talk.approve': ['trainer', 'manager', 'admin'],
  /** Saying which of two judges heard right. */
  'judging.review': ['trainer', 'manager', 'admin'],
}

/** Trainers and managers see their own team, administrators their whole organisation, nobody another organisation. */
function canSeeOwner(actor: Actor, owner: Owned): boolean {
  if (actor.organisationId !== owner.organisationId) return false
  if (actor.personId === owner.personId || actor.role === 'admin') return true
  const leadsTeam = actor.role === 'trainer' || actor.role === 'manager'
  return leadsTeam && actor.teamId !== null && actor.teamId === owner.teamId
}

/**
 * The one place that decides whether somebody may do something.
 *
 * @param owner whose thing it is; left out for things that belong to nobody (the catalogue, a list of one's own scope).
 */
export function isAllowed(actor: Actor, action: Action, owner?: Owned): boolean {
  if (!ROLES_FOR[action].includes(actor.role)) return false
  if (!owner) return true
  switch (action) {
    case 'roleplay.act':
      // A talk is one person's own work: nobody speaks in another's name.
      return actor.personId === owner.personId && actor.organisationId === owner.organisationId
    case 'session.end':
      return (
        actor.organisationId === owner.organisationId && (actor.personId === owner.personId || actor.role === 'admin')
      )
    case 'people.administer':
      return actor.organisationId === owner.organisationId
    default:
      return canSeeOwner(actor, owner)
  }
}

/** The people whose results an actor may list. */
export type ResultScope = { organisationId: string; teamId: string | null }

/** @returns null when the role lists nobody's results; `teamId` null means the whole organisation. */
export function findResultScope(actor: Actor): ResultScope | null {
  if (!isAllowed(actor, 'results.list')) return null
  if (actor.role === 'admin') return { organisationId: actor.organisationId, teamId: null }
  return actor.teamId === null ? null : { organisationId: actor.organisationId, teamId: actor.teamId }
}
