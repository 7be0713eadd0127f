import { readFileSync } from 'node:fs'
import { migrate } from '../app/adapters/database/migrate'
import { openDatabase } from '../app/adapters/database/open-database'
import { createPrismaClient } from '../app/adapters/database/prisma-client'
import { createQuizStore } from '../app/adapters/database/quiz-store'
import { systemClock } from '../app/adapters/system/system-clock'
import { parseExamBank } from '../app/domain/quiz/parse-exam-bank'
import { readEnvironment } from '../app/env.server'
import { importExamBank } from '../app/use-cases/exam/import-exam-bank'

const USAGE = `npm run exam:import -- FILE

Takes a bank of national examination questions into the item bank, each paper as a published quiz.
FILE is a JSON list of {year, section, type, question, options: {A, B, …}, answer}; years of the Republic.
Works on the database itself (DATA_DIR or DATABASE_URL): stop a server that has the embedded database open.`

const [file, ...more] = process.argv.slice(2)
if (!file || more.length > 0) {
  console.error(USAGE)
  process.exit(2)
}

async function importFile(name: string): Promise<number> {
  const bank = parseExamBank(readFileSync(name, 'utf8'))
  if (!bank) {
    console.error(`${name} is not a JSON list of questions.`)
    return 2
  }
  const { databaseUrl, dataDir } = readEnvironment()
  const database = await openDatabase({ url: databaseUrl, dataDir })
  const prisma = createPrismaClient(database.pool)
  try {
    await migrate(database.pool)
    const begin = performance.now()
    const added = await importExamBank({ quizzes: createQuizStore(prisma), clock: systemClock }, bank.papers)
    for (const fault of bank.faults) console.error(`question ${fault.row}: ${fault.reason}`)
    const seconds = ((performance.now() - begin) / 1000).toFixed(1)
    console.log(
      `${added.papers} papers with ${added.items} questions added, ${added.known} papers known already, ${bank.faults.length} questions refused, ${seconds} s`,
    )
    return bank.faults.length > 0 ? 1 : 0
  } finally {
    await prisma.$disconnect()
    await database.close()
  }
}

try {
  process.exitCode = await importFile(file)
} catch (error) {
  // What a person can mend (a folder in use, a file that is not there) needs no stack.
  console.error(error instanceof Error && error.name !== 'Error' ? error : (error as Error).message)
  process.exitCode = 1
}
