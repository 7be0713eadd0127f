import path from 'node:path'
import { createAccountStore } from './adapters/database/account-store'
import { createApprovalStore } from './adapters/database/approval-store'
import { createCertificateStore } from './adapters/database/certificate-store'
import { createCourseStore } from './adapters/database/course-store'
import { createDataLogStore } from './adapters/database/data-log-store'
import { createKnowledgeStore } from './adapters/database/knowledge-store'
import { createLaunchStore } from './adapters/database/launch-store'
import { migrate } from './adapters/database/migrate'
import { createModelRegisterStore } from './adapters/database/model-register-store'
import { type Database, openDatabase } from './adapters/database/open-database'
import { createPrintStore } from './adapters/database/print-store'
import { createPrismaClient } from './adapters/database/prisma-client'
import { createQuizStore } from './adapters/database/quiz-store'
import { createRoleplayStore } from './adapters/database/roleplay-store'
import { createSettingsStore } from './adapters/database/settings-store'
import { createDocumentReader } from './adapters/documents/create-document-reader'
import { openZip } from './adapters/documents/open-zip'
import { createEmbeddedActor } from './adapters/embedded/embedded-actor'
import { createEmbeddedObserver } from './adapters/embedded/embedded-observer'
import { createItemExchange } from './adapters/exchange/create-item-exchange'
import { loadBuiltInDocuments } from './adapters/files/load-built-in-documents'
import { loadContent } from './adapters/files/load-content'
import { loadDocumentTexts } from './adapters/files/load-document-texts'
import { loadExemplars } from './adapters/files/load-exemplars'
import { loadSearchVocabulary } from './adapters/files/load-search-vocabulary'
import { loadSessionSecret } from './adapters/files/session-secret'
import { createJobQueue } from './adapters/jobs/create-job-queue'
import { createCanary } from './adapters/language-model/create-canary'
import { createEmbedder } from './adapters/language-model/create-embedder'
import { createEmbeddingsClient, DEFAULT_EMBEDDINGS_SETTINGS } from './adapters/language-model/create-embeddings-client'
import { createModelClient } from './adapters/language-model/create-model-client'
import { createMaskOutgoing } from './adapters/language-model/mask-outgoing'
import { createModelActor } from './adapters/language-model/model-actor'
import { createModelAnswerWriter } from './adapters/language-model/model-answer-writer'
import { createModelItemWriter } from './adapters/language-model/model-item-writer'
import { createModelObserver } from './adapters/language-model/model-observer'
import { DEFAULT_MODEL_SETTINGS } from './adapters/language-model/model-settings'
import { openVectorCache } from './adapters/language-model/vector-cache'
import { createLog, type Log } from './adapters/log/create-log'
import { renderMarkdown } from './adapters/markdown/render-markdown'
import { createMetrics, type Metrics } from './adapters/metrics/create-metrics'
import { scormPackageWriter } from './adapters/packages/create-package-writer'
import { argon2Passwords } from './adapters/passwords/argon2-passwords'
import { createPdfPrinter } from './adapters/pdf/create-pdf-printer'
import type { DocumentWords } from './adapters/pdf/documents/document-words'
import { createRateLimit } from './adapters/rate-limit/create-rate-limit'
import { fsrsScheduler } from './adapters/spaced-repetition/fsrs-scheduler'
import { systemClock } from './adapters/system/system-clock'
import { systemIds } from './adapters/system/system-ids'
import { systemSecrets } from './adapters/system/system-secrets'
import type { Content } from './domain/content'
import type { Actor } from './domain/governance/authorise'
import type { ModelUses } from './domain/governance/model-purposes'
import type { ModelServerState } from './domain/governance/model-server-state'
import type { Scenario } from './domain/persona/scenario-schema'
import type { EngineName, PersonRecord, SecondObserver, Actor as TalkActor } from './domain/ports'
import { createEmbeddedWriter } from './domain/quiz/create-embedded-writer'
import type { Environment } from './env.server'
import scorecardWords from './locales/zh-Hant/scorecard.json'
import { addFirstAdmin, addPerson, type NewPerson, needsFirstAdmin } from './use-cases/add-person'
import { askHint } from './use-cases/ask-hint'
import { createCourseServices } from './use-cases/course/course-services'
import { getBriefing, listProductsOf } from './use-cases/describe-scenario'
import { createExchangeServices } from './use-cases/exchange/exchange-services'
import { finishRoleplay } from './use-cases/finish-roleplay'
import { forkRoleplay } from './use-cases/fork-roleplay'
import { type JudgeTranscriptInput, judgeTranscriptFor } from './use-cases/judge-transcript'
import type { AnswerWriter } from './use-cases/knowledge/knowledge-deps'
import { createKnowledgeServices } from './use-cases/knowledge/knowledge-services'
import type { ReadTalkKnowledge } from './use-cases/knowledge/read-talk-knowledge'
import { listOwnTalks, listResults } from './use-cases/list-results'
import { findPersonByToken, MACHINE_PERSON_ID, seedMachine } from './use-cases/machine-access'
import { createModelServices } from './use-cases/models/model-services'
import { createPrintServices } from './use-cases/print/print-services'
import { createQuizServices } from './use-cases/quiz/quiz-services'
import { readScorecard, readTalk } from './use-cases/read-talk'
import { seedDemo } from './use-cases/seed-demo'
import { seedDemoLearning } from './use-cases/seed-demo-learning'
import { listDemoSignIns, signIn, signInAsDemo } from './use-cases/sign-in'
import { startRoleplay } from './use-cases/start-roleplay'
import { suggestPractice } from './use-cases/suggest-practice'
import { type LiveTurn, type TurnInput, takeTurn } from './use-cases/take-turn'

