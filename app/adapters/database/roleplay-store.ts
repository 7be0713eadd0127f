import type { ResultScope } from '~/domain/governance/authorise'
import type { Ledger } from '~/domain/judging/keep-ledger'
import { applyMarks, type LedgerMarks, markLedger, NO_MARKS } from '~/domain/judging/ledger-marks'
import type { Scorecard, TurnScore } from '~/domain/judging/score-types'
import type {
  EngineName,
  HintRecord,
  PendingTurn,
  RoleplayChange,
  RoleplayRecord,
  RoleplayStore,
  StoredTalk,
  TalkSoFar,
  TalkSummary,
  TurnRecord,
  TurnSoFar,
  Versions,
} from '~/domain/ports'
import type { ClientState, Mood } from '~/domain/roleplay/client-state'
import type { Localised } from '~/domain/shared/localised'
import type { Hint, Prisma, PrismaClient, Roleplay, Turn } from '~/generated/prisma/client'

/** JSON columns hold what this module wrote, in the shape of its own types. */
const readJson = <T>(value: unknown) => value as T
const writeJson = (value: unknown) => value as Prisma.InputJsonValue

type RoleplayRow = Omit<Roleplay, 'status' | 'endReason' | 'overall' | 'passed'>

/** @param marks of the last turn; null before the first. */
function toRoleplayRecord(row: RoleplayRow, marks: unknown): RoleplayRecord {
  const opened = readJson<Ledger>(row.ledger)
  return {
    id: row.id,
    personId: row.personId,
    scenarioId: row.scenarioId,
    mode: row.mode,
    engine: row.engine as EngineName,
    seed: row.seed,
    asOf: row.asOf,
    openingText: row.openingText,
    state: readJson<ClientState>(row.state),
    ledger: marks ? applyMarks(opened, readJson<LedgerMarks>(marks)) : opened,
    turnCount: row.turnCount,
    hintsUsed: row.hintsUsed,
    forkedFromId: row.forkedFromId,
    forkedAtTurn: row.forkedAtTurn,
    versions: readJson<Versions>(row.versions),
    scorecard: readJson<Scorecard | null>(row.scorecard),
    startedAt: row.startedAt,
    lastTurnAt: row.lastTurnAt,
    endedAt: row.endedAt,
  }
}

function toTurnRecord(row: Turn, opened: Ledger): TurnRecord {
  return {
    turnIndex: row.turnIndex,
    turnId: row.turnId,
    text: row.text,
    replyText: row.replyText,
    mood: row.mood as Mood,
    score: readJson<TurnScore>(row.score),
    state: readJson<ClientState>(row.state),
    ledger: applyMarks(opened, readJson<LedgerMarks>(row.ledger)),
    perceptions: readJson<TurnRecord['perceptions']>(row.perceptions),
    acceptedAt: row.acceptedAt,
  }
}

function toHintRecord(row: Hint): HintRecord {
  return { id: row.id, turnIndex: row.turnIndex, text: readJson<Localised>(row.text), askedAt: row.askedAt }
}

function toPendingTurn({ turnIndex, turnId, text, acceptedAt }: PendingTurn): PendingTurn {
  return { turnIndex, turnId, text, acceptedAt }
}

function toTurnRow(roleplayId: string, turn: TurnRecord) {
  return {
    roleplayId,
    turnIndex: turn.turnIndex,
    turnId: turn.turnId,
    text: turn.text,
    replyText: turn.replyText,
    mood: turn.mood,
    score: writeJson(turn.score),
    state: writeJson(turn.state),
    ledger: writeJson(markLedger(turn.ledger)),
    perceptions: writeJson(turn.perceptions),
    acceptedAt: turn.acceptedAt,
  }
}

function toChangeRow(change: RoleplayChange) {
  const { scorecard } = change
  return {
    state: writeJson(change.state),
    lastTurnAt: change.lastTurnAt,
    ...(change.endedAt && {
      status: 'ended' as const,
      endedAt: change.endedAt,
      endReason: change.state.ended?.reason ?? null,
    }),
    ...(scorecard && {
      scorecard: writeJson(scorecard),
      overall: scorecard.status === 'scored' ? scorecard.overall : null,
      passed: scorecard.status === 'scored' ? scorecard.passed : null,
    }),
  }
}

class Conflict extends Error {}

/** @returns `conflict` instead of throwing when another writer was faster. */
async function storedOrConflict(work: () => Promise<unknown>): Promise<'stored' | 'conflict'> {
  try {
    await work()
    return 'stored'
  } catch (error) {
    // P2002: a unique key is taken; P2034: the transaction met another one; 23505: the same as P2002, from plain SQL.
    const { code, meta } = error as { code?: string; meta?: object }
    const isTaken = code === 'P2010' && JSON.stringify(meta).includes('23505')
    if (error instanceof Conflict || code === 'P2002' || code === 'P2034' || isTaken) return 'conflict'
    throw error
  }
}

