import type {
  KnowledgeStore,
  NewVersion,
  OrganisationId,
  StoredPassage,
  StoredVersion,
  VersionOrigin,
} from '~/domain/knowledge/knowledge-ports'
import type { EffectiveBasis, Passage } from '~/domain/knowledge/passage'
import type { KnowledgePassage, Prisma, PrismaClient } from '~/generated/prisma/client'
import { createImportStore, finishFileIn } from './import-store'
import { readJson, writeJson } from './json-columns'

const FOR_ALL = '*'
const REVISION_ROW = 1
/** Two who store the same label at once: the slower one takes the next. */
const MAX_TRIES = 5

const visibleTo = (viewer: OrganisationId): Prisma.KnowledgeVersionWhereInput =>
  viewer === null ? { organisationId: null } : { OR: [{ organisationId: null }, { organisationId: viewer }] }

type VersionRow = Prisma.KnowledgeVersionGetPayload<{ include: { document: true } }>

function toStoredVersion({ document, ...row }: VersionRow): StoredVersion {
  return {
    ...row,
    kind: document.kind,
    title: document.title,
    effectiveBasis: row.effectiveBasis as EffectiveBasis,
    origin: row.origin as VersionOrigin,
    flags: readJson<StoredVersion['flags']>(row.flags),
  }
}

function toStoredPassage(row: KnowledgePassage): StoredPassage {
  const { id, documentId, versionId, ordinal, article, text } = row
  return {
    id,
    documentId,
    versionId,
    ordinal,
    article,
    headings: readJson<string[]>(row.headings),
    text,
    ...(row.page !== null && { page: row.page }),
    ...(row.hasOwnDate && { effectiveFrom: row.effectiveFrom }),
  }
}

async function countUp(tx: Prisma.TransactionClient): Promise<void> {
  await tx.knowledgeRevision.upsert({
    where: { id: REVISION_ROW },
    create: { id: REVISION_ROW, revision: 1 },
    update: { revision: { increment: 1 } },
  })
}

async function chooseVersionId(tx: Prisma.TransactionClient, documentId: string, label: string): Promise<string> {
  const taken = await tx.knowledgeVersion.findMany({
    where: { documentId, OR: [{ id: label }, { id: { startsWith: `${label}~` } }] },
    select: { id: true },
  })
  const ids = new Set(taken.map((one) => one.id))
  if (!ids.has(label)) return label
  for (let n = 2; ; n++) if (!ids.has(`${label}~${n}`)) return `${label}~${n}`
}

/** One statement for all passages of a text: a law of 1,400 articles takes as long as one of ten. */
async function insertPassages(tx: Prisma.TransactionClient, passages: readonly Passage[]): Promise<void> {
  const rows = passages.map((one) => ({
    ...one,
    page: one.page ?? null,
    hasOwnDate: one.effectiveFrom !== undefined,
    effectiveFrom: one.effectiveFrom ?? null,
    paragraphs: undefined,
    path: undefined,
  }))
  await tx.$executeRaw`
    INSERT INTO "KnowledgePassage"
      (id, "documentId", "versionId", ordinal, article, headings, text, page, "hasOwnDate", "effectiveFrom")
    SELECT id, "documentId", "versionId", ordinal, article, headings, text, page, "hasOwnDate", "effectiveFrom"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row
      (id text, "documentId" text, "versionId" text, ordinal int, article text, headings json, text text, page int,
       "hasOwnDate" boolean, "effectiveFrom" text)`
}

async function insertVersion(tx: Prisma.TransactionClient, id: string, version: NewVersion, passageCount: number) {
  const { document, flags, ...rest } = version
  await tx.knowledgeDocument.upsert({
    where: { id: document.id },
    create: { ...document, createdAt: version.importedAt },
    update: {},
  })
  await tx.knowledgeVersion.create({
    data: { ...rest, id, documentId: document.id, passageCount, flags: writeJson(flags) },
  })
}

