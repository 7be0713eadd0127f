import type { FullQuiz, OwnerId, QuizOrigin, QuizRecord, QuizStore } from '~/domain/quiz/quiz-ports'
import type { PrismaClient, Quiz } from '~/generated/prisma/client'
import { createAttemptStore } from './attempt-store'
import { addItemsIn, createItemStore, findPlacedItems, visibleTo } from './item-store'
import { readJson, writeJson } from './json-columns'

function toQuizRecord(row: Quiz): QuizRecord {
  const { id, organisationId, title, status, origin, timeLimitMinutes, passPercent, seed, createdAt, createdById } = row
  return {
    id,
    organisationId,
    title,
    status,
    origin: readJson<QuizOrigin>(origin),
    timeLimitMinutes,
    passPercent,
    seed,
    createdAt,
    createdById,
  }
}

type Placed = { itemId: string; version: number }
const toQuizItems = (items: readonly Placed[]) =>
  items.map(({ itemId, version }, position) => ({ position, itemId, version }))

async function findQuiz(prisma: PrismaClient, id: string, viewer: OwnerId): Promise<FullQuiz | null> {
  const row = await prisma.quiz.findFirst({
    where: { id, ...visibleTo(viewer) },
    include: { items: { orderBy: { position: 'asc' } } },
  })
  if (!row) return null
  const pinned = row.items.map(({ itemId, version }) => ({ itemId, version }))
  const items = row.status === 'draft' ? await findCurrent(prisma, pinned) : pinned
  return { ...toQuizRecord(row), items: await findPlacedItems(prisma, items) }
}

async function findCurrent(prisma: PrismaClient, items: readonly Placed[]): Promise<Placed[]> {
  const rows = await prisma.item.findMany({
    where: { id: { in: items.map((one) => one.itemId) } },
    select: { id: true, version: true },
  })
  const versions = new Map(rows.map((row) => [row.id, row.version]))
  return items.map((one) => ({ ...one, version: versions.get(one.itemId) ?? one.version }))
}

function createQuizzes(prisma: PrismaClient) {
  return {
    createQuiz({ origin, ...quiz }, items, newItems = []) {
      return prisma.$transaction(async (tx) => {
        // The same request sent twice: the second waits here for the first.
        const data = [{ ...quiz, origin: writeJson(origin) }]
        if ((await tx.quiz.createMany({ data, skipDuplicates: true })).count === 0) return 'known' as const
        await addItemsIn(tx, newItems)
        await tx.quizItem.createMany({ data: toQuizItems(items).map((one) => ({ quizId: quiz.id, ...one })) })
        return 'stored' as const
      })
    },
    findQuiz: (id, viewer) => findQuiz(prisma, id, viewer),
    async listQuizzes(viewer) {
      const rows = await prisma.quiz.findMany({
        where: visibleTo(viewer),
        include: { _count: { select: { items: true } } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      })
      return rows.map((row) => ({ ...toQuizRecord(row), itemCount: row._count.items }))
    },
    async updateQuiz(id, change) {
      await prisma.quiz.update({ where: { id }, data: change })
    },
    async setQuizItems(id, items) {
      await prisma.$transaction([
        prisma.quizItem.deleteMany({ where: { quizId: id } }),
        prisma.quizItem.createMany({ data: toQuizItems(items).map((one) => ({ quizId: id, ...one })) }),
      ])
    },
  } satisfies Partial<QuizStore>
}

/** Items, quizzes and attempts in PostgreSQL or the embedded database. */
export function createQuizStore(prisma: PrismaClient): QuizStore {
  return { ...createItemStore(prisma), ...createQuizzes(prisma), ...createAttemptStore(prisma) }
}
