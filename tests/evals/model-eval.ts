/**
 * Measures the configured model and the embedded engine, keeps the results, and writes a report.
 *
 *   npm run eval:model [-- --attacks 20 --talks 4 --runs 3 --report data/model-report.json --fake "name of a fake server"]
 *
 * Needs the built app (`npm run build`), whose parts it measures. The talks are held on a database of their own that is thrown away. The results go into the database of DATA_DIR or DATABASE_URL, where
 * the page /models/report shows them; with the embedded database the app must not run meanwhile.
 */
import fs from 'node:fs'
import { writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { migrate } from '../../app/adapters/database/migrate'
import { createModelRegisterStore } from '../../app/adapters/database/model-register-store'
import { openDatabase } from '../../app/adapters/database/open-database'
import { createPrismaClient } from '../../app/adapters/database/prisma-client'
import { systemIds } from '../../app/adapters/system/system-ids'
import type { ModelEvaluation } from '../../app/domain/governance/model-register'
import { readEnvironment } from '../../app/env.server'
import type { startServices as StartServices } from '../../app/services.server'
import { measureEngine, type Sizes } from './measure-engine'
import { readVersions } from './read-versions'

const TOKEN = 'token-of-the-evaluation-000000000'

const { values } = parseArgs({
  options: {
    personas: { type: 'string', default: '6' },
    repeats: { type: 'string', default: '3' },
    talks: { type: 'string' },
    runs: { type: 'string', default: '2' },
    attacks: { type: 'string' },
    rated: { type: 'string', default: '../shared/data/rated' },
    report: { type: 'string' },
    /** Marks the figures as those of a fake server. */
    fake: { type: 'string' },
  },
})
const sizes: Sizes = {
  personas: Number(values.personas),
  repeats: Number(values.repeats),
  talks: values.talks ? Number(values.talks) : null,
  judgeRuns: Number(values.runs),
  attacks: values.attacks ? Number(values.attacks) : null,
  questions: null,
}
const ratedDir = fs.existsSync(values.rated) ? values.rated : 'tests/fixtures/rated-own'

/** The app as it is built: its packages for learning systems are bundled by Vite and cannot be read otherwise. */
async function loadStart(): Promise<typeof StartServices> {
  const build = path.resolve('build/server/index.js')
  if (!fs.existsSync(build)) throw new Error('There is no build: run `npm run build` first.')
  const { entry } = (await import(pathToFileURL(build).href)) as {
    entry: { module: { startServices: typeof StartServices } }
  }
  return entry.module.startServices
}

async function evaluate(): Promise<ModelEvaluation[]> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'duilian-eval-'))
  const environment = readEnvironment()
  const startServices = await loadStart()
  const services = await startServices({
    ...environment,
    databaseUrl: undefined,
    dataDir,
    apiToken: TOKEN,
    logLevel: 'warn',
  })
  try {
    const actor = (await services.findPersonByToken(TOKEN))!
    const evaluations: ModelEvaluation[] = []
    const model = environment.languageModel
    if (!model) console.log('No OPENAI_MODEL is set: only the embedded engine is measured.')
    for (const engine of model ? (['embedded', 'llm'] as const) : (['embedded'] as const)) {
      const fakeServer = engine === 'llm' ? (values.fake ?? null) : null
      const results = await measureEngine({ services, actor, engine }, sizes, { ratedDir, fakeServer })
      // Answers are written by whatever is set up: where a model is, they are not the embedded engine's.
      if (engine === 'embedded' && model) results.grounding = null
      evaluations.push({
        id: systemIds.next(),
        engine,
        model: engine === 'llm' ? model!.model : 'embedded',
        ranAt: new Date(),
        versions: readVersions(services.content, engine === 'llm' ? { judge: model!.judgeModel } : {}),
        results,
      })
    }
    return evaluations
  } finally {
    await services.close()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

async function keep(evaluations: readonly ModelEvaluation[]): Promise<void> {
  const { databaseUrl, dataDir } = readEnvironment()
  const database = await openDatabase({ url: databaseUrl, dataDir })
  await migrate(database.pool)
  const prisma = createPrismaClient(database.pool)
  const register = createModelRegisterStore(prisma)
  for (const evaluation of evaluations) await register.addEvaluation(evaluation)
  await prisma.$disconnect()
  await database.close()
}

const evaluations = await evaluate()
if (values.report) await writeFile(values.report, `${JSON.stringify(evaluations, null, 2)}\n`)
for (const { engine, model, versions, results } of evaluations)
  console.log(`${engine} ${model} ${JSON.stringify(versions)}\n${JSON.stringify(results, null, 2)}`)
await keep(evaluations).then(
  () => console.log('Kept; see /models/report.'),
  (error: unknown) => {
    console.error(`Not kept: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  },
)