function createTexts(prisma: PrismaClient) {
  return {
    async readRevision() {
      const row = await prisma.knowledgeRevision.findUnique({ where: { id: REVISION_ROW } })
      return row?.revision ?? 0
    },
    async listVersions(viewer) {
      const rows = await prisma.knowledgeVersion.findMany({
        where: visibleTo(viewer),
        include: { document: true },
        orderBy: [{ documentId: 'asc' }, { importedAt: 'asc' }, { id: 'asc' }],
      })
      return rows.map(toStoredVersion)
    },
    async listPassages(documentId, versionId) {
      const rows = await prisma.knowledgePassage.findMany({
        where: { documentId, versionId },
        orderBy: { ordinal: 'asc' },
      })
      return rows.map(toStoredPassage)
    },
    async listPassagesOf(versions) {
      // As JSON in one column: a third of the time that row by row takes.
      const wanted = JSON.stringify(versions.map(({ documentId, id }) => ({ documentId, id })))
      const rows = await prisma.$queryRaw<{ passages: KnowledgePassage[] }[]>`
        SELECT json_agg(p ORDER BY p.ordinal) AS passages
        FROM json_to_recordset(${wanted}::json) AS v ("documentId" text, id text)
        JOIN "KnowledgePassage" p ON p."documentId" = v."documentId" AND p."versionId" = v.id
        GROUP BY v."documentId", v.id`
      return rows.flatMap((row) => row.passages.map(toStoredPassage))
    },
    async findPassage(id, viewer) {
      const row = await prisma.knowledgePassage.findFirst({ where: { id, version: visibleTo(viewer) } })
      return row && toStoredPassage(row)
    },
    async storeText(version, place, file) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await prisma.$transaction(async (tx) => {
            const known = await tx.knowledgeVersion.findFirst({
              where: { checksum: version.checksum, ...visibleTo(version.organisationId) },
              select: { documentId: true, id: true },
            })
            if (known) {
              if (file)
                await finishFileIn(
                  tx,
                  file,
                  {
                    status: 'duplicate',
                    reason: null,
                    flags: version.flags,
                    documentId: known.documentId,
                    versionId: known.id,
                    passageCount: null,
                  },
                  version.importedAt,
                )
              return { status: 'duplicate' as const, documentId: known.documentId, versionId: known.id }
            }
            const documentId = version.document.id
            const versionId = await chooseVersionId(tx, documentId, version.label)
            const passages = place(versionId)
            await insertVersion(tx, versionId, version, passages.length)
            await insertPassages(tx, passages)
            await countUp(tx)
            if (file)
              await finishFileIn(
                tx,
                file,
                {
                  status: 'imported',
                  reason: null,
                  flags: version.flags,
                  documentId,
                  versionId,
                  passageCount: passages.length,
                },
                version.importedAt,
              )
            return { status: 'stored' as const, documentId, versionId }
          })
        } catch (error) {
          const isRace = ['P2002', 'P2034'].includes((error as { code?: string }).code ?? '')
          if (!isRace || attempt === MAX_TRIES) throw error
        }
      }
    },
  } satisfies Partial<KnowledgeStore>
}

function createRetirements(prisma: PrismaClient) {
  return {
    async listRetired(viewer) {
      const rows = await prisma.knowledgeRetirement.findMany({
        where: { organisationId: { in: viewer === null ? [FOR_ALL] : [FOR_ALL, viewer] } },
      })
      return rows.map(({ documentId, retiredAt, organisationId }) => ({
        documentId,
        retiredAt,
        isForAll: organisationId === FOR_ALL,
      }))
    },
    async retire(documentId, organisation, retiredAt, retiredById) {
      const organisationId = organisation ?? FOR_ALL
      await prisma.$transaction(async (tx) => {
        await tx.knowledgeRetirement.upsert({
          where: { documentId_organisationId: { documentId, organisationId } },
          create: { documentId, organisationId, retiredAt, retiredById },
          update: {},
        })
        await countUp(tx)
      })
    },
    async restore(documentId, organisation) {
      await prisma.$transaction(async (tx) => {
        await tx.knowledgeRetirement.deleteMany({ where: { documentId, organisationId: organisation ?? FOR_ALL } })
        await countUp(tx)
      })
    },
  } satisfies Partial<KnowledgeStore>
}

const MAX_CITES_PER_CARD = 200

type CitedParts = { violations?: Cited[]; ledger?: Cited[]; items?: Cited[] }
type Cited = { cite?: string[]; passageId?: string }

function createCitations(prisma: PrismaClient) {
  return {
    async listScorecardCitations({ organisationId, teamId }, limit) {
      const rows = await prisma.roleplay.findMany({
        where: { status: 'ended', person: { organisationId, ...(teamId !== null && { teamId }) } },
        select: { id: true, scenarioId: true, startedAt: true, scorecard: true, person: { select: { name: true } } },
        orderBy: { startedAt: 'desc' },
        take: limit,
      })
      return rows.map(({ id, scenarioId, startedAt, scorecard, person }) => {
        const card = readJson<CitedParts | null>(scorecard) ?? {}
        const parts = [...(card.violations ?? []), ...(card.ledger ?? []), ...(card.items ?? [])]
        const cites = new Set(parts.flatMap((one) => [...(one.cite ?? []), ...(one.passageId ? [one.passageId] : [])]))
        return {
          roleplayId: id,
          personName: person.name,
          scenarioId,
          startedAt,
          cites: [...cites].slice(0, MAX_CITES_PER_CARD),
        }
      })
    },
  } satisfies Partial<KnowledgeStore>
}

/** The knowledge base in PostgreSQL or the embedded database. */
export function createKnowledgeStore(prisma: PrismaClient): KnowledgeStore {
  return {
    ...createTexts(prisma),
    ...createRetirements(prisma),
    ...createImportStore(prisma),
    ...createCitations(prisma),
  }
}
