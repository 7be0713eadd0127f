import type { MissingCharacter, PrintFailure, PrintJobRecord, PrintKind, PrintStore } from '~/domain/print-ports'
import type { Prisma, PrismaClient } from '~/generated/prisma/client'
import { readJson, writeJson } from './json-columns'

/** Everything but the PDF itself, which only a download needs. */
const COLUMNS = {
  id: true,
  personId: true,
  organisationId: true,
  kind: true,
  subjectId: true,
  status: true,
  pagesDone: true,
  fileName: true,
  missing: true,
  reason: true,
  createdAt: true,
  finishedAt: true,
} satisfies Prisma.PrintJobSelect

type Row = Prisma.PrintJobGetPayload<{ select: typeof COLUMNS }>

function toRecord({ kind, missing, reason, ...row }: Row): PrintJobRecord {
  return {
    ...row,
    kind: kind as PrintKind,
    reason: reason as PrintFailure | null,
    missing: readJson<MissingCharacter[]>(missing),
  }
}

export function createPrintStore(prisma: PrismaClient): PrintStore {
  const changeOpen = async (where: Prisma.PrintJobWhereInput, data: Prisma.PrintJobUpdateManyMutationInput) => {
    const { count } = await prisma.printJob.updateMany({
      where: { ...where, status: { in: ['waiting', 'running'] } },
      data,
    })
    return count > 0
  }
  return {
    async createJob({ missing, ...job }, keep) {
      const { personId } = job
      const old = await prisma.printJob.findMany({
        where: { personId, status: { in: ['done', 'failed', 'cancelled'] } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: keep,
        select: { id: true },
      })
      await prisma.$transaction(async (tx) => {
        if (old.length > 0) await tx.printJob.deleteMany({ where: { id: { in: old.map((one) => one.id) } } })
        await tx.printJob.create({ data: { ...job, missing: writeJson(missing) } })
      })
    },
    async findJob(id, personId) {
      const row = await prisma.printJob.findFirst({ where: { id, personId }, select: COLUMNS })
      return row ? toRecord(row) : null
    },
    async listJobs(personId, limit) {
      const rows = await prisma.printJob.findMany({
        where: { personId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit,
        select: COLUMNS,
      })
      return rows.map(toRecord)
    },
    async readPrint(id, personId) {
      const row = await prisma.printJob.findFirst({
        where: { id, personId, status: 'done' },
        select: { fileName: true, content: true },
      })
      return row?.content ? { fileName: row.fileName, bytes: row.content } : null
    },
    noteProgress: (id, pagesDone) => changeOpen({ id }, { status: 'running', pagesDone }),
    finishJob: (id, { bytes, pageCount, missing }, finishedAt) =>
      changeOpen(
        { id },
        {
          status: 'done',
          content: new Uint8Array(bytes),
          pagesDone: pageCount,
          missing: writeJson(missing),
          finishedAt,
        },
      ),
    failJob: (id, reason, finishedAt) => changeOpen({ id }, { status: 'failed', reason, finishedAt }),
    cancelJob: (id, personId, finishedAt) => changeOpen({ id, personId }, { status: 'cancelled', finishedAt }),
  }
}
