import { type ModelUsageStore, type PersonUsage, toUsageKey, type UsageCount } from '~/domain/governance/model-usage'
import type { ModelUsage, PrismaClient } from '~/generated/prisma/client'

const toCount = (row: ModelUsage) => row as UsageCount

/** Sums of use; every process adds to the same rows. */
export function createModelUsageStore(prisma: PrismaClient): ModelUsageStore {
  return {
    async add(counts) {
      if (counts.length === 0) return
      // In one order everywhere: two processes that add to the same rows must not wait for each other.
      const sorted = counts
        .map((count) => ({ key: toUsageKey(count), count }))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ count }) => count)
      await prisma.$executeRaw`
        INSERT INTO "ModelUsage" AS u ("localDate", "scopeKind", "scopeId", purpose, model, outcome, calls,
          "promptTokens", "completionTokens", "firstWordMs", "firstWords")
        SELECT * FROM json_to_recordset(${JSON.stringify(sorted)}::json) AS c ("localDate" text, "scopeKind" text,
          "scopeId" text, purpose text, model text, outcome text, calls int, "promptTokens" int, "completionTokens" int,
          "firstWordMs" int, "firstWords" int)
        ON CONFLICT ("localDate", "scopeKind", "scopeId", purpose, model, outcome) DO UPDATE SET
          calls = u.calls + EXCLUDED.calls,
          "promptTokens" = u."promptTokens" + EXCLUDED."promptTokens",
          "completionTokens" = u."completionTokens" + EXCLUDED."completionTokens",
          "firstWordMs" = u."firstWordMs" + EXCLUDED."firstWordMs",
          "firstWords" = u."firstWords" + EXCLUDED."firstWords"`
    },

    async readTokens(scopes, localDate) {
      if (scopes.length === 0) return []
      const asked = JSON.stringify(scopes.map(({ kind, id }, place) => ({ kind, id, place })))
      const rows = await prisma.$queryRaw<{ tokens: number }[]>`
        SELECT coalesce(sum(u."promptTokens"::bigint + u."completionTokens"), 0)::float8 AS tokens
        FROM json_to_recordset(${asked}::json) AS a (kind text, id text, place int)
        LEFT JOIN "ModelUsage" u ON u."scopeKind" = a.kind AND u."scopeId" = a.id
          AND (a.kind IN ('talk', 'turn') OR u."localDate" = ${localDate})
        GROUP BY a.place ORDER BY a.place`
      return rows.map((row) => row.tokens)
    },

    async listServer(fromDate) {
      const where = { localDate: { gte: fromDate }, scopeKind: { in: ['day', 'reply'] } }
      return (await prisma.modelUsage.findMany({ where, orderBy: { localDate: 'asc' } })).map(toCount)
    },

    listPersons: (organisationId, localDate, limit) => prisma.$queryRaw<PersonUsage[]>`
      SELECT p.id AS "personId", p.name, sum(u."promptTokens"::bigint + u."completionTokens")::float8 AS tokens
      FROM "ModelUsage" u JOIN "Person" p ON p.id = u."scopeId"
      WHERE u."scopeKind" = 'person' AND u."localDate" = ${localDate} AND p."organisationId" = ${organisationId}
      GROUP BY p.id, p.name ORDER BY tokens DESC, p.id LIMIT ${limit}`,

    async removeBefore({ turns, all }) {
      await prisma.modelUsage.deleteMany({
        where: { OR: [{ localDate: { lt: all } }, { scopeKind: 'turn', localDate: { lt: turns } }] },
      })
    },
  }
}
