import type { LaunchStore } from '~/domain/course/package-ports'
import type { PrismaClient } from '~/generated/prisma/client'

export function createLaunchStore(prisma: PrismaClient): LaunchStore {
  return {
    async bind(id, roleplayId, boundAt) {
      await prisma.launch.createMany({ data: [{ id, roleplayId, boundAt }], skipDuplicates: true })
    },
    async findResult(id) {
      const row = await prisma.launch.findUnique({
        where: { id },
        select: { roleplay: { select: { startedAt: true, endedAt: true, overall: true, passed: true } } },
      })
      return row?.roleplay ?? null
    },
  }
}
