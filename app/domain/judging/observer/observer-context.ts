import type { Product } from '../../knowledge/product-schema'
import type { TalkLine } from '../../shared/observation'
import type { AskedPassage, ClaimFacts } from '../law-claims/claim-facts'
import { analyseClientLine, type ClientLine } from './analyse-client-line'
import { readUtterance, type Utterance } from './text/read-utterance'

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

function readTalk(talk: readonly TalkLine[], findDiscovery: (line: Utterance) => readonly string[]): TalkReading {
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
    clientHistory: readUtterance(clientLines.slice(-MAX_HISTORY_LINES).join('\n')).text,
    earlierClientLine: analyseClientLine(earlier.slice(0, 1500)),
    discovered: new Set(
      traineeLines.slice(-MAX_HISTORY_LINES).flatMap((line) => findDiscovery(readUtterance(line.text))),
    ),
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
  findDiscovery: (line: Utterance) => readonly string[],
): ObserverContext {
  return {
    ...readTalk(input.talk, findDiscovery),
    utterance: readUtterance(input.utterance),
    clientAge: input.client.age,
    products: input.products,
  }
}
