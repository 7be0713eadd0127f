import type { CertificateKind, CertificateRecord, CertificateStore } from '~/domain/print-ports'
import type { Certificate, PrismaClient } from '~/generated/prisma/client'

const toRecord = (row: Certificate): CertificateRecord => ({ ...row, kind: row.kind as CertificateKind })

export function createCertificateStore(prisma: PrismaClient): CertificateStore {
  return {
    async addCertificate(certificate) {
      const { personId, kind, subjectId } = certificate
      // Two presses of the button at once: the row that comes first is the certificate.
      await prisma.certificate.createMany({ data: [certificate], skipDuplicates: true })
      const row = await prisma.certificate.findUniqueOrThrow({
        where: { personId_kind_subjectId: { personId, kind, subjectId } },
      })
      return toRecord(row)
    },
    async findCertificate(code) {
      const row = await prisma.certificate.findUnique({ where: { code } })
      return row ? toRecord(row) : null
    },
    async findCertificateFor(personId, kind, subjectId) {
      const row = await prisma.certificate.findUnique({
        where: { personId_kind_subjectId: { personId, kind, subjectId } },
      })
      return row ? toRecord(row) : null
    },
    async listCertificates(personId) {
      const rows = await prisma.certificate.findMany({
        where: { personId },
        orderBy: [{ issuedAt: 'desc' }, { code: 'asc' }],
      })
      return rows.map(toRecord)
    },
  }
}