const SIGN_IN_LIMIT = { name: 'sign-in', calls: 20, perSeconds: 300 }
const TURN_LIMIT = { name: 'turns', calls: 120, perSeconds: 60 }
/** The machine token drives load tests and batch evaluations. */
const MACHINE_TURN_LIMIT = { name: 'machine-turns', calls: 60_000, perSeconds: 60 }
const VERIFY_LIMIT = { name: 'verify', calls: 30, perSeconds: 300 }
const PRINT_LIMIT = { name: 'prints', calls: 40, perSeconds: 300 }
const SETUP_CODE_LENGTH = 12

/** The embedded engine, and the one on a language model when a model is named. */
function createEngines(environment: Environment, content: Content, log: Log) {
  const embedded = createEmbeddedActor()
  const writesEmbedded = { engine: 'embedded' as const, writer: createEmbeddedWriter() }
  const publicContacts = [content.insurer.hotline, content.insurer.complaint]
  const model = environment.languageModel
  if (!model)
    return {
      engines: ['embedded'] as readonly EngineName[],
      actors: { embedded } as Partial<Record<EngineName, TalkActor>>,
      secondObservers: {} as Partial<Record<EngineName, SecondObserver>>,
      itemWriters: [writesEmbedded],
      answerWriter: null as AnswerWriter | null,
      modelUses: NO_MODEL_USES,
      publicContacts,
      describeModelServer: (): ModelServerState | null => null,
    }
  const client = createModelClient(
    { ...DEFAULT_MODEL_SETTINGS, baseUrl: model.baseUrl, apiKey: model.apiKey },
    { clock: systemClock, budgets: model.budgets, onCall: (call) => log.debug({ call }, 'model call') },
  )
  const protect = createMaskOutgoing(publicContacts)
  const onReplaced = (reason: string) => log.info({ reason }, 'the model was replaced by the own lines')
  return {
    engines: ['llm', 'embedded'] as readonly EngineName[],
    actors: {
      embedded,
      llm: createModelActor({ client, model: model.model, protect, canary: createCanary(), onReplaced }),
    } as Partial<Record<EngineName, TalkActor>>,
    secondObservers: {
      llm: createModelObserver({ client, model: model.judgeModel, catalogue: content.catalogue, protect }),
    } as Partial<Record<EngineName, SecondObserver>>,
    answerWriter: createModelAnswerWriter({ client, model: model.model, protect }) as AnswerWriter | null,
    itemWriters: [
      { engine: 'llm' as const, writer: createModelItemWriter({ client, model: model.model, protect }) },
      writesEmbedded,
    ],
    modelUses: {
      ...NO_MODEL_USES,
      items: model.model,
      speech: model.model,
      judging: model.judgeModel,
      answers: model.model,
    } as ModelUses,
    publicContacts,
    describeModelServer: (): ModelServerState | null => ({ host: new URL(model.baseUrl).host, ...client.describe() }),
  }
}

