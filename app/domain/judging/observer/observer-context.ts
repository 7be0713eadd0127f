import type { Product } from '../../knowledge/product-schema'
import type { TalkLine } from '../../shared/observation'
import { rememberRecent } from '../../shared/remember-recent'
import type { AskedPassage, ClaimFacts } from '../law-claims/claim-facts'
import { analyseClientLine, type ClientLine } from './analyse-client-line'
import { normaliseText, readUtterance, type Utterance } from './text/read-utterance'

/** What is heard: the fields of the Observer port's input that the embedded observer reads. */
export type HeardInput = {
  utterance: string
  /** The talk before the utterance, oldest first. */
  talk: readonly TalkLine[]
  client: { age: number | null }
  products: readonly Product[]
  facts?: ClaimFacts | undefined
  asked?: AskedPassage | undefined
}

/** All a rule may look at besides the words that it matched. */
export type ObserverContext = {
  utterance: Utterance
  /** Trainee turns before this one; 0 in the first. */
  turnIndex: number
  /** The client's words just before; a reading of an empty text when the trainee speaks first. */
  clientLine: ClientLine
  clientText: string
  /** All the client said so far, normalised and joined. */
  clientHistory: string
  /** The client's line before the last one, for worries that are still open. */
  earlierClientLine: ClientLine
  /** Discovery topics (codes) the trainee asked about before this turn. */
  discovered: ReadonlySet<string>
  clientAge: number | null
  products: readonly Product[]
}

const MAX_HISTORY_LINES = 40

type TalkReading = Omit<ObserverContext, 'utterance' | 'clientAge' | 'products'>

/** Several wordings are weighed at one place of a talk: what came before is read once for all of them. */
const readings = new WeakMap<readonly TalkLine[], { lines: number; reading: TalkReading }>()

/** Lines of the talks that go on now; each turn of a talk looks at all of its lines again. */
const MOST_LINES = 5_000
/** Longer histories are read as a whole: what is beyond the longest reading does not count. */
const SHORT_HISTORY = 6_000
const normaliseLine = rememberRecent(normaliseText, MOST_LINES)

/** No character of one line changes how another line is read. */
function readHistory(lines: readonly string[]): string {
  const history = lines.slice(-MAX_HISTORY_LINES)
  const whole = history.join('\n')
  return whole.length > SHORT_HISTORY ? normaliseText(whole) : history.map(normaliseLine).join('\n')
}

function readTalk(talk: readonly TalkLine[], findDiscovery: (line: string) => readonly string[]): TalkReading {
  const known = readings.get(talk)
  if (known?.lines === talk.length) return known.reading
  const clientLines = talk.filter((line) => line.who === 'client').map((line) => line.text)
  const traineeLines = talk.filter((line) => line.who === 'trainee')
  const last = talk.at(-1)
  const clientText = last?.who === 'client' ? last.text.slice(0, 1500) : ''
  const earlier = clientLines.at(clientText === '' ? -1 : -2) ?? ''
  const reading: TalkReading = {
    turnIndex: traineeLines.length,
    clientLine: analyseClientLine(clientText),
    clientText,
    clientHistory: readHistory(clientLines),
    earlierClientLine: analyseClientLine(earlier.slice(0, 1500)),
    discovered: new Set(traineeLines.slice(-MAX_HISTORY_LINES).flatMap((line) => findDiscovery(line.text))),
  }
  readings.set(talk, { lines: talk.length, reading })
  return reading
}

/**
 * @param input the utterance and the talk before it; lines that were heard are not changed afterwards.
 * @param findDiscovery gives the discovery codes of one earlier trainee line.
 */
export function buildObserverContext(
  input: HeardInput,
  findDiscovery: (line: string) => readonly string[],
): ObserverContext {
  return {
    ...readTalk(input.talk, findDiscovery),
    utterance: readUtterance(input.utterance),
    clientAge: input.client.age,
    products: input.products,
  }
}
