import { createCertificateStore } from '../adapters/database/certificate-store'
import type { Database } from '../adapters/database/open-database'
import { createPrintStore } from '../adapters/database/print-store'
import type { Log } from '../adapters/log/create-log'
import { createPdfPrinter } from '../adapters/pdf/create-pdf-printer'
import type { DocumentWords } from '../adapters/pdf/documents/document-words'
import { createRateLimit } from '../adapters/rate-limit/create-rate-limit'
import type { Content } from '../domain/content'
import scorecardWords from '../locales/zh-Hant/scorecard.json'
import { createPrintServices } from '../use-cases/print/print-services'
import type { Deps } from './create-deps'

const VERIFY_LIMIT = { name: 'verify', calls: 30, perSeconds: 300 }
const PRINT_LIMIT = { name: 'prints', calls: 40, perSeconds: 300 }

/** Documents are printed in Chinese, in the words of the pages. */
function buildDocumentWords(content: Content): DocumentWords {
  const { dimension, level, notApplicable, notScored, how, arithmetic } = scorecardWords
  const nameOfSum = (code: string) =>
    code.split('.').reduce<unknown>((tree, key) => (tree as Record<string, unknown> | undefined)?.[key], arithmetic)
  return {
    dimension,
    level,
    notApplicable,
    notScored,
    how,
    nameOf: (code) => content.catalogue.entries.get(code)?.zh ?? String(nameOfSum(code) ?? code),
  }
}

/** Everything the routes need of printed documents and certificates. */
export async function createPrints(deps: Deps, database: Database, log: Log) {
  const shared = database.kind === 'postgresql' ? database.pool : null
  const [verifyLimit, printLimit] = await Promise.all([
    createRateLimit(VERIFY_LIMIT, shared),
    createRateLimit(PRINT_LIMIT, shared),
  ])
  return createPrintServices({
    ...deps,
    prints: createPrintStore(deps.prisma),
    certificates: createCertificateStore(deps.prisma),
    printer: createPdfPrinter(buildDocumentWords(deps.content)),
    verifyLimit,
    printLimit,
    isAlone: database.kind === 'embedded',
    onBroken: (error, jobId) => log.error({ error, jobId }, 'a print failed'),
  })
}
