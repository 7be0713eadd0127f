import { createAccountStore } from './adapters/database/account-store'
import { createKnowledgeStore } from './adapters/database/knowledge-store'
import { migrate } from './adapters/database/migrate'
import { type Database, openDatabase } from './adapters/database/open-database'
import { createPrismaClient } from './adapters/database/prisma-client'
import { createRoleplayStore } from './adapters/database/roleplay-store'
import { createSettingsStore } from './adapters/database/settings-store'
import { createDocumentReader } from './adapters/documents/create-document-reader'
import { createEmbeddedActor } from './adapters/embedded/embedded-actor'
import { createEmbeddedObserver } from './adapters/embedded/embedded-observer'
import { loadBuiltInDocuments } from './adapters/files/load-built-in-documents'
import { loadContent } from './adapters/files/load-content'
import { loadDocumentTexts } from './adapters/files/load-document-texts'
import { loadSearchVocabulary } from './adapters/files/load-search-vocabulary'
import { loadSessionSecret } from './adapters/files/session-secret'
import { createJobQueue } from './adapters/jobs/create-job-queue'
import { createCanary } from './adapters/language-model/create-canary'
import { createModelClient } from './adapters/language-model/create-model-client'
import { createModelActor } from './adapters/language-model/model-actor'
import { createModelObserver } from './adapters/language-model/model-observer'
import { DEFAULT_MODEL_SETTINGS } from './adapters/language-model/model-settings'
import type { ProtectOutgoing } from './adapters/language-model/protect-outgoing'
import { createLog, type Log } from './adapters/log/create-log'
import { renderMarkdown } from './adapters/markdown/render-markdown'
import { createMetrics, type Metrics } from './adapters/metrics/create-metrics'
import { argon2Passwords } from './adapters/passwords/argon2-passwords'
import { createRateLimit } from './adapters/rate-limit/create-rate-limit'
import { systemClock } from './adapters/system/system-clock'
import { systemIds } from './adapters/system/system-ids'
import { systemSecrets } from './adapters/system/system-secrets'
import type { Content } from './domain/content'
import type { Actor } from './domain/governance/authorise'
import { EMPTY_MASK_MEMORY } from './domain/governance/mask-personal-data/mask-memory'
import { maskPersonalData } from './domain/governance/mask-personal-data/mask-personal-data'
import { unmaskPersonalData } from './domain/governance/mask-personal-data/unmask-personal-data'
import type { Scenario } from './domain/persona/scenario-schema'
import type { EngineName, PersonRecord, SecondObserver, Actor as TalkActor } from './domain/ports'
import type { Environment } from './env.server'
import { addFirstAdmin, addPerson, type NewPerson, needsFirstAdmin } from './use-cases/add-person'
import { askHint } from './use-cases/ask-hint'
import { getBriefing, listProductsOf } from './use-cases/describe-scenario'
import { finishRoleplay } from './use-cases/finish-roleplay'
import { forkRoleplay } from './use-cases/fork-roleplay'
import { type JudgeTranscriptInput, judgeTranscript } from './use-cases/judge-transcript'
import { createKnowledgeServices } from './use-cases/knowledge/knowledge-services'
import { listOwnTalks, listResults } from './use-cases/list-results'
import { findPersonByToken, MACHINE_PERSON_ID, seedMachine } from './use-cases/machine-access'
import { readScorecard, readTalk } from './use-cases/read-talk'
import { seedDemo } from './use-cases/seed-demo'
import { listDemoSignIns, signIn, signInAsDemo } from './use-cases/sign-in'
import { startRoleplay } from './use-cases/start-roleplay'
import { suggestPractice } from './use-cases/suggest-practice'
import { type LiveTurn, type TurnInput, takeTurn } from './use-cases/take-turn'

const SIGN_IN_LIMIT = { name: 'sign-in', calls: 20, perSeconds: 300 }
const TURN_LIMIT = { name: 'turns', calls: 120, perSeconds: 60 }
/** The machine token drives load tests and batch evaluations. */
const MACHINE_TURN_LIMIT = { name: 'machine-turns', calls: 60_000, perSeconds: 60 }
const SETUP_CODE_LENGTH = 12

/** The embedded engine, and the one on a language model when a model is named. */
function createEngines(environment: Environment, content: Content, log: Log) {
  const embedded = createEmbeddedActor()
  const model = environment.languageModel
  if (!model)
    return {
      engines: ['embedded'] as readonly EngineName[],
      actors: { embedded } as Partial<Record<EngineName, TalkActor>>,
      secondObservers: {} as Partial<Record<EngineName, SecondObserver>>,
    }
  const client = createModelClient(
    { ...DEFAULT_MODEL_SETTINGS, baseUrl: model.baseUrl, apiKey: model.apiKey },
    { clock: systemClock, onCall: (call) => log.debug({ call }, 'model call') },
  )
  const onReplaced = (reason: string) => log.info({ reason }, 'the model was replaced by the own lines')
  return {
    engines: ['llm', 'embedded'] as readonly EngineName[],
    actors: {
      embedded,
      llm: createModelActor({ client, model: model.model, protect: maskOutgoing, canary: createCanary(), onReplaced }),
    } as Partial<Record<EngineName, TalkActor>>,
    secondObservers: {
      llm: createModelObserver({
        client,
        model: model.judgeModel,
        catalogue: content.catalogue,
        protect: maskOutgoing,
      }),
    } as Partial<Record<EngineName, SecondObserver>>,
  }
}

/** Personal data never leaves for a model: placeholders go out, and what comes back is put right. */
const maskOutgoing: ProtectOutgoing = (texts) => {
  let memory = EMPTY_MASK_MEMORY
  const masked = texts.map((text) => {
    const one = maskPersonalData(text, memory)
    memory = one.memory
    return one.masked
  })
  return { status: 'allowed', texts: masked, unmask: (text) => unmaskPersonalData(text, memory) }
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
    documentReader: createDocumentReader(),
    importJobs: createJobQueue(database.pool, (error) => log.warn({ error }, 'job queue')),
    loadBuiltIns: () => loadBuiltInDocuments('.'),
    loadVocabulary: () => loadSearchVocabulary('.'),
    observer: createEmbeddedObserver(content),
    ...createEngines(environment, content, log),
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

function createTalkServices(deps: Deps, metrics: Metrics) {
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
    judgeTranscript: (_actor: Actor, input: JudgeTranscriptInput) => judgeTranscript(deps, input),
    listOwnTalks: (actor: Actor) => listOwnTalks(deps, actor),
    async listPractice(actor: Actor) {
      const talks = await listOwnTalks(deps, actor)
      return { talks, suggestion: await suggestPractice(deps, talks) }
    },
    listResults: (actor: Actor) => listResults(deps, actor),
  }
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
  if (environment.isDemoWanted) await seedDemo(deps)
  await seedMachine(deps)
  const setupCode = (await needsFirstAdmin(deps)) ? systemSecrets.make().slice(0, SETUP_CODE_LENGTH) : null
  return {
    environment,
    log,
    metrics,
    sessionSecret,
    ...createAccountServices(deps),
    ...createTalkServices(deps, metrics),
    ...knowledge,
    /** Shown once in the log of the start; proves that whoever makes the first administrator runs the server. */
    setupCode,
    checkReadiness: () => checkReadiness(environment, database, knowledge),
    async close() {
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
  services.startKnowledge(database.kind === 'embedded').then(
    (state) => log.info(state, 'knowledge base ready'),
    (error: unknown) => log.error({ error }, 'knowledge base failed to start'),
  )
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
