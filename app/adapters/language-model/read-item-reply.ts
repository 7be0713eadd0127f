import { z } from 'zod'
import { extractJson } from '../../domain/judging/observe-with-model/extract-json'
import { ABILITIES, type ItemContent, type ItemSource, type ItemType, itemContentSchema } from '../../domain/quiz/item'
import { buildOptions, cite } from '../../domain/quiz/write/candidate'

/** More than this in one reply is no order but noise. */
const MAX_ITEMS = 40
const MAX_OPTIONS = 8
const EASY = 1
const HARD = 3

const words = z.string().max(4_000).catch('')
const accepted = z.array(z.object({ accepted: z.array(z.string().max(200)).max(8) })).catch([])
const itemSchema = z.object({
  type: z.string(),
  source: z.number().int(),
  quote: z.string().min(1).max(2_000),
  stem: z.string().min(1).max(2_000),
  explanation: words,
  difficulty: z.number().catch(2),
  ability: z.enum(ABILITIES).catch('understand'),
  options: z
    .array(z.object({ text: z.string().max(600), isKey: z.boolean(), reason: words }))
    .max(MAX_OPTIONS)
    .catch([]),
  isTrue: z.boolean().catch(false),
  reason: words,
  blanks: accepted,
  pairs: z.array(z.object({ left: z.string().max(600), right: z.string().max(600) })).catch([]),
  steps: z.array(z.string().max(600)).catch([]),
  modelAnswer: words,
  points: accepted,
  situation: words,
  clientSays: words,
})
type ModelItem = z.infer<typeof itemSchema>
const replySchema = z.object({ items: z.array(z.unknown()).max(MAX_ITEMS) })

export type ReadReply =
  | { status: 'ok'; value: { items: ItemContent[]; unreadable: number } }
  | { status: 'invalid'; reason: 'not-json' | 'wrong-shape'; detail: string }

/**
 * Reads the items that a model wrote, each for itself: one that cannot be read spoils no other. What they say is unchecked.
 *
 * @param sources those of the prompt, in its order.
 * @returns items in the shape of their type with the citation of their source; how many could not be read, name no source, or are of a type that was not asked for.
 */
export function readItemReply(reply: string, sources: readonly ItemSource[], types: readonly ItemType[]): ReadReply {
  const extracted = extractJson(reply)
  if (extracted.status !== 'found')
    return { status: 'invalid', reason: 'not-json', detail: `objects: ${extracted.status}` }
  const result = replySchema.safeParse(extracted.value)
  if (!result.success)
    return { status: 'invalid', reason: 'wrong-shape', detail: result.error.issues[0]?.message ?? 'items' }
  const items = result.data.items.flatMap((given) => {
    const content = readItem(given, sources)
    return content && types.includes(content.type) ? [content] : []
  })
  return { status: 'ok', value: { items, unreadable: result.data.items.length - items.length } }
}

function readItem(given: unknown, sources: readonly ItemSource[]): ItemContent | null {
  const item = itemSchema.safeParse(given)
  const source = item.success ? sources[item.data.source - 1] : undefined
  if (!item.success || !source) return null
  const content = itemContentSchema.safeParse({ ...readCommon(item.data, source), ...readParts(item.data) })
  return content.success ? content.data : null
}

function readCommon(item: ModelItem, source: ItemSource) {
  const { type, stem, explanation, ability } = item
  const difficulty = Math.min(HARD, Math.max(EASY, Math.round(item.difficulty)))
  return { type, stem, explanation, ability, difficulty, dimension: null, citations: [cite(source, item.quote)] }
}

/** Only what belongs to the type: the content's shape admits nothing else. */
function readParts(item: ModelItem): object {
  const { isTrue, reason, blanks, pairs, steps, modelAnswer, points, situation, clientSays } = item
  const options = buildOptions(
    item.options.filter((one) => one.isKey),
    item.options.filter((one) => !one.isKey),
  )
  switch (item.type) {
    case 'single':
    case 'multiple':
      return { options }
    case 'situation':
      return { options, situation, clientSays, scenarioId: null }
    case 'true-false':
      return { isTrue, reason }
    case 'cloze':
      return { blanks }
    case 'matching':
      return { pairs, extraRights: [] }
    case 'ordering':
      return { steps }
    default:
      return { modelAnswer, points }
  }
}