function withEmbeddings<T extends { modelUses: ModelUses }>(engines: T, embeddings: string | null): T {
  return { ...engines, modelUses: { ...engines.modelUses, embeddings } }
}

const NO_MODEL_USES: ModelUses = {
  speech: null,
  judging: null,
  answers: null,
  items: null,
  courses: null,
  embeddings: null,
}

/** null where no embedding is set. Vectors are kept in the data folder. */
function createVectors({ embeddings, dataDir }: Environment, content: Content) {
  if (!embeddings) return null
  const client = createEmbeddingsClient({ ...DEFAULT_EMBEDDINGS_SETTINGS, ...embeddings })
  const folder = path.join(dataDir, 'embeddings')
  return createEmbedder({
    client,
    openCache: () => openVectorCache(folder, `${embeddings.baseUrl} ${embeddings.model}`),
    protect: createMaskOutgoing([content.insurer.hotline, content.insurer.complaint]),
    clock: systemClock,
  })
}

/** What the adapters give; tests put their own database and limits here. */
async function createDeps(environment: Environment, database: Database, content: Content, log: Log) {
  const prisma = createPrismaClient(database.pool)
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
    approvals: createApprovalStore(prisma),
    quizzes: createQuizStore(prisma),
    courses: createCourseStore(prisma),
    scheduler: fsrsScheduler,
    documentReader: createDocumentReader(),
    importJobs: createJobQueue(database.pool, (error) => log.warn({ error }, 'job queue')),
    loadBuiltIns: () => loadBuiltInDocuments('.'),
    loadVocabulary: () => loadSearchVocabulary('.'),
    loadExemplars: () => loadExemplars('.'),
    observer: createEmbeddedObserver(content),
    ...withEmbeddings(createEngines(environment, content, log), environment.embeddings?.model ?? null),
    embedder: createVectors(environment, content),
    passwords: argon2Passwords,
    secrets: systemSecrets,
    clock: systemClock,
    ids: systemIds,
    signInLimit,
    turnLimit: { take: (key: string) => (key === MACHINE_PERSON_ID ? machines : people).take(key) },
    isDemoWanted: environment.isDemoWanted,
    apiToken: environment.apiToken,
  }
}

type Deps = Awaited<ReturnType<typeof createDeps>>

