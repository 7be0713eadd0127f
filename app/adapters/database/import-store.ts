import type {
  FileOutcome,
  ImportFile,
  ImportPlace,
  ImportRecord,
  KnowledgeStore,
  VersionOrigin,
} from '~/domain/knowledge/knowledge-ports'
import { Prisma, type PrismaClient } from '~/generated/prisma/client'
import { readJson, writeJson } from './json-columns'

/** Everything of a file but its content, which may be 20 MB. */
const FILE_FIELDS = {
  position: true,
  name: true,
  sizeBytes: true,
  kind: true,
  status: true,
  reason: true,
  flags: true,
  documentId: true,
  versionId: true,
  passageCount: true,
} as const
const WITH_FILES = { files: { select: FILE_FIELDS, orderBy: { position: 'asc' } } } as const

type ImportRow = Prisma.KnowledgeImportGetPayload<{ include: typeof WITH_FILES }>

function toImportRecord(row: ImportRow): ImportRecord {
  return {
    ...row,
    origin: row.origin as VersionOrigin,
    files: row.files.map((file) => ({
      ...file,
      reason: readJson<ImportFile['reason']>(file.reason),
      flags: readJson<ImportFile['flags']>(file.flags),
    })),
  }
}

/** Marks a file as dealt with inside a transaction, and ends the import with its last file. */
export async function finishFileIn(
  tx: Prisma.TransactionClient,
  { importId, position }: ImportPlace,
  outcome: FileOutcome,
  now: Date,
): Promise<void> {
  const { reason, flags, ...plain } = outcome
  // The import's row first, as a lock: of two last files one sees the other.
  await tx.$queryRaw`SELECT id FROM "KnowledgeImport" WHERE id = ${importId} FOR UPDATE`
  await tx.knowledgeImportFile.updateMany({
    where: { importId, position, status: { in: ['waiting', 'running'] } },
    data: { ...plain, content: null, flags: writeJson(flags), reason: reason ? writeJson(reason) : Prisma.JsonNull },
  })
  await endWhenDone(tx, importId, now)
}

async function endWhenDone(tx: Prisma.TransactionClient, importId: string, now: Date): Promise<void> {
  const open = await tx.knowledgeImportFile.count({ where: { importId, status: { in: ['waiting', 'running'] } } })
  if (open > 0) return
  const good = await tx.knowledgeImportFile.count({ where: { importId, status: { in: ['imported', 'duplicate'] } } })
  // Failed when nothing at all could be taken in; else each file tells for itself.
  await tx.knowledgeImport.updateMany({
    where: { id: importId, status: 'running' },
    data: { status: good > 0 ? 'done' : 'failed', finishedAt: now },
  })
}

/** Imports and their files; a part of the knowledge store. */
export function createImportStore(prisma: PrismaClient) {
  return {
    async createImport({ origin, ...record }, files) {
      await prisma.$transaction(async (tx) => {
        await tx.knowledgeImport.create({ data: { ...record, origin } })
        for (const [position, { reason, content, ...file }] of files.entries())
          await tx.knowledgeImportFile.create({
            data: {
              ...file,
              importId: record.id,
              position,
              flags: [],
              content: content && new Uint8Array(content),
              ...(reason && { status: 'refused', reason: writeJson(reason) }),
            },
          })
        await endWhenDone(tx, record.id, record.createdAt)
      })
    },
    async findImport(id, owner) {
      const row = await prisma.knowledgeImport.findFirst({ where: { id, organisationId: owner }, include: WITH_FILES })
      return row && toImportRecord(row)
    },
    async listImports(owner, limit) {
      const rows = await prisma.knowledgeImport.findMany({
        where: { organisationId: owner, origin: { not: 'built-in' } },
        include: WITH_FILES,
        orderBy: { createdAt: 'desc' },
        take: limit,
      })
      return rows.map(toImportRecord)
    },
    async claimFile({ importId, position }, now, staleBefore) {
      const { count } = await prisma.knowledgeImportFile.updateMany({
        where: {
          importId,
          position,
          OR: [{ status: 'waiting' }, { status: 'running', claimedAt: { lt: staleBefore } }],
        },
        data: { status: 'running', claimedAt: now },
      })
      if (count === 0) return null
      const row = await prisma.knowledgeImportFile.findUniqueOrThrow({
        where: { importId_position: { importId, position } },
        include: { import: true },
      })
      const { organisationId, personId, origin } = row.import
      const bytes = row.content ?? new Uint8Array()
      return { name: row.name, kind: row.kind, bytes, organisationId, personId, origin: origin as VersionOrigin }
    },
    async finishFile(place, outcome, now) {
      await prisma.$transaction((tx) => finishFileIn(tx, place, outcome, now))
    },
    async hasUnfinished() {
      return (await prisma.knowledgeImport.findFirst({ where: { status: 'running' }, select: { id: true } })) !== null
    },
    async releaseFiles(staleBefore) {
      await prisma.knowledgeImportFile.updateMany({
        where: { status: 'running', claimedAt: { lt: staleBefore } },
        data: { status: 'waiting', claimedAt: null },
      })
      return prisma.knowledgeImportFile.findMany({
        where: { status: 'waiting' },
        select: { importId: true, position: true },
        orderBy: [{ importId: 'asc' }, { position: 'asc' }],
      })
    },
  } satisfies Partial<KnowledgeStore>
}
