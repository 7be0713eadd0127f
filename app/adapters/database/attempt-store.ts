import type { ItemResponse } from '~/domain/quiz/item'
import type {
  AnswerRecord,
  AttemptMode,
  AttemptRecord,
  QuizStore,
  ReviewRecord,
  ScoredAnswer,
  StoredAttempt,
} from '~/domain/quiz/quiz-ports'
import { type Attempt, Prisma, type PrismaClient } from '~/generated/prisma/client'
import { readJson, writeJson } from './json-columns'

/** Points are sums of fractions (1/3 of a cloze): equal within this. */
const SAME_POINTS = 1e-6

function toAttemptRecord(row: Attempt): AttemptRecord {
  const { id, quizId, personId, mode, seed, items, startedAt, deadline, finishedAt, points, maxPoints, passed } = row
  return {
    id,
    quizId,
    personId,
    mode: mode as AttemptMode,
    seed,
    items: readJson<AttemptRecord['items']>(items),
    startedAt,
    deadline,
    finishedAt,
    points,
    maxPoints,
    passed,
  }
}

type Scope = { organisationId: string; teamId: string | null }
const inScope = ({ organisationId, teamId }: Scope) =>
  teamId === null
    ? Prisma.sql`p."organisationId" = ${organisationId}`
    : Prisma.sql`p."organisationId" = ${organisationId} AND p."teamId" = ${teamId}`

async function findAttempt(prisma: PrismaClient, id: string): Promise<StoredAttempt | null> {
  const row = await prisma.attempt.findUnique({
    where: { id },
    include: { answers: { orderBy: { position: 'asc' } } },
  })
  const person =
    row &&
    (await prisma.person.findUnique({
      where: { id: row.personId },
      select: { organisationId: true, teamId: true, name: true },
    }))
  if (!person) return null
  return {
    ...toAttemptRecord(row),
    answers: row.answers.map(({ position, itemId, itemVersion, response, points, answeredAt }) => ({
      position,
      itemId,
      itemVersion,
      response: readJson<ItemResponse>(response),
      points,
      answeredAt,
    })),
    owner: { personId: row.personId, ...person },
  }
}

async function openAttempt(prisma: PrismaClient, attempt: AttemptRecord): Promise<string> {
  const { id, personId, quizId, mode, startedAt } = attempt
  const place = JSON.stringify(['attempt', personId, quizId, mode])
  return prisma.$transaction(async (tx) => {
    // There is no row yet that two calls could wait on.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${place}, 0))`
    const hasTime = { OR: [{ deadline: null }, { deadline: { gte: startedAt } }] }
    const open = await tx.attempt.findFirst({
      where: { personId, quizId, mode, finishedAt: null, ...hasTime },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      select: { id: true },
    })
    if (open) return open.id
    await tx.attempt.create({ data: { ...attempt, items: writeJson(attempt.items) } })
    return id
  })
}

/** One statement: an answer is stored only while the attempt is open, and waits for whoever is just finishing it. */
async function putAnswer(
  prisma: PrismaClient,
  attemptId: string,
  answer: AnswerRecord,
  onTaken: Prisma.Sql,
): Promise<'stored' | 'kept' | 'ended'> {
  const { position, itemId, itemVersion, response, points, answeredAt } = answer
  const [row] = await prisma.$queryRaw<{ open: number; put: number }[]>`
    WITH open AS (SELECT id FROM "Attempt" WHERE id = ${attemptId} AND "finishedAt" IS NULL FOR SHARE),
    put AS (
      INSERT INTO "AttemptAnswer" ("attemptId", position, "itemId", "itemVersion", response, points, "answeredAt")
      SELECT id, ${position}, ${itemId}, ${itemVersion}, ${JSON.stringify(response)}::json, ${points}, ${answeredAt} FROM open
      ON CONFLICT ("attemptId", position) ${onTaken} RETURNING 1)
    SELECT (SELECT count(*) FROM open)::int AS open, (SELECT count(*) FROM put)::int AS put`
  if (!row || row.open === 0) return 'ended'
  return row.put === 1 ? 'stored' : 'kept'
}

const KEEP = Prisma.sql`DO NOTHING`
const REPLACE = Prisma.sql`DO UPDATE SET response = EXCLUDED.response, points = EXCLUDED.points, "answeredAt" = EXCLUDED."answeredAt"`

async function putReview(
  prisma: Prisma.TransactionClient,
  personId: string,
  { itemId, dueAt, card }: ReviewRecord,
  now: Date,
): Promise<void> {
  const data = { dueAt, card: writeJson(card), updatedAt: now }
  await prisma.reviewCard.upsert({
    where: { personId_itemId: { personId, itemId } },
    create: { personId, itemId, ...data },
    update: data,
  })
}

function createAnswers(prisma: PrismaClient) {
  return {
    saveAnswer: (attemptId, answer) => putAnswer(prisma, attemptId, answer, KEEP),
    async replaceAnswer(attemptId, answer) {
      return (await putAnswer(prisma, attemptId, answer, REPLACE)) === 'ended' ? 'ended' : 'stored'
    },
    finishAttempt(id, { points, passed, finishedAt, reviews }) {
      return prisma.$transaction(async (tx) => {
        // Waits for answers that are being stored, and keeps later ones out until the end.
        const [open] = await tx.$queryRaw<{ id: string }[]>`
          SELECT id FROM "Attempt" WHERE id = ${id} AND "finishedAt" IS NULL FOR UPDATE`
        if (!open) return 'ended' as const
        const { _sum } = await tx.attemptAnswer.aggregate({ where: { attemptId: id }, _sum: { points: true } })
        if (Math.abs((_sum.points ?? 0) - points) > SAME_POINTS) return 'changed' as const
        const { personId } = await tx.attempt.update({ where: { id }, data: { points, passed, finishedAt } })
        for (const review of reviews) await putReview(tx, personId, review, finishedAt)
        return 'stored' as const
      })
    },
  } satisfies Partial<QuizStore>
}

