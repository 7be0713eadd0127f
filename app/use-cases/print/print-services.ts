import type { PersonRecord } from '../../domain/ports'
import { type CertificateWish, issueCertificate, readCertificate, verifyCertificate } from './keep-certificates'
import type { PrintDeps } from './print-deps'
import { createPrintRunner } from './run-prints'

/** Everything the routes need of prints and certificates. */
export function createPrintServices(deps: PrintDeps) {
  return {
    ...createPrintRunner(deps),
    issueCertificate: (person: PersonRecord, wish: CertificateWish) => issueCertificate(deps, person, wish),
    readCertificate: (person: PersonRecord, code: string) => readCertificate(deps, person, code),
    listCertificates: (person: PersonRecord) => deps.certificates.listCertificates(person.personId),
    verifyCertificate: (text: string, address: string) => verifyCertificate(deps, text, address),
  }
}
