import type { Catalogue, Observation } from '../../shared/observation'
import { extractJson } from './extract-json'
import { findQuote } from './find-quote'
import { observationReplySchema } from './observation-reply-schema'

/** Codes about what is missing: they quote the client's words that were passed over. */
export const CLIENT_QUOTED_CODES: ReadonlySet<string> = new Set(['listening.ignore'])

/** A model is not asked how sure it is; this stands for "it says so". */
export const MODEL_CONFIDENCE = 0.7
const MAX_PLACES_A_CODE = 3

/** Why items of a reply were left out, counted. */
export type DroppedCounts = { unknownCode: number; quoteNotFound: number; repeated: number }

export type ParsedReply =
  | { status: 'parsed'; observations: Observation[]; dropped: DroppedCounts }
  | { status: 'invalid'; reason: 'not-json' | 'wrong-shape'; detail: string }

type Heard = { utterance: string; clientText: string; catalogue: Catalogue }

/**
 * Reads what a model says it heard, and believes none of it without the words.
 *
 * @param reply as it came from the model.
 * @param heard `clientText` is the client's line just before, empty when the trainee speaks first.
 * @returns observations whose quotes are exact substrings, in order of place; how many items were left out; or why the reply cannot be read.
 */
export function parseObservationReply(reply: string, heard: Heard): ParsedReply {
  const extracted = extractJson(reply)
  if (extracted.status !== 'found')
    return { status: 'invalid', reason: 'not-json', detail: `objects: ${extracted.status}` }
  const result = observationReplySchema.safeParse(extracted.value)
  if (!result.success) {
    const issues = result.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    return { status: 'invalid', reason: 'wrong-shape', detail: issues.join('; ') }
  }
  return verifyItems(result.data.observations, heard)
}

function verifyItems(items: readonly { code: string; quote: string }[], heard: Heard): ParsedReply {
  const dropped: DroppedCounts = { unknownCode: 0, quoteNotFound: 0, repeated: 0 }
  const observations: Observation[] = []
  for (const item of items) {
    const code = item.code.trim()
    if (!heard.catalogue.entries.has(code)) {
      dropped.unknownCode++
      continue
    }
    const source = CLIENT_QUOTED_CODES.has(code) ? 'client' : 'trainee'
    const text = source === 'client' ? heard.clientText : heard.utterance
    const same = observations.filter((each) => each.code === code)
    const first = findQuote(text, item.quote)
    const span = first && findFreePlace(text, item.quote, first, same)
    if (first === null) dropped.quoteNotFound++
    else if (span === null || same.length >= MAX_PLACES_A_CODE) dropped.repeated++
    else observations.push({ code, source, ...span!, confidence: MODEL_CONFIDENCE })
  }
  observations.sort((a, b) => a.start - b.start || a.end - b.end)
  return { status: 'parsed', observations, dropped }
}

/** The first place of the words that the code has not been seen at. */
function findFreePlace(
  text: string,
  quote: string,
  first: { quote: string; start: number; end: number },
  same: readonly Observation[],
) {
  for (let span: typeof first | null = first; span !== null; span = findQuote(text, quote, span.end)) {
    const { start, end } = span
    if (!same.some((each) => each.start < end && start < each.end)) return span
  }
  return null
}
