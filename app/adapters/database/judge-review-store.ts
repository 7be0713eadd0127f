import type { ResultScope } from '~/domain/governance/authorise'
import type { Dispute, DisputeFilter, JudgeReviewStore, ReviewVerdict } from '~/domain/governance/judge-review'
import { Prisma, type PrismaClient } from '~/generated/prisma/client'

type Row = Omit<Dispute, 'review'> & { verdict: ReviewVerdict | null; reviewedByName: string | null }

/** One row for each code that only one tier heard in a turn, by the quote that counted, with what a leader said of it. */
const disputes = ({ organisationId, teamId }: ResultScope, readerId: string) => Prisma.sql`
  FROM "Turn" t
  JOIN "Roleplay" r ON r.id = t."roleplayId"
  JOIN "Person" p ON p.id = r."personId"
  CROSS JOIN LATERAL (
    SELECT DISTINCT ON (1, 2) d->>'code' AS code, d->>'heardBy' AS "heardBy", d->>'quote' AS quote,
      (d->>'counts')::boolean AS counts, d->>'rule' AS rule
    FROM json_array_elements(t.perceptions->'merged'->'disagreements') WITH ORDINALITY AS e(d, place)
    ORDER BY 1, 2, (d->>'counts')::boolean DESC, place) one
  LEFT JOIN "JudgeReview" v ON v."roleplayId" = t."roleplayId" AND v."turnIndex" = t."turnIndex"
    AND v.code = one.code AND v."heardBy" = one."heardBy"
  LEFT JOIN "Person" w ON w.id = v."reviewedById"
  WHERE r.engine = 'llm' AND p."organisationId" = ${organisationId} AND p.id <> ${readerId}
    ${teamId === null ? Prisma.empty : Prisma.sql`AND p."teamId" = ${teamId}`}`

const matching = ({ state, heardBy }: DisputeFilter) => Prisma.sql`
  ${state === null ? Prisma.empty : state === 'open' ? Prisma.sql`AND v.verdict IS NULL` : Prisma.sql`AND v.verdict IS NOT NULL`}
  ${heardBy === null ? Prisma.empty : Prisma.sql`AND one."heardBy" = ${heardBy}`}`

export function createJudgeReviewStore(prisma: PrismaClient): JudgeReviewStore {
  return {
    async list(scope, readerId, filter, { offset, limit }) {
      const rows = await prisma.$queryRaw<Row[]>`
        SELECT t."roleplayId", t."turnIndex", one.*, p.name AS "personName", r."scenarioId", t.text AS utterance,
          t."acceptedAt", v.verdict, w.name AS "reviewedByName",
          CASE WHEN t."turnIndex" = 0 THEN r."openingText" ELSE (
            SELECT b."replyText" FROM "Turn" b WHERE b."roleplayId" = t."roleplayId" AND b."turnIndex" = t."turnIndex" - 1)
          END AS "clientText"
        ${disputes(scope, readerId)} ${matching(filter)}
        ORDER BY t."acceptedAt" DESC, t."roleplayId", t."turnIndex" DESC, one.code, one."heardBy"
        LIMIT ${limit} OFFSET ${offset}`
      return rows.map(({ verdict, reviewedByName, ...row }) => ({
        ...row,
        review: verdict === null ? null : { verdict, reviewedByName: reviewedByName ?? '' },
      }))
    },
    count(scope, readerId) {
      return prisma.$queryRaw`
        SELECT one."heardBy", one.counts, v.verdict, count(*)::int AS disputes
        ${disputes(scope, readerId)} GROUP BY one."heardBy", one.counts, v.verdict`
    },
    async has({ roleplayId, turnIndex, code, heardBy }) {
      const found = await prisma.$queryRaw<unknown[]>`
        SELECT 1 FROM "Turn" t, json_array_elements(t.perceptions->'merged'->'disagreements') d
        WHERE t."roleplayId" = ${roleplayId} AND t."turnIndex" = ${turnIndex}
          AND d->>'code' = ${code} AND d->>'heardBy' = ${heardBy} LIMIT 1`
      return found.length > 0
    },
    async save({ roleplayId, turnIndex, code, heardBy, ...said }) {
      const key = { roleplayId, turnIndex, code, heardBy }
      await prisma.judgeReview.upsert({
        where: { roleplayId_turnIndex_code_heardBy: key },
        create: { ...key, ...said },
        update: said,
      })
    },
  }
}
