import { createLaunchStore } from './adapters/database/launch-store'
import { migrate } from './adapters/database/migrate'
import { type Database, openDatabase } from './adapters/database/open-database'
import { openZip } from './adapters/documents/open-zip'
import { createItemExchange } from './adapters/exchange/create-item-exchange'
import { loadContent } from './adapters/files/load-content'
import { loadDemoTalks } from './adapters/files/load-demo-talks'
import { loadSessionSecret } from './adapters/files/session-secret'
import { createLog, type Log } from './adapters/log/create-log'
import { createMetrics } from './adapters/metrics/create-metrics'
import { scormPackageWriter } from './adapters/packages/create-package-writer'
import { systemSecrets } from './adapters/system/system-secrets'
import { createAccountServices } from './composition/create-account-services'
import { createDeps } from './composition/create-deps'
import { createPrints } from './composition/create-prints'
import { createTalkServices } from './composition/create-talk-services'
import type { Content } from './domain/content'
import type { DemoTalk } from './domain/roleplay/demo-talk-schema'
import type { Environment } from './env.server'
import { needsFirstAdmin } from './use-cases/add-person'
import { createCourseServices } from './use-cases/course/course-services'
import { createExchangeServices } from './use-cases/exchange/exchange-services'
import { createKnowledgeServices } from './use-cases/knowledge/knowledge-services'
import { seedMachine } from './use-cases/machine-access'
import { createModelServices } from './use-cases/models/model-services'
import { createQuizServices } from './use-cases/quiz/quiz-services'
import { createJudgeReviewServices } from './use-cases/review-judging'
import { seedDemo } from './use-cases/seed-demo'
import { seedDemoLearning } from './use-cases/seed-demo-learning'
import { seedDemoTalks } from './use-cases/seed-demo-talks'

const SETUP_CODE_LENGTH = 12

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
  const closing = new AbortController()
  let seeding: Promise<unknown> = Promise.resolve()
  return {
    environment,
    log,
    metrics,
    sessionSecret,
    ...createAccountServices(deps),
    ...createTalkServices(deps, metrics, knowledge.readTalkKnowledge),
    ...knowledge,
    models: createModelServices(deps),
    judgeReviews: createJudgeReviewServices(deps),
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
    /** What an earlier start left is played too. */
    seedDemoTalks(talks: readonly DemoTalk[]) {
      const added = seedDemoTalks({ ...deps, readTalkKnowledge: knowledge.readTalkKnowledge }, talks, closing.signal)
      seeding = added.catch(() => {})
      return added
    },
    /** Shown once in the log of the start; proves that whoever makes the first administrator runs the server. */
    setupCode,
    checkReadiness: () => checkReadiness(environment, database, knowledge),
    async close() {
      closing.abort()
      await seeding
      await prints.stopPrints()
      await knowledge.stopKnowledge()
      await deps.closeUsageBook()
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
      if (environment.isDemoWanted) await services.seedDemoTalks(await loadDemoTalks('.', content))
    })
    .catch((error: unknown) => log.error({ error }, 'knowledge base or demo data failed to start'))
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