type SummaryRow = Omit<TalkSummary, 'turnTotals'> & { turnTotals: unknown }

async function findTalk(prisma: PrismaClient, id: string): Promise<StoredTalk | null> {
  const row = await prisma.roleplay.findUnique({
    where: { id },
    include: {
      turns: { orderBy: { turnIndex: 'asc' } },
      hints: { orderBy: { turnIndex: 'asc' } },
      pendingTurn: true,
      person: { select: { id: true, organisationId: true, teamId: true, name: true } },
    },
  })
  if (!row) return null
  const { id: personId, organisationId, teamId, name } = row.person
  return {
    roleplay: toRoleplayRecord(row, row.turns.at(-1)?.ledger),
    owner: { personId, organisationId, teamId, name },
    turns: row.turns.map((turn) => toTurnRecord(turn, readJson<Ledger>(row.ledger))),
    hints: row.hints.map(toHintRecord),
    pending: row.pendingTurn && toPendingTurn(row.pendingTurn),
  }
}

type SoFarRow = RoleplayRow & {
  organisationId: string
  teamId: string | null
  name: string
  turns: (Omit<TurnSoFar, 'acceptedAt'> & { acceptedAt: string })[] | null
  marks: unknown
  pending: (Omit<PendingTurn, 'acceptedAt'> & { acceptedAt: string }) | null
}

/** One query: this runs on every turn. */
async function findTalkSoFar(prisma: PrismaClient, id: string): Promise<TalkSoFar | null> {
  const [row] = await prisma.$queryRaw<SoFarRow[]>`
    SELECT r.*, p."organisationId", p."teamId", p.name,
      (SELECT json_agg(json_build_object('turnIndex', t."turnIndex", 'turnId', t."turnId", 'text', t.text,
         'replyText', t."replyText", 'score', t.score, 'acceptedAt', t."acceptedAt") ORDER BY t."turnIndex")
       FROM "Turn" t WHERE t."roleplayId" = r.id) AS turns,
      (SELECT t.ledger FROM "Turn" t WHERE t."roleplayId" = r.id ORDER BY t."turnIndex" DESC LIMIT 1) AS marks,
      (SELECT json_build_object('turnIndex', w."turnIndex", 'turnId', w."turnId", 'text', w.text, 'acceptedAt', w."acceptedAt")
       FROM "PendingTurn" w WHERE w."roleplayId" = r.id) AS pending
    FROM "Roleplay" r JOIN "Person" p ON p.id = r."personId" WHERE r.id = ${id}`
  if (!row) return null
  const { personId, organisationId, teamId, name } = row
  return {
    roleplay: toRoleplayRecord(row, row.marks),
    owner: { personId, organisationId, teamId, name },
    turns: (row.turns ?? []).map((turn) => ({ ...turn, acceptedAt: new Date(turn.acceptedAt) })),
    pending: row.pending && { ...row.pending, acceptedAt: new Date(row.pending.acceptedAt) },
  }
}

/** One statement, so one commit: the roleplay moves on only if the turn can be stored, and the other way round. */
async function insertTurn(prisma: PrismaClient, roleplayId: string, turn: TurnRecord, change: RoleplayChange) {
  const row = toTurnRow(roleplayId, turn)
  const { state, lastTurnAt, endedAt, scorecard } = change
  const overall = scorecard?.status === 'scored' ? scorecard.overall : null
  const passed = scorecard?.status === 'scored' ? scorecard.passed : null
  return prisma.$executeRaw`
    WITH moved AS (
      UPDATE "Roleplay" SET state = ${JSON.stringify(state)}::json, "turnCount" = ${turn.turnIndex + 1}, "lastTurnAt" = ${lastTurnAt},
        status = ${endedAt ? 'ended' : 'open'}::"RoleplayStatus", "endedAt" = ${endedAt}, "endReason" = ${state.ended?.reason ?? null},
        scorecard = ${scorecard ? JSON.stringify(scorecard) : null}::json, overall = ${overall}, passed = ${passed}
      WHERE id = ${roleplayId} AND "turnCount" = ${turn.turnIndex} AND status = 'open' RETURNING id),
    answered AS (DELETE FROM "PendingTurn" WHERE "roleplayId" IN (SELECT id FROM moved))
    INSERT INTO "Turn" ("roleplayId", "turnIndex", "turnId", text, "replyText", mood, score, state, ledger, perceptions, "acceptedAt")
    SELECT id, ${row.turnIndex}, ${row.turnId}, ${row.text}, ${row.replyText}, ${row.mood}, ${JSON.stringify(row.score)}::json,
      ${JSON.stringify(row.state)}::json, ${JSON.stringify(row.ledger)}::json, ${JSON.stringify(row.perceptions)}::json, ${row.acceptedAt}
    FROM moved`
}

