import { beforeAll, describe, expect, test } from 'vitest'
import { createDocumentReader } from '~/adapters/documents/create-document-reader'
import { loadBuiltInDocuments } from '~/adapters/files/load-built-in-documents'
import { loadContent } from '~/adapters/files/load-content'
import type { Content } from '~/domain/content'
import { placePassages } from '~/domain/knowledge/passage'
import { checkItem } from '~/domain/quiz/check-item'
import { createEmbeddedWriter } from '~/domain/quiz/create-embedded-writer'
import { ITEM_TYPES, type ItemContent, type ItemSource, itemContentSchema } from '~/domain/quiz/item'
import { writeSituationItems } from '~/domain/quiz/write/scenarios/write-situation-items'
import { formatCite } from '~/domain/retrieval/answer-question'

/** What the knowledge that comes with the program bears, without any statute and without a model. */
let content: Content
let sources: ItemSource[]
let byId: Map<string, ItemSource>

beforeAll(async () => {
  content = await loadContent('.')
  const reader = createDocumentReader()
  const lists = await Promise.all(
    (await loadBuiltInDocuments('.')).map(async (file): Promise<ItemSource[]> => {
      const read = await reader.read(file)
      if (read.status === 'refused') throw new Error(file.name)
      const { kind, title, effectiveFrom, passages } = read.document
      return placePassages({ id: file.id, kind, title }, effectiveFrom ?? '1', passages).map((one) => ({
        passageId: one.id,
        documentId: file.id,
        kind,
        title,
        article: one.article,
        headings: one.headings,
        text: one.text,
        label: formatCite({ kind, document: title, article: one.article, headings: one.headings }),
      }))
    }),
  )
  sources = lists.flat()
  byId = new Map(sources.map((one) => [one.passageId, one]))
})

async function writeAll(seed: string): Promise<ItemContent[]> {
  const wish = { sources, count: Number.POSITIVE_INFINITY, types: ITEM_TYPES, seed, existingStems: [] }
  const written = await createEmbeddedWriter().write(wish)
  if (written.status === 'failed') throw new Error(written.reason)
  return written.items
}

const situationsOf = (scenarioId: string, seed: string) =>
  writeSituationItems(content, content.scenarios.get(scenarioId)!, seed, sources)
const listSituations = (seed: string) => [...content.scenarios.keys()].flatMap((id) => situationsOf(id, seed))

describe('product sheets and guides', () => {
  test.each(['1', 'another seed'])('bear at least 200 sound items (seed %s)', async (seed) => {
    const items = await writeAll(seed)
    expect(items.length).toBeGreaterThanOrEqual(200)
    for (const item of items) {
      expect(itemContentSchema.parse(item)).toEqual(item)
      expect(checkItem(item, byId)).toEqual([])
      expect(item.explanation).not.toBe('')
    }
  })

  test('each product and each guide has a share in them', async () => {
    const items = await writeAll('1')
    const cited = new Set(items.flatMap((item) => item.citations.map((one) => byId.get(one.passageId)!.documentId)))
    expect([...cited].sort()).toEqual([...content.products.keys(), ...content.guides.keys()].sort())
  })

  test('several types and abilities, every wrong option with its reason', async () => {
    const items = await writeAll('1')
    const types = new Set(items.map((one) => one.type))
    expect([...types].sort()).toEqual(['cloze', 'matching', 'multiple', 'ordering', 'single', 'true-false'])
    expect(new Set(items.map((one) => one.ability))).toEqual(new Set(['recall', 'understand', 'apply']))
    const options = items.flatMap((item) => ('options' in item ? item.options : []))
    expect(options.filter((one) => one.reason === '')).toEqual([])
    const statements = items.flatMap((item) => (item.type === 'true-false' ? [item.isTrue] : []))
    const right = statements.filter(Boolean).length / statements.length
    expect(right).toBeGreaterThan(0.25)
    expect(right).toBeLessThan(0.75)
  })

  test('the same seed, the same items', async () => {
    expect(await writeAll('7')).toEqual(await writeAll('7'))
  })
})

describe('scenarios', () => {
  test('bear at least 40 sound situations, some of every scenario', () => {
    for (const id of content.scenarios.keys()) expect(situationsOf(id, '1').length, id).toBeGreaterThanOrEqual(3)
    const items = listSituations('1')
    expect(new Set(items.map((one) => one.type === 'situation' && one.clientSays)).size).toBeGreaterThanOrEqual(40)
    for (const item of items) {
      expect(itemContentSchema.parse(item)).toEqual(item)
      expect(checkItem(item, byId)).toEqual([])
    }
  })

  test('every reply set is used, and every place that it cites is there', () => {
    const reasons = new Set(
      ['1', '2', '3']
        .flatMap(listSituations)
        .flatMap((item) => ('options' in item ? item.options : []).map((one) => one.reason)),
    )
    expect(content.situationReplies.filter((one) => !reasons.has(one.why)).map((one) => one.id)).toEqual([])
    const headings = new Set(
      sources.map((one) => `${one.documentId} ${(one.headings.at(-1) ?? '').replace(/^\d+\.\s*/u, '')}`),
    )
    const lost = content.situationReplies.flatMap(({ id, cite }) =>
      cite.flatMap((one) =>
        'guide' in one && !headings.has(`${one.guide} ${one.heading}`) ? [`${id}: ${one.heading}`] : [],
      ),
    )
    expect(lost).toEqual([])
  })

  test('the best reply cannot be told by its length', () => {
    const items = listSituations('1').flatMap((one) => (one.type === 'situation' ? [one.options] : []))
    const gaps = items.map((options) => {
      const lengthOf = (isKey: boolean) => options.filter((one) => one.isKey === isKey).map((one) => one.text.length)
      const others = lengthOf(false)
      return lengthOf(true)[0]! / (others.reduce((sum, one) => sum + one, 0) / others.length)
    })
    // On the whole as long as the others, and never far off.
    expect(gaps.reduce((sum, one) => sum + one, 0) / gaps.length).toBeGreaterThan(0.85)
    expect(gaps.reduce((sum, one) => sum + one, 0) / gaps.length).toBeLessThan(1.15)
    expect(Math.max(...gaps)).toBeLessThan(1.5)
  })

  test('nothing that a client keeps back is told', () => {
    for (const [id, scenario] of content.scenarios) {
      const persona = content.personas.get(scenario.persona)!
      const hidden = [...persona.hidden, ...scenario.extraHidden]
      const secrets = hidden.flatMap((one) => [
        one.note.zh,
        ...one.lines.map((line) => (typeof line === 'string' ? line : line.say)),
      ])
      for (const item of situationsOf(id, '1')) {
        const told = item.type === 'situation' ? item.situation + item.clientSays : ''
        for (const secret of secrets) expect(told).not.toContain(secret)
      }
    }
  })

  test('the same seed, the same items; another seed, other replies', () => {
    expect(listSituations('1')).toEqual(listSituations('1'))
    expect(listSituations('2')).not.toEqual(listSituations('1'))
  })
})
