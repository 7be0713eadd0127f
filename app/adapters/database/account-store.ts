import type { ResultScope } from '~/domain/governance/authorise'
import type { AccountStore, PersonRecord } from '~/domain/ports'
import type { Person, PrismaClient } from '~/generated/prisma/client'

function toPersonRecord(row: Person): PersonRecord {
  const { id, organisationId, teamId, role, name, email, isDemo, createdAt } = row
  return { personId: id, organisationId, teamId, role, name, email, isDemo, createdAt }
}

const inScope = (scope: ResultScope) =>
  scope.teamId === null
    ? { organisationId: scope.organisationId }
    : { organisationId: scope.organisationId, teamId: scope.teamId }

// Written at most this often per session, so that reading a page does not cost a commit.
const LAST_SEEN_STEP_MS = 5 * 60_000

function createPeople(prisma: PrismaClient) {
  return {
    async findByEmail(email) {
      const row = await prisma.person.findUnique({ where: { email } })
      return row && { person: toPersonRecord(row), passwordHash: row.passwordHash }
    },
    async findPerson(personId) {
      const row = await prisma.person.findUnique({ where: { id: personId } })
      return row && toPersonRecord(row)
    },
    async listDemoPeople() {
      const rows = await prisma.person.findMany({ where: { isDemo: true }, orderBy: { createdAt: 'asc' } })
      return rows.map(toPersonRecord)
    },
    async hasOnlyDemoPeople() {
      return (await prisma.person.count({ where: { isDemo: false } })) === 0
    },
    async listPeople(scope) {
      const rows = await prisma.person.findMany({ where: inScope(scope), orderBy: { name: 'asc' } })
      return rows.map(toPersonRecord)
    },
    async listTeams(organisationId) {
      return prisma.team.findMany({
        where: { organisationId },
        select: { id: true, name: true },
        orderBy: { name: 'asc' },
      })
    },
    async findOrganisations() {
      return prisma.organisation.findMany({
        select: { id: true, name: true, isDemo: true },
        orderBy: { createdAt: 'asc' },
      })
    },
    async createOrganisation(organisation) {
      await prisma.organisation.create({ data: organisation })
    },
    async createTeam(team) {
      await prisma.team.create({ data: team })
    },
    async createPerson({ personId, ...person }) {
      try {
        await prisma.person.create({ data: { id: personId, ...person } })
        return 'created'
      } catch (error) {
        if ((error as { code?: string }).code === 'P2002') return 'taken'
        throw error
      }
    },
    async setPasswordHash(personId, passwordHash, keptSessionId) {
      await prisma.$transaction([
        prisma.person.updateMany({ where: { id: personId }, data: { passwordHash } }),
        prisma.session.deleteMany({
          where: keptSessionId === null ? { personId } : { personId, tokenHash: { not: keptSessionId } },
        }),
      ])
    },
  } satisfies Partial<AccountStore>
}

function createSessions(prisma: PrismaClient) {
  return {
    async findBySession(tokenHash, now) {
      const row = await prisma.session.findUnique({ where: { tokenHash }, include: { person: true } })
      if (!row || row.expiresAt <= now) return null
      if (now.getTime() - row.lastSeenAt.getTime() > LAST_SEEN_STEP_MS)
        await prisma.session.updateMany({ where: { tokenHash }, data: { lastSeenAt: now } })
      return toPersonRecord(row.person)
    },
    async createSession(personId, { id, ...session }) {
      await prisma.session.create({ data: { tokenHash: id, personId, ...session } })
    },
    async listSessions(personId, now) {
      const rows = await prisma.session.findMany({
        where: { personId, expiresAt: { gt: now } },
        orderBy: { lastSeenAt: 'desc' },
      })
      return rows.map(({ tokenHash, personId: _owner, ...session }) => ({ id: tokenHash, ...session }))
    },
    async endSession(personId, sessionId) {
      await prisma.session.deleteMany({ where: { personId, tokenHash: sessionId } })
    },
    async endAllSessions(personId) {
      await prisma.session.deleteMany({ where: { personId } })
    },
  } satisfies Partial<AccountStore>
}

function createApiTokens(prisma: PrismaClient) {
  return {
    async findByApiToken(tokenHash) {
      const row = await prisma.apiToken.findUnique({ where: { tokenHash }, include: { person: true } })
      return row && toPersonRecord(row.person)
    },
    async createApiToken(personId, token) {
      await prisma.apiToken.create({ data: { personId, ...token } })
    },
    async listApiTokens(personId) {
      const rows = await prisma.apiToken.findMany({ where: { personId }, orderBy: { createdAt: 'desc' } })
      return rows.map((row) => ({ id: row.tokenHash, name: row.name, createdAt: row.createdAt }))
    },
    async deleteApiToken(personId, id) {
      await prisma.apiToken.deleteMany({ where: { personId, tokenHash: id } })
    },
  } satisfies Partial<AccountStore>
}

/** People, their sessions and API tokens in PostgreSQL or the embedded database. */
export function createAccountStore(prisma: PrismaClient): AccountStore {
  return { ...createPeople(prisma), ...createSessions(prisma), ...createApiTokens(prisma) }
}
