import {
  evaluationResultsSchema,
  type ModelEvaluation,
  type ModelRegisterStore,
  type RegisterEntry,
} from '~/domain/governance/model-register'
import type { Prisma, PrismaClient } from '~/generated/prisma/client'

const writeJson = (value: unknown) => value as Prisma.InputJsonValue

export function createModelRegisterStore(prisma: PrismaClient): ModelRegisterStore {
  return {
    async list(organisationId) {
      const rows = await prisma.modelRegisterEntry.findMany({
        where: { organisationId },
        orderBy: [{ purpose: 'asc' }, { model: 'asc' }],
      })
      return rows as RegisterEntry[]
    },

    async save({ id, ...entry }) {
      const { organisationId, purpose, model } = entry
      await prisma.modelRegisterEntry.upsert({
        where: { organisationId_purpose_model: { organisationId, purpose, model } },
        create: { id, ...entry },
        update: entry,
      })
    },

    async remove(organisationId, id) {
      await prisma.modelRegisterEntry.deleteMany({ where: { organisationId, id } })
    },

    async addEvaluation({ versions, results, ...plain }) {
      await prisma.modelEvaluation.create({
        data: { ...plain, versions: writeJson(versions), results: writeJson(results) },
      })
    },

    async listEvaluations(limit) {
      const rows = await prisma.modelEvaluation.findMany({ orderBy: { ranAt: 'desc' }, take: limit })
      return rows.flatMap((row): ModelEvaluation[] => {
        // Results of an older form are left out rather than misread.
        const results = evaluationResultsSchema.safeParse(row.results)
        if (!results.success) return []
        const versions = row.versions as Record<string, string>
        return [{ ...row, engine: row.engine as ModelEvaluation['engine'], versions, results: results.data }]
      })
    },
  }
}
