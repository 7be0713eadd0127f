import { randomBytes } from 'node:crypto'
import type { ItemContent, ItemOrigin, ItemStatus } from '~/domain/quiz/item'
import type { ItemEventRecord, ItemFilter, ItemRecord, OwnerId, PlacedItem, QuizStore } from '~/domain/quiz/quiz-ports'
import { Prisma, type PrismaClient } from '~/generated/prisma/client'
import { readJson, writeJson } from './json-columns'

const ACTIONS = {
  draft: 'restored',
  edited: 'edited',
  approved: 'approved',
  retired: 'retired',
} as const satisfies Record<ItemStatus, ItemEventRecord['action']>

const COUNTER_SIZE = 0x10000
let eventCount = 0

/** Sorts by the order in which events were made, also within one millisecond of a process. */
function nextEventId(): string {
  eventCount = (eventCount + 1) % COUNTER_SIZE
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time}${eventCount.toString(16).padStart(4, '0')}${randomBytes(8).toString('hex')}`
}

/** What somebody may see: their organisation's and everybody's. */
export const visibleTo = (viewer: OwnerId) =>
  viewer === null ? { organisationId: null } : { OR: [{ organisationId: null }, { organisationId: viewer }] }

const visibleInSql = (viewer: OwnerId) =>
  viewer === null
    ? Prisma.sql`i."organisationId" IS NULL`
    : Prisma.sql`(i."organisationId" IS NULL OR i."organisationId" = ${viewer})`

const CURRENT = Prisma.sql`"Item" i JOIN "ItemVersion" v ON v."itemId" = i.id AND v.version = i.version`

type ItemRow = Omit<ItemRecord, 'content' | 'origin'> & { origin: string; content: unknown }

function toItemRecord(row: ItemRow): ItemRecord {
  const { id, organisationId, status, origin, version, documentId, createdAt, createdById, content } = row
  return {
    id,
    organisationId,
    status,
    origin: origin as ItemOrigin,
    version,
    documentId,
    createdAt,
    createdById,
    content: readJson<ItemContent>(content),
  }
}

/** `保險法@2025-06-18#64` → 保險法, 64. A piece without a number (`p3`) has no article. */
export function readPassageId(passageId: string): { documentId: string; article: string | null } {
  const [, documentId, place] = /^(.+)@[^@#]+#(.+)$/u.exec(passageId) ?? []
  if (documentId === undefined || place === undefined) return { documentId: passageId, article: null }
  return { documentId, article: /^p\d+$/u.test(place) ? null : place.replace(/~\d+$/u, '') }
}

function toCitationRows(itemId: string, version: number, content: ItemContent) {
  const passageIds = [...new Set(content.citations.map((one) => one.passageId))]
  return passageIds.map((passageId) => ({ itemId, version, passageId, ...readPassageId(passageId) }))
}

const toSearchable = ({ type, ability, difficulty }: ItemContent) => ({ type, ability, difficulty })

type NewItem = ItemRecord & { personName: string }

async function addItems(prisma: PrismaClient, items: readonly NewItem[]): Promise<void> {
  await prisma.$transaction((tx) => addItemsIn(tx, items))
}

/** Stores new items inside a transaction. */
export async function addItemsIn(tx: Prisma.TransactionClient, items: readonly NewItem[]): Promise<void> {
  if (items.length === 0) return
  await tx.item.createMany({
    data: items.map(({ content, personName: _name, version: _version, ...item }) => ({
      ...item,
      version: 1,
      ...toSearchable(content),
    })),
  })
  await tx.itemVersion.createMany({
    data: items.map(({ id, content, createdAt, createdById }) => ({
      itemId: id,
      version: 1,
      content: writeJson(content),
      savedAt: createdAt,
      savedById: createdById,
    })),
  })
  await tx.itemCitation.createMany({ data: items.flatMap((one) => toCitationRows(one.id, 1, one.content)) })
  await tx.itemEvent.createMany({
    data: items.map(({ id, createdAt, createdById, personName }) => ({
      id: nextEventId(),
      itemId: id,
      version: 1,
      action: 'made',
      personId: createdById,
      personName,
      at: createdAt,
    })),
  })
}

async function findItem(prisma: PrismaClient, id: string, viewer: OwnerId) {
  const row = await prisma.item.findFirst({
    where: { id, ...visibleTo(viewer) },
    include: { events: { orderBy: [{ at: 'asc' }, { version: 'asc' }, { id: 'asc' }] } },
  })
  if (!row) return null
  const version = await prisma.itemVersion.findUniqueOrThrow({
    where: { itemId_version: { itemId: id, version: row.version } },
  })
  const events = row.events.map((one) => ({
    version: one.version,
    action: one.action as ItemEventRecord['action'],
    personName: one.personName,
    at: one.at,
  }))
  return { ...toItemRecord({ ...row, content: version.content }), events }
}

type PlacedRow = Omit<PlacedItem, 'content'> & { content: unknown; isCurrent: boolean; wasApproved: boolean }

/** Content and status of single versions; also used for the items of a quiz. */
export async function findPlacedItems(
  prisma: PrismaClient,
  items: readonly { itemId: string; version: number }[],
): Promise<PlacedItem[]> {
  if (items.length === 0) return []
  const wanted = JSON.stringify(items.map(({ itemId, version }, place) => ({ itemId, version, place })))
  const rows = await prisma.$queryRaw<PlacedRow[]>`
    SELECT v."itemId", v.version, i.status::text AS status, v.content, i.version = v.version AS "isCurrent",
      EXISTS (SELECT 1 FROM "ItemEvent" e
        WHERE e."itemId" = v."itemId" AND e.version = v.version AND e.action = 'approved') AS "wasApproved"
    FROM json_to_recordset(${wanted}::json) AS w ("itemId" text, version int, place int)
    JOIN "ItemVersion" v ON v."itemId" = w."itemId" AND v.version = w.version
    JOIN "Item" i ON i.id = v."itemId"
    ORDER BY w.place`
  return rows.map(({ isCurrent, wasApproved, status, content, ...row }) => ({
    ...row,
    status: isCurrent || status === 'retired' ? status : wasApproved ? 'approved' : 'draft',
    content: readJson<ItemContent>(content),
  }))
}

function toConditions(viewer: OwnerId, filter: ItemFilter) {
  const { status, origin, type, documentId, ability, words } = filter
  const conditions = [visibleInSql(viewer)]
  if (status) conditions.push(Prisma.sql`i.status = ${status}::"ItemStatus"`)
  if (origin) conditions.push(Prisma.sql`i.origin = ${origin}`)
  if (type) conditions.push(Prisma.sql`i.type = ${type}`)
  if (documentId) conditions.push(Prisma.sql`i."documentId" = ${documentId}`)
  if (ability) conditions.push(Prisma.sql`i.ability = ${ability}`)
  if (words) conditions.push(Prisma.sql`strpos(lower(v.content->>'stem'), lower(${words})) > 0`)
  return Prisma.join(conditions, ' AND ')
}

function createItemLists(prisma: PrismaClient) {
  return {
    async listItems(viewer, filter, { offset, limit }) {
      const where = toConditions(viewer, filter)
      const [rows, [counted]] = await Promise.all([
        prisma.$queryRaw<ItemRow[]>`
          SELECT i.id, i."organisationId", i.status::text AS status, i.origin, i.version, i."documentId", i."createdAt",
            i."createdById", v.content
          FROM ${CURRENT} WHERE ${where} ORDER BY i."createdAt" DESC, i.id OFFSET ${offset} LIMIT ${limit}`,
        prisma.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${CURRENT} WHERE ${where}`,
      ])
      return { items: rows.map(toItemRecord), total: counted?.total ?? 0 }
    },
    async countItems(viewer) {
      const rows = await prisma.item.groupBy({ by: ['status', 'origin'], where: visibleTo(viewer), _count: true })
      return rows.map(({ status, origin, _count }) => ({ status, origin: origin as ItemOrigin, count: _count }))
    },
    async listItemsOn(viewer, passageIds) {
      const rows = await prisma.$queryRaw<(Omit<PlacedItem, 'content'> & { content: unknown })[]>`
        SELECT i.id AS "itemId", i.version, i.status::text AS status, v.content FROM ${CURRENT}
        WHERE ${visibleInSql(viewer)} AND EXISTS (SELECT 1 FROM "ItemCitation" c
          WHERE c."itemId" = i.id AND c.version = i.version AND c."passageId" = ANY(${[...passageIds]}))
        ORDER BY i."createdAt", i.id`
      return rows.map((row) => ({ ...row, content: readJson<ItemContent>(row.content) }))
    },
    listItemsCiting: (documentId, viewer) => prisma.$queryRaw`
      SELECT i.id AS "itemId", v.content->>'stem' AS stem, i.status::text AS status, c."passageId", c.article
      FROM ${CURRENT} JOIN "ItemCitation" c ON c."itemId" = i.id AND c.version = i.version
      WHERE ${visibleInSql(viewer)} AND c."documentId" = ${documentId} ORDER BY i."createdAt", i.id, c."passageId"`,
    listCitedPassages: (viewer) => prisma.$queryRaw`
      SELECT i.id AS "itemId", c."passageId", v.content->>'stem' AS stem, i.status::text AS status
      FROM ${CURRENT} JOIN "ItemCitation" c ON c."itemId" = i.id AND c.version = i.version
      WHERE ${visibleInSql(viewer)} AND i.status <> 'retired' ORDER BY i."createdAt", i.id, c."passageId"`,
  } satisfies Partial<QuizStore>
}

function createItemChanges(prisma: PrismaClient) {
  return {
    saveItemVersion(id, expectedVersion, content, { personId, name, at }) {
      return prisma.$transaction(async (tx) => {
        const version = expectedVersion + 1
        const [cited] = content.citations
        const { count } = await tx.item.updateMany({
          where: { id, version: expectedVersion },
          data: {
            version,
            status: 'edited',
            ...toSearchable(content),
            ...(cited && { documentId: readPassageId(cited.passageId).documentId }),
          },
        })
        if (count === 0) return 'conflict' as const
        await tx.itemVersion.create({
          data: { itemId: id, version, content: writeJson(content), savedAt: at, savedById: personId },
        })
        await tx.itemCitation.createMany({ data: toCitationRows(id, version, content) })
        await tx.itemEvent.create({
          data: { id: nextEventId(), itemId: id, version, action: 'edited', personId, personName: name, at },
        })
        return 'stored' as const
      })
    },
    async setItemStatus(ids, status, { personId, name, at }) {
      const wanted = { id: { in: [...ids] }, status: { not: status } }
      await prisma.$transaction(async (tx) => {
        const changed = await tx.item.updateManyAndReturn({
          where: wanted,
          data: { status },
          select: { id: true, version: true },
        })
        await tx.itemEvent.createMany({
          data: changed.map((one) => ({
            id: nextEventId(),
            itemId: one.id,
            version: one.version,
            action: ACTIONS[status],
            personId,
            personName: name,
            at,
          })),
        })
      })
    },
  } satisfies Partial<QuizStore>
}

/** The item bank. */
export function createItemStore(prisma: PrismaClient) {
  return {
    addItems: (items) => addItems(prisma, items),
    findItem: (id, viewer) => findItem(prisma, id, viewer),
    findPlacedItems: (items) => findPlacedItems(prisma, items),
    ...createItemLists(prisma),
    ...createItemChanges(prisma),
  } satisfies Partial<QuizStore>
}
