import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createKnowledgeStore } from '../app/adapters/database/knowledge-store'
import { migrate } from '../app/adapters/database/migrate'
import { openDatabase } from '../app/adapters/database/open-database'
import { createPrismaClient } from '../app/adapters/database/prisma-client'
import { createDocumentReader } from '../app/adapters/documents/create-document-reader'
import { SUPPORTED_EXTENSIONS } from '../app/adapters/documents/detect-format'
import { systemClock } from '../app/adapters/system/system-clock'
import { systemIds } from '../app/adapters/system/system-ids'
import { MAX_FILE_BYTES, MAX_IMPORT_FILES } from '../app/domain/knowledge/import-limits'
import type { ImportFile } from '../app/domain/knowledge/knowledge-ports'
import { DOCUMENT_KINDS, type DocumentKind } from '../app/domain/knowledge/passage'
import { readEnvironment } from '../app/env.server'
import { importFile, keepFiles } from '../app/use-cases/knowledge/import-documents'

const USAGE = `npm run knowledge:import -- [--kind regulation|product|guide] [--server URL] PATH…

Takes files and folders into the knowledge base: the law database's JSON and Markdown, Markdown, text, HTML, PDF, DOCX.
Laws are recognised; --kind (guide unless given) says what the other files are.
Works on the database itself (DATA_DIR or DATABASE_URL). Where a server has the embedded database open, give --server with its address and API_TOKEN.`

const POLL_MS = 300

/** Files beside data that tell about it; taken in only when named themselves. */
const ABOUT = /^(?:readme|licen[sc]e|source|changelog|notice|upstream_|aliases\.json|\.)/iu

type Arguments = { kind: DocumentKind; server: string | null; paths: string[] }

function readArguments(words: readonly string[]): Arguments {
  const result: Arguments = { kind: 'guide', server: null, paths: [] }
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word === '--kind') result.kind = DOCUMENT_KINDS.find((one) => one === words[i + 1]) ?? stop(USAGE)
    else if (word === '--server') result.server = words[i + 1]?.replace(/\/+$/u, '') ?? stop(USAGE)
    else if (word.startsWith('--')) stop(USAGE)
    else {
      result.paths.push(word)
      continue
    }
    i++
  }
  return result.paths.length === 0 ? stop(USAGE) : result
}

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}

function listFiles(place: string): string[] {
  const stat = statSync(place, { throwIfNoEntry: false })
  if (!stat) return stop(`There is no ${place}.`)
  if (!stat.isDirectory()) return [place]
  return readdirSync(place, { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      const file = path.join(place, entry.name)
      if (ABOUT.test(entry.name)) return []
      if (entry.isDirectory()) return listFiles(file)
      return SUPPORTED_EXTENSIONS.includes(path.extname(entry.name).slice(1).toLowerCase()) ? [file] : []
    })
}

function report(file: Pick<ImportFile, 'name' | 'status' | 'reason' | 'flags' | 'passageCount'>): void {
  const reason = file.reason ? `  ${file.reason.message.zh}${file.reason.place ? ` (${file.reason.place})` : ''}` : ''
  const count = file.passageCount === null ? '' : `  ${file.passageCount} passages`
  const flags = file.flags.map((flag) => `  ! ${flag.code} ×${flag.count} ${flag.quote}`).join('')
  console.log(`${file.status.padEnd(10)} ${file.name}${count}${reason}${flags}`)
}

/** @returns how many files were refused. */
async function importHere(files: readonly string[], kind: DocumentKind): Promise<number> {
  const environment = readEnvironment()
  const database = await openDatabase({ url: environment.databaseUrl, dataDir: environment.dataDir })
  const prisma = createPrismaClient(database.pool)
  try {
    await migrate(database.pool)
    const deps = {
      knowledge: createKnowledgeStore(prisma),
      documentReader: createDocumentReader(),
      clock: systemClock,
      ids: systemIds,
    }
    let refused = 0
    for (let at = 0; at < files.length; at += MAX_IMPORT_FILES) {
      const received = files.slice(at, at + MAX_IMPORT_FILES).map((file) => {
        const sizeBytes = statSync(file).size
        const bytes = sizeBytes > MAX_FILE_BYTES ? null : new Uint8Array(readFileSync(file))
        return { name: path.basename(file), sizeBytes, bytes }
      })
      const sender = { organisationId: null, personId: null, origin: 'command-line' as const }
      const { id, waiting } = await keepFiles(deps, sender, received, kind)
      for (const place of waiting) await importFile(deps, place)
      const record = await deps.knowledge.findImport(id, null)
      for (const file of record!.files) report(file)
      refused += record!.files.filter((file) => file.status === 'refused').length
    }
    return refused
  } finally {
    await prisma.$disconnect()
    await database.close()
  }
}

type Progress = {
  status: string
  files: { name: string; status: ImportFile['status']; reason?: string; passages?: number }[]
}

async function sendFiles(
  server: string,
  headers: Record<string, string>,
  files: readonly string[],
  kind: DocumentKind,
): Promise<Progress> {
  const form = new FormData()
  form.set('kind', kind)
  for (const file of files) form.append('files', new Blob([new Uint8Array(readFileSync(file))]), path.basename(file))
  const answer = await fetch(`${server}/api/v1/knowledge/documents`, { method: 'POST', headers, body: form })
  if (answer.status !== 202) stop(`${answer.status} ${await answer.text()}`)
  const { importId } = (await answer.json()) as { importId: string }
  for (;;) {
    await wait(POLL_MS)
    const progress = (await (
      await fetch(`${server}/api/v1/knowledge/imports/${importId}`, { headers })
    ).json()) as Progress
    if (progress.status !== 'running') return progress
  }
}

/** Through a running server, as an upload. @returns how many files were refused. */
async function importThrough(server: string, files: readonly string[], kind: DocumentKind): Promise<number> {
  const headers = {
    authorization: `Bearer ${process.env.API_TOKEN ?? stop('Set API_TOKEN to the token of the server.')}`,
  }
  let refused = 0
  for (let at = 0; at < files.length; at += MAX_IMPORT_FILES) {
    const progress = await sendFiles(server, headers, files.slice(at, at + MAX_IMPORT_FILES), kind)
    for (const { name, status, reason, passages } of progress.files) {
      const count = passages === undefined ? '' : `  ${passages} passages`
      console.log(`${status.padEnd(10)} ${name}${count}${reason ? `  ${reason}` : ''}`)
    }
    refused += progress.files.filter((file) => file.status === 'refused').length
  }
  return refused
}

const { kind, server, paths } = readArguments(process.argv.slice(2))
const files = paths.flatMap(listFiles)
if (files.length === 0) stop('Nothing to take in there.')
const begin = performance.now()
try {
  const refused = server ? await importThrough(server, files, kind) : await importHere(files, kind)
  console.log(`${files.length} files, ${refused} refused, ${((performance.now() - begin) / 1000).toFixed(1)} s`)
  process.exit(refused > 0 ? 1 : 0)
} catch (error) {
  const isInUse = error instanceof Error && error.name === 'DataDirInUse'
  console.error(isInUse ? `${error.message}\n(--server URL takes the files in through the running server.)` : error)
  process.exit(1)
}