/** The row of the talk is held meanwhile, so that it cannot end in between. */
async function insertPendingTurn(prisma: PrismaClient, roleplayId: string, turn: PendingTurn) {
  return prisma.$executeRaw`
    INSERT INTO "PendingTurn" ("roleplayId", "turnIndex", "turnId", text, "acceptedAt")
    SELECT id, ${turn.turnIndex}, ${turn.turnId}, ${turn.text}, ${turn.acceptedAt} FROM "Roleplay"
    WHERE id = ${roleplayId} AND "turnCount" = ${turn.turnIndex} AND status = 'open' FOR UPDATE
    ON CONFLICT ("roleplayId") DO NOTHING`
}

const SUMMARY_COLUMNS = `r.id, r."personId", p.name AS "personName", r."scenarioId", r.mode::text AS mode, r."turnCount", r.overall, r.passed,
  r."forkedFromId", r."startedAt", r."endedAt",
  COALESCE(json_array_length(r.scorecard->'violations'), 0)::int AS "violationCount",
  (SELECT json_agg((t.score->>'total')::int ORDER BY t."turnIndex") FROM "Turn" t WHERE t."roleplayId" = r.id) AS "turnTotals"`

function toSummary(row: SummaryRow): TalkSummary {
  return { ...row, turnTotals: (row.turnTotals as (number | null)[] | null) ?? [] }
}

/** Talks in PostgreSQL or the embedded database. */
export function createRoleplayStore(prisma: PrismaClient): RoleplayStore {
  const listBy = async (condition: string, values: unknown[], limit: number) => {
    const rows = await prisma.$queryRawUnsafe<SummaryRow[]>(
      `SELECT ${SUMMARY_COLUMNS} FROM "Roleplay" r JOIN "Person" p ON p.id = r."personId"
       WHERE ${condition} ORDER BY r."startedAt" DESC LIMIT ${Math.trunc(limit)}`,
      ...values,
    )
    return rows.map(toSummary)
  }
  return {
    async create(roleplay, turns) {
      const { state, ledger, versions, scorecard, ...plain } = roleplay
      await prisma.$transaction(async (tx) => {
        await tx.roleplay.create({
          data: {
            ...plain,
            state: writeJson(state),
            ledger: writeJson(applyMarks(ledger, NO_MARKS)),
            versions: writeJson(versions),
            ...(scorecard && { scorecard: writeJson(scorecard) }),
          },
        })
        if (turns.length > 0) await tx.turn.createMany({ data: turns.map((turn) => toTurnRow(roleplay.id, turn)) })
      })
    },

    find: (id) => findTalk(prisma, id),

    findSoFar: (id) => findTalkSoFar(prisma, id),

    acceptTurn(roleplayId, turn) {
      return storedOrConflict(async () => {
        if ((await insertPendingTurn(prisma, roleplayId, turn)) !== 1) throw new Conflict()
      })
    },

    appendTurn(roleplayId, turn, change) {
      return storedOrConflict(async () => {
        if ((await insertTurn(prisma, roleplayId, turn, change)) !== 1) throw new Conflict()
      })
    },

    end(roleplayId, turnCount, change) {
      return storedOrConflict(async () => {
        const { count } = await prisma.roleplay.updateMany({
          where: { id: roleplayId, turnCount, status: 'open', pendingTurn: { is: null } },
          data: toChangeRow(change),
        })
        if (count !== 1) throw new Conflict()
      })
    },

    addHint(roleplayId, hint) {
      return storedOrConflict(() =>
        prisma.$transaction(async (tx) => {
          const { count } = await tx.roleplay.updateMany({
            where: { id: roleplayId, turnCount: hint.turnIndex, status: 'open' },
            data: { hintsUsed: { increment: 1 } },
          })
          if (count !== 1) throw new Conflict()
          await tx.hint.create({ data: { ...hint, roleplayId, text: writeJson(hint.text) } })
        }),
      )
    },

    listByPerson: (personId, limit) => listBy('r."personId" = $1', [personId], limit),

    listByScope: (scope: ResultScope, limit) =>
      scope.teamId === null
        ? listBy('p."organisationId" = $1', [scope.organisationId], limit)
        : listBy('p."organisationId" = $1 AND p."teamId" = $2', [scope.organisationId, scope.teamId], limit),
  }
}