function createAccountServices(deps: Deps) {
  return {
    findPersonBySession: (secret: string) => deps.accounts.findBySession(deps.secrets.hash(secret), deps.clock.now()),
    findPersonByToken: (token: string) => findPersonByToken(deps, token),
    endSessionOf: (person: PersonRecord, secret: string) =>
      deps.accounts.endSession(person.personId, deps.secrets.hash(secret)),
    endSession: (person: PersonRecord, sessionId: string) => deps.accounts.endSession(person.personId, sessionId),
    endAllSessions: (person: PersonRecord) => deps.accounts.endAllSessions(person.personId),
    listSessions: (person: PersonRecord) => deps.accounts.listSessions(person.personId, deps.clock.now()),
    hashSecret: (secret: string) => deps.secrets.hash(secret),
    signIn: (input: Parameters<typeof signIn>[1]) => signIn(deps, input),
    signInAsDemo: (input: Parameters<typeof signInAsDemo>[1]) => signInAsDemo(deps, input),
    listDemoSignIns: () => listDemoSignIns(deps),
    takeSignInTry: (address: string) => deps.signInLimit.take(`address:${address}`),
    needsFirstAdmin: () => needsFirstAdmin(deps),
    addFirstAdmin: (input: Parameters<typeof addFirstAdmin>[1]) => addFirstAdmin(deps, input),
    addPerson: (actor: PersonRecord, input: NewPerson) => addPerson(deps, actor, input),
    listApiTokens: (person: PersonRecord) => deps.accounts.listApiTokens(person.personId),
    async createApiToken(person: PersonRecord, name: string) {
      const secret = deps.secrets.make()
      const token = { tokenHash: deps.secrets.hash(secret), name, createdAt: deps.clock.now() }
      await deps.accounts.createApiToken(person.personId, token)
      return secret
    },
    deleteApiToken: (person: PersonRecord, id: string) => deps.accounts.deleteApiToken(person.personId, id),
  }
}

function createTalkServices(base: Deps, metrics: Metrics, readTalkKnowledge: ReadTalkKnowledge) {
  const deps = { ...base, readTalkKnowledge }
  return {
    content: deps.content,
    /** HTML of a product sheet or guide; null when there is none. */
    renderDocument(kind: string, documentId: string) {
      const text = deps.texts.get(`${kind}/${documentId}`)
      return text === undefined ? null : renderMarkdown(text)
    },
    listProductsOf: (scenario: Pick<Scenario, 'products'>) => listProductsOf(deps.content, scenario),
    getBriefing: (scenarioId: string) => getBriefing(deps.content, scenarioId),
    startRoleplay: (actor: Actor, input: Parameters<typeof startRoleplay>[2]) => startRoleplay(deps, actor, input),
    async takeTurn(actor: Actor, input: TurnInput, live: LiveTurn | null = null) {
      const begin = performance.now()
      const outcome = await takeTurn(deps, actor, input, live)
      metrics.observeTurn(outcome.roleplay.engine, outcome.turn.score.status, performance.now() - begin)
      return outcome
    },
    finishRoleplay: (actor: Actor, roleplayId: string) => finishRoleplay(deps, actor, roleplayId),
    forkRoleplay: (actor: Actor, roleplayId: string, fromTurn: number) =>
      forkRoleplay(deps, actor, roleplayId, fromTurn),
    askHint: (actor: Actor, roleplayId: string) => askHint(deps, actor, roleplayId),
    readTalk: (actor: Actor, roleplayId: string) => readTalk(deps, actor, roleplayId),
    readScorecard: (actor: Actor, roleplayId: string) => readScorecard(deps, actor, roleplayId),
    judgeTranscript: (actor: Actor, input: JudgeTranscriptInput) => judgeTranscriptFor(deps, actor, input),
    listOwnTalks: (actor: Actor) => listOwnTalks(deps, actor),
    async listPractice(actor: Actor) {
      const talks = await listOwnTalks(deps, actor)
      return { talks, suggestion: await suggestPractice(deps, talks) }
    },
    listResults: (actor: Actor) => listResults(deps, actor),
  }
}

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

