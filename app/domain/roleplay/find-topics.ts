import type { Persona } from '../persona/persona-schema'
import type { Topic } from '../shared/topics'
import { normaliseUtterance } from './normalise-utterance'
import { TOPIC_CUES } from './topic-cues'

/**
 * The topics a question is on, in the order named.
 *
 * @param text normalised (normalise-utterance.ts), without the client's form of address.
 */
export function findTopics(text: string, persona: Persona): Topic[] {
  const own = findOwnCues(persona, text)
  const telling = own.filter((each) => each.length >= TELLING_CUE)
  const found: FoundTopic[] = [...telling]
  let rest = text
  for (const [topic, cue] of TOPIC_CUES) {
    const match = cue.exec(rest)
    if (!match) continue
    found.push({ topic, at: match.index, length: match[0].length })
    rest = rest.slice(0, match.index) + '□'.repeat(match[0].length) + rest.slice(match.index + match[0].length)
  }
  if (found.length === 0) found.push(...own)
  // 「收入跟開銷」 asks two things; without such a word the most specific reading is the one meant.
  const meant = /[跟和與及]|還有|或/.test(text) ? found.sort((a, b) => a.at - b.at) : found.slice(0, 1)
  return [...new Set(meant.map((each) => each.topic))]
}

type FoundTopic = { topic: Topic; at: number; length: number }
/** A persona's own cue of this many letters says more than the shared ones; a shorter one counts when these find nothing. */
const TELLING_CUE = 3

const PREPARED = new WeakMap<Persona['facts'], { topic: Topic; cues: string[] }[]>()

function findOwnCues(persona: Persona, text: string): FoundTopic[] {
  const prepared =
    PREPARED.get(persona.facts) ??
    persona.facts.map(({ topic, cues }) => ({ topic, cues: cues.map(normaliseUtterance) }))
  PREPARED.set(persona.facts, prepared)
  return prepared.flatMap(({ topic, cues }) => {
    const cue = cues.find((each) => text.includes(each))
    return cue === undefined ? [] : [{ topic, at: text.indexOf(cue), length: cue.length }]
  })
}
