import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createDocumentReader } from '../app/adapters/documents/create-document-reader'
import { loadBuiltInDocuments } from '../app/adapters/files/load-built-in-documents'
import type { SourceFile } from '../app/domain/knowledge/knowledge-ports'
import type { ParsedDocument } from '../app/domain/knowledge/parsed-document'
import { placePassages } from '../app/domain/knowledge/passage'
import { createEmbeddedWriter } from '../app/domain/quiz/create-embedded-writer'
import { ITEM_TYPES, type ItemContent, type ItemOption, type ItemSource, type ItemType } from '../app/domain/quiz/item'
import { createSeededRandom } from '../app/domain/shared/seeded-random'

const USAGE = `npm run quiz:sample -- [--built-in] [--only WORDS] [--types a,b] [--sample N] [--seed WORDS] [FOLDER…]

Writes all items that the embedded writer finds in folders of statutes (the law database's JSON or Markdown) and with --built-in in the
knowledge that comes with the program, counts them, and prints a sample for a person to judge. --only keeps documents whose title holds the words.`

type Arguments = {
  folders: string[]
  only: string
  types: ItemType[]
  sample: number
  seed: string
  isBuiltIn: boolean
}

function readArguments(): Arguments {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'built-in': { type: 'boolean', default: false },
        only: { type: 'string', default: '' },
        types: { type: 'string', default: ITEM_TYPES.join() },
        sample: { type: 'string', default: '0' },
        seed: { type: 'string', default: '1' },
      },
    })
    const asked = values.types.split(',')
    return {
      folders: positionals,
      only: values.only,
      types: ITEM_TYPES.filter((one) => asked.includes(one)),
      sample: Number(values.sample),
      seed: values.seed,
      isBuiltIn: values['built-in'],
    }
  } catch {
    return stop()
  }
}

function stop(): never {
  console.error(USAGE)
  process.exit(2)
}

const ABOUT = /^(?:readme|licen[sc]e|source|upstream_|aliases\.json)/iu

async function loadSources({ folders, isBuiltIn }: Arguments): Promise<ItemSource[]> {
  const reader = createDocumentReader()
  const sources = new Map<string, ItemSource>()
  for (const file of [...folders.flatMap(readFolder), ...(isBuiltIn ? await loadBuiltInDocuments('.') : [])]) {
    const read = await reader.read(file)
    if (read.status === 'refused') console.log(`refused ${file.name}: ${read.reason.message.zh}`)
    else if (!read.document.isRepealed)
      for (const one of placeSources(read.document, file.id ?? read.document.title)) sources.set(one.passageId, one)
  }
  return [...sources.values()]
}

function readFolder(folder: string): (SourceFile & { id?: string })[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:json|md)$/u.test(name) && !ABOUT.test(name))
    .sort()
    .map((name) => ({ name, kind: 'guide', bytes: new Uint8Array(readFileSync(path.join(folder, name))) }))
}

function placeSources(document: ParsedDocument, id: string): ItemSource[] {
  const { kind, title } = document
  return placePassages({ id, kind, title }, document.amendedOn ?? '1', document.passages).map((one) => ({
    passageId: one.id,
    // Two texts of one law are two documents here: one is written from after the other.
    documentId: `${id}@${one.versionId}`,
    kind,
    title,
    article: one.article,
    headings: one.headings,
    text: one.text,
    label: one.article === null ? `${title} ${one.heading}` : `${title} §${one.article}`,
  }))
}

function render(item: ItemContent): string {
  return [
    `[${item.type} ${item.ability} ${item.difficulty}] ${item.stem}`,
    ...renderAnswer(item).map((line) => `  ${line}`),
    `  說明：${item.explanation.replaceAll('\n', '\n        ')}`,
    `  出處：${item.citations.map((one) => one.label).join('、')}`,
  ].join('\n')
}

function renderAnswer(item: ItemContent): string[] {
  switch (item.type) {
    case 'true-false':
      return [`${item.isTrue ? '○' : '×'} ${item.reason}`]
    case 'cloze':
      return [
        `答：${item.blanks.map(({ accepted: [first, ...others] }) => (others.length > 0 ? `${first}（也收 ${others.join('、')}）` : first)).join('　')}`,
      ]
    case 'matching':
      return item.pairs.map((one) => `${one.left} ─ ${one.right}`)
    case 'ordering':
      return [item.steps.join(' → ')]
    case 'short-answer':
      return [`答：${item.modelAnswer}`, `要點：${item.points.map((one) => one.accepted.join('／')).join('　')}`]
    case 'situation':
      return [`情境：${item.situation}`, `客戶：${item.clientSays}`, ...renderOptions(item.options)]
    default:
      return renderOptions(item.options)
  }
}

function renderOptions(options: readonly ItemOption[]): string[] {
  return options.map((one) => `${one.isKey ? '✓' : ' '} ${one.id}. ${one.text}   ← ${one.reason}`)
}

function count<T>(items: readonly T[], keyOf: (item: T) => string): string {
  const counts = new Map<string, number>()
  for (const one of items) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return [...counts].map(([key, number]) => `${key} ${number}`).join(', ')
}

const given = readArguments()
if (given.folders.length === 0 && !given.isBuiltIn) stop()
const sources = (await loadSources(given)).filter((one) => one.title.includes(given.only))
const begin = performance.now()
const written = await createEmbeddedWriter().write({
  sources,
  count: Number.POSITIVE_INFINITY,
  types: given.types,
  seed: given.seed,
  existingStems: [],
})
if (written.status === 'failed') throw new Error(written.reason)
const { items, rejected } = written
const rejectedCount = Object.values(rejected).reduce((sum, one) => sum + one, 0)
const seconds = (performance.now() - begin) / 1000
console.log(
  `${sources.length} passages, ${items.length + rejectedCount} candidates, ${items.length} accepted, ${seconds.toFixed(1)} s`,
)
console.log(
  `rejected: ${
    Object.entries(rejected)
      .map(([code, number]) => `${code} ${number}`)
      .join(', ') || 'none'
  }`,
)
console.log(`types: ${count(items, (one) => one.type)}`)
console.log(`abilities: ${count(items, (one) => one.ability)}`)
const random = createSeededRandom(`sample ${given.seed}`)
const rest = [...items]
for (let i = 1; i <= given.sample && rest.length > 0; i++)
  console.log(`\n${i}. ${render(rest.splice(random.index(rest.length), 1)[0]!)}`)