async function createPrints(deps: Deps, database: Database, log: Log) {
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

async function checkReadiness(
  environment: Environment,
  database: Database,
  knowledge: ReturnType<typeof createKnowledgeServices>,
) {
  const status = await database.pool.query('SELECT 1').then(
    () => 'ok' as const,
    () => 'failed' as const,
  )
  return {
    status: status === 'ok' ? ('ready' as const) : ('not-ready' as const),
    database: { kind: database.kind, status },
    knowledge: knowledge.readKnowledgeState(),
    engines: {
      embedded: 'ok' as const,
      llm: environment.languageModel ? ('ok' as const) : ('not-configured' as const),
    },
  }
}

/** Builds the services on an open, migrated database. */
export async function createServices(input: {
  environment: Environment
  database: Database
  content: Content
  log: Log
  sessionSecret: string
}) {
  const { environment, database, content, log, sessionSecret } = input
  const metrics = createMetrics()
  const deps = await createDeps(environment, database, content, log)
  const knowledge = createKnowledgeServices(deps)
  const isNewDemo = environment.isDemoWanted && (await seedDemo(deps))
  await seedMachine(deps)
  const prints = await createPrints(deps, database, log)
  const quiz = createQuizServices({ ...deps, ...knowledge })
  const setupCode = (await needsFirstAdmin(deps)) ? systemSecrets.make().slice(0, SETUP_CODE_LENGTH) : null
  return {
    environment,
    log,
    metrics,
    sessionSecret,
    ...createAccountServices(deps),
    ...createTalkServices(deps, metrics, knowledge.readTalkKnowledge),
    ...knowledge,
    models: createModelServices(deps),
    prints,
    quiz,
    courses: createCourseServices({ ...deps, ...knowledge, quiz }),
    exchange: createExchangeServices(
      {
        ...deps,
        exchange: createItemExchange((bytes) => void openZip(bytes, () => true)),
        packages: scormPackageWriter,
        launches: createLaunchStore(deps.prisma),
      },
      quiz,
    ),
    isNewDemo,
    /** Shown once in the log of the start; proves that whoever makes the first administrator runs the server. */
    setupCode,
    checkReadiness: () => checkReadiness(environment, database, knowledge),
    async close() {
      await prints.stopPrints()
      await knowledge.stopKnowledge()
      await deps.prisma.$disconnect()
      await database.close()
    },
  }
}

export type Services = Awaited<ReturnType<typeof createServices>>

/**
 * The composition root: reads the content, opens and migrates the database, puts demo data into an empty one.
 *
 * @throws ContentFault with every fault of every data file, DataDirInUse, or what the database says.
 */
export async function startServices(environment: Environment) {
  const log = createLog(environment.logLevel)
  const content = await loadContent('.')
  const database = await openDatabase({ url: environment.databaseUrl, dataDir: environment.dataDir })
  const applied = await migrate(database.pool)
  if (applied.length > 0) log.info({ migrations: applied }, 'database migrated')
  const sessionSecret = loadSessionSecret(environment.dataDir, environment.sessionSecret)
  const services = await createServices({ environment, database, content, log, sessionSecret })
  // In the background: whoever searches before it is done waits for the index.
  services
    .startKnowledge(database.kind === 'embedded')
    .then(async (state) => {
      log.info(state, 'knowledge base ready')
      if (services.isNewDemo) await seedDemoLearning(services.quiz, services.courses)
    })
    .catch((error: unknown) => log.error({ error }, 'knowledge base failed to start'))
  const demoSignIns = await services.listDemoSignIns()
  const { setupCode } = services
  const describeStart = () =>
    [
      ...describeContent(environment, database, content, demoSignIns.length),
      ...(setupCode ? [`Nobody can sign in yet. Open /setup and enter this code: ${setupCode}`] : []),
    ].join('\n')
  return { ...services, describeStart }
}

function describeContent(
  environment: Environment,
  database: Database,
  content: Content,
  demoSignIns: number,
): string[] {
  const place = database.kind === 'embedded' ? `embedded database in ${environment.dataDir}` : 'PostgreSQL'
  const demo =
    demoSignIns > 0
      ? `DEMO DATA: anybody who reaches this address can sign in as one of ${demoSignIns} demo people. Set DEMO=0 for real use.`
      : 'No demo sign-in.'
  return [
    `Duilian 對練: ${content.personas.size} clients, ${content.scenarios.size} scenarios, ${content.products.size} products; ${place}.`,
    demo,
    environment.apiToken ? 'API_TOKEN is set: it has the rights of an administrator.' : 'No API_TOKEN is set.',
  ]
}