type ScoredRow = Omit<ScoredAnswer, 'response'> & { response: unknown }

function createAttemptLists(prisma: PrismaClient) {
  return {
    async listAttempts(personId, limit) {
      const rows = await prisma.$queryRaw<(Attempt & { title: string | null; answered: number })[]>`
        SELECT a.*, q.title,
          (SELECT count(*) FROM "AttemptAnswer" w WHERE w."attemptId" = a.id)::int AS answered
        FROM "Attempt" a LEFT JOIN "Quiz" q ON q.id = a."quizId" WHERE a."personId" = ${personId}
        ORDER BY a."finishedAt" IS NULL DESC, a."startedAt" DESC, a.id DESC LIMIT ${limit}`
      return rows.map((row) => ({ ...toAttemptRecord(row), title: row.title, answered: row.answered }))
    },
    async listScoredAnswers(quizId, scope) {
      const rows = await prisma.$queryRaw<ScoredRow[]>`
        WITH first AS (
          SELECT DISTINCT ON (a."personId") a.id FROM "Attempt" a JOIN "Person" p ON p.id = a."personId"
          WHERE a."quizId" = ${quizId} AND a."finishedAt" IS NOT NULL AND ${inScope(scope)}
          ORDER BY a."personId", a."startedAt", a.id)
        SELECT w."attemptId", w."itemId", w."itemVersion", w.points, w.response
        FROM "AttemptAnswer" w JOIN first f ON f.id = w."attemptId" ORDER BY w."attemptId", w.position`
      return rows.map((row) => ({ ...row, response: readJson<ItemResponse>(row.response) }))
    },
    listFirstPasses(quizIds, scope) {
      return prisma.$queryRaw<{ quizId: string; personId: string; passedAt: Date }[]>`
        SELECT a."quizId", a."personId", min(a."finishedAt") AS "passedAt"
        FROM "Attempt" a JOIN "Person" p ON p.id = a."personId"
        WHERE a."quizId" = ANY(${[...quizIds]}::text[]) AND a."finishedAt" IS NOT NULL AND a.passed AND ${inScope(scope)}
        GROUP BY a."quizId", a."personId" ORDER BY a."quizId", a."personId"`
    },
    async listAttemptResults(scope, limit) {
      const rows = await prisma.$queryRaw<(Attempt & { title: string | null; personName: string })[]>`
        SELECT a.*, q.title, p.name AS "personName"
        FROM "Attempt" a JOIN "Person" p ON p.id = a."personId" JOIN "Quiz" q ON q.id = a."quizId"
        WHERE a."finishedAt" IS NOT NULL AND ${inScope(scope)}
        ORDER BY a."finishedAt" DESC, a.id DESC LIMIT ${limit}`
      return rows.map((row) => ({ ...toAttemptRecord(row), title: row.title, personName: row.personName }))
    },
  } satisfies Partial<QuizStore>
}

function createReviews(prisma: PrismaClient) {
  const toReview = (row: { itemId: string; dueAt: Date; card: unknown }) => ({
    itemId: row.itemId,
    dueAt: row.dueAt,
    card: readJson<unknown>(row.card),
  })
  /** What was retired is not asked again. */
  const due = (personId: string, now: Date) => Prisma.sql`
    FROM "ReviewCard" r JOIN "Item" i ON i.id = r."itemId"
    WHERE r."personId" = ${personId} AND r."dueAt" <= ${now} AND i.status <> 'retired'`
  return {
    async listDueReviews(personId, now, limit) {
      const rows = await prisma.$queryRaw<{ itemId: string; dueAt: Date; card: unknown }[]>`
        SELECT r."itemId", r."dueAt", r.card ${due(personId, now)} ORDER BY r."dueAt", r."itemId" LIMIT ${limit}`
      return rows.map(toReview)
    },
    async countDueReviews(personId, now) {
      const [row] = await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${due(personId, now)}`
      return row?.count ?? 0
    },
    async findReview(personId, itemId) {
      const row = await prisma.reviewCard.findUnique({ where: { personId_itemId: { personId, itemId } } })
      return row && toReview(row)
    },
    saveReview: (personId, review, now) => putReview(prisma, personId, review, now),
  } satisfies Partial<QuizStore>
}

/** Attempts with their answers, and what is to be seen again. */
export function createAttemptStore(prisma: PrismaClient) {
  return {
    async createAttempt(attempt) {
      await prisma.attempt.create({ data: { ...attempt, items: writeJson(attempt.items) } })
    },
    openAttempt: (attempt) => openAttempt(prisma, attempt),
    findAttempt: (id) => findAttempt(prisma, id),
    ...createAnswers(prisma),
    ...createAttemptLists(prisma),
    ...createReviews(prisma),
  } satisfies Partial<QuizStore>
}
