import type { DataLogEntry, DataLogFilter, DataLogStore } from '~/domain/governance/data-log'
import type { FoundCount } from '~/domain/governance/mask-personal-data/mask-personal-data'
import type { ModelPurpose } from '~/domain/governance/model-purposes'
import type { Prisma, PrismaClient, DataLogEntry as Row } from '~/generated/prisma/client'

function toEntry(row: Row): DataLogEntry {
  return {
    ...row,
    purpose: row.purpose as ModelPurpose,
    action: row.action as DataLogEntry['action'],
    found: row.found as unknown as FoundCount[],
  }
}

function toCondition(organisationId: string, { purpose, action }: DataLogFilter): Prisma.DataLogEntryWhereInput {
  return { organisationId, ...(purpose && { purpose }), ...(action && { action }) }
}

/** Kinds stand in a JSON column: looked for among the newest so many. */
const MOST_SEARCHED = 5_000

export function createDataLogStore(prisma: PrismaClient): DataLogStore {
  return {
    async add(entries) {
      if (entries.length === 0) return
      await prisma.dataLogEntry.createMany({
        data: entries.map((entry) => ({ ...entry, found: entry.found as unknown as Prisma.InputJsonValue })),
      })
    },
    async list(organisationId, filter, limit) {
      const where = toCondition(organisationId, filter)
      const rows = await prisma.dataLogEntry.findMany({
        where,
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: filter.kind === null ? limit : MOST_SEARCHED,
      })
      const entries = rows.map(toEntry)
      if (filter.kind === null) return { entries, total: await prisma.dataLogEntry.count({ where }) }
      const withKind = entries.filter((entry) => entry.found.some((one) => one.kind === filter.kind))
      return { entries: withKind.slice(0, limit), total: withKind.length }
    },
  }
}
