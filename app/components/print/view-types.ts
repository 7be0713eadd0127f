import type { CertificateRecord, PrintJobRecord } from '~/domain/print-ports'

/** Dates as they come to the page: ISO 8601. */
export type PrintView = Omit<PrintJobRecord, 'personId' | 'organisationId' | 'createdAt' | 'finishedAt'> & {
  createdAt: string
  finishedAt: string | null
}
export type CertificateView = Pick<CertificateRecord, 'code' | 'personName' | 'kind' | 'title' | 'points'> & {
  issuedAt: string
}

export function viewPrint({ personId, organisationId, ...job }: PrintJobRecord): PrintView {
  return {
    ...job,
    createdAt: job.createdAt.toISOString(),
    finishedAt: job.finishedAt?.toISOString() ?? null,
  }
}

export function viewCertificate({
  code,
  personName,
  kind,
  title,
  points,
  issuedAt,
}: Omit<CertificateRecord, 'personId' | 'organisationId' | 'subjectId'>): CertificateView {
  return { code, personName, kind, title, points, issuedAt: issuedAt.toISOString() }
}
