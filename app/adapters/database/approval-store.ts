import type { ApprovalStore } from '~/domain/governance/talk-approval'
import type { PrismaClient } from '~/generated/prisma/client'

export function createApprovalStore(prisma: PrismaClient): ApprovalStore {
  return {
    find: (roleplayId) => prisma.talkApproval.findUnique({ where: { roleplayId } }),

    async add(approval) {
      await prisma.talkApproval.createMany({ data: [approval], skipDuplicates: true })
    },

    async remove(roleplayId) {
      await prisma.talkApproval.deleteMany({ where: { roleplayId } })
    },

    async list({ organisationId, teamId }, limit) {
      const approvals = await prisma.talkApproval.findMany({
        where: { roleplay: { person: { organisationId, ...(teamId !== null && { teamId }) } } },
        orderBy: { approvedAt: 'desc' },
        take: limit,
      })
      const people = await prisma.person.findMany({
        where: { id: { in: approvals.map((one) => one.approvedById) } },
        select: { id: true, name: true },
      })
      const names = new Map(people.map((one) => [one.id, one.name]))
      return approvals.map((one) => ({ ...one, approvedByName: names.get(one.approvedById) ?? '' }))
    },
  }
}
