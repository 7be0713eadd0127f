import { DATA_POLICIES } from '~/domain/governance/mask-personal-data/apply-policy'
import { DEFAULT_SETTINGS, type SettingsStore } from '~/domain/governance/organisation-settings'
import type { PrismaClient } from '~/generated/prisma/client'

export function createSettingsStore(prisma: PrismaClient): SettingsStore {
  return {
    async read(organisationId) {
      const row = await prisma.organisationSettings.findUnique({ where: { organisationId } })
      if (!row) return DEFAULT_SETTINGS
      return {
        // What is not known is treated as the careful choice.
        dataPolicy: DATA_POLICIES.find((one) => one === row.dataPolicy) ?? DEFAULT_SETTINGS.dataPolicy,
        allowsUnreviewedItems: row.allowsUnreviewedItems,
      }
    },
    async save(organisationId, settings, { personId, at }) {
      const data = { ...settings, updatedAt: at, updatedById: personId }
      await prisma.organisationSettings.upsert({
        where: { organisationId },
        create: { organisationId, ...data },
        update: data,
      })
    },
  }
}
