import { createAccountStore } from '../adapters/database/account-store'
import { createApprovalStore } from '../adapters/database/approval-store'
import { createCourseStore } from '../adapters/database/course-store'
import { createDataLogStore } from '../adapters/database/data-log-store'
import { createJudgeReviewStore } from '../adapters/database/judge-review-store'
import { createKnowledgeStore } from '../adapters/database/knowledge-store'
import { createModelRegisterStore } from '../adapters/database/model-register-store'
import { createModelUsageStore } from '../adapters/database/model-usage-store'
import type { Database } from '../adapters/database/open-database'
import { createPrismaClient } from '../adapters/database/prisma-client'
import { createQuizStore } from '../adapters/database/quiz-store'
import { createRoleplayStore } from '../adapters/database/roleplay-store'
import { createSettingsStore } from '../adapters/database/settings-store'
import { createDocumentReader } from '../adapters/documents/create-document-reader'
import { createEmbeddedObserver } from '../adapters/embedded/embedded-observer'
import { loadBuiltInDocuments } from '../adapters/files/load-built-in-documents'
import { loadDocumentTexts } from '../adapters/files/load-document-texts'
import { loadExemplars } from '../adapters/files/load-exemplars'
import { loadSearchVocabulary } from '../adapters/files/load-search-vocabulary'
import { createJobQueue } from '../adapters/jobs/create-job-queue'
import type { Log } from '../adapters/log/create-log'
import { argon2Passwords } from '../adapters/passwords/argon2-passwords'
import { createRateLimit } from '../adapters/rate-limit/create-rate-limit'
import { fsrsScheduler } from '../adapters/spaced-repetition/fsrs-scheduler'
import { createTurnOrder } from '../adapters/system/create-turn-order'
import { systemClock } from '../adapters/system/system-clock'
import { systemIds } from '../adapters/system/system-ids'
import { systemSecrets } from '../adapters/system/system-secrets'
import type { Content } from '../domain/content'
import { MACHINE_PERSON_ID } from '../domain/governance/machine-person-id'
import type { Environment } from '../env.server'

import { createEngines, createVectors, withEmbeddings } from './create-engines'

const SIGN_IN_LIMIT = { name: 'sign-in', calls: 20, perSeconds: 300 }
const TURN_LIMIT = { name: 'turns', calls: 120, perSeconds: 60 }
/** The machine token drives load tests and batch evaluations. */
const MACHINE_TURN_LIMIT = { name: 'machine-turns', calls: 60_000, perSeconds: 60 }

/** What the adapters give; tests put their own database and limits here. */
export async function createDeps(environment: Environment, database: Database, content: Content, log: Log) {
  const prisma = createPrismaClient(database.pool)
  const modelUsage = createModelUsageStore(prisma)
  const shared = database.kind === 'postgresql' ? database.pool : null
  const [people, machines, signInLimit] = await Promise.all([
    createRateLimit(TURN_LIMIT, shared),
    createRateLimit(MACHINE_TURN_LIMIT, shared),
    createRateLimit(SIGN_IN_LIMIT, shared),
  ])
  return {
    prisma,
    content,
    texts: await loadDocumentTexts('.'),
    accounts: createAccountStore(prisma),
    roleplays: createRoleplayStore(prisma),
    knowledge: createKnowledgeStore(prisma),
    settings: createSettingsStore(prisma),
    dataLog: createDataLogStore(prisma),
    modelRegister: createModelRegisterStore(prisma),
    modelUsage,
    approvals: createApprovalStore(prisma),
    judgeReviews: createJudgeReviewStore(prisma),
    quizzes: createQuizStore(prisma),
    courses: createCourseStore(prisma),
    scheduler: fsrsScheduler,
    documentReader: createDocumentReader(),
    importJobs: createJobQueue(database.pool, (error) => log.warn({ error }, 'job queue')),
    loadBuiltIns: () => loadBuiltInDocuments('.'),
    loadVocabulary: () => loadSearchVocabulary('.'),
    loadExemplars: () => loadExemplars('.'),
    observer: createEmbeddedObserver(content),
    ...withEmbeddings(createEngines(environment, content, log, modelUsage), environment.embeddings?.model ?? null),
    embedder: createVectors(environment, content),
    passwords: argon2Passwords,
    secrets: systemSecrets,
    clock: systemClock,
    ids: systemIds,
    signInLimit,
    turnOrder: createTurnOrder(),
    turnLimit: { take: (key: string) => (key === MACHINE_PERSON_ID ? machines : people).take(key) },
    isDemoWanted: environment.isDemoWanted,
    apiToken: environment.apiToken,
  }
}

export type Deps = Awaited<ReturnType<typeof createDeps>>
