import type { Persona } from '../../persona/persona-schema'
import { gatherMatters } from '../gather-matters'
import { buildForbiddenGrams } from './build-forbidden-grams'
import type { SpeakMessagesInput } from './build-speak-messages'
import type { GuardKnowledge } from './guard-reply'
import { gatherQuantities } from './list-quantities'
import { TRAINEE_LABELS } from './tidy-reply'

/** A model may say the same in more letters, but not in three times as many. */
const LENGTH_FACTOR = 2.5
const LEAST_LIMIT = 90

function listOwnLabels({ name, address }: Persona): string[] {
  const titles = ['小姐', '女士', '太太', '先生'].map((title) => `${name.slice(0, 1)}${title}`)
  return [name, address, ...titles, '客戶', 'client', 'assistant']
}

/**
 * What a reply is held against: its own plan, what was said so far, and what is kept back.
 *
 * @param passages texts whose amounts the client may name, e.g. of the product sheet; none by default.
 */
export function buildGuardKnowledge(
  input: Omit<SpeakMessagesInput, 'isRetry'>,
  passages: readonly string[] = [],
): GuardKnowledge {
  const { persona, scenario, state, pieces, talk } = input
  const matters = gatherMatters(persona, scenario)
  const words = pieces.map((piece) => piece.text)
  const told = new Set([
    ...state.revealed.filter((each) => each.isHidden).map((each) => each.factId),
    ...pieces.flatMap(({ move }) => (move.kind === 'reveal' ? [move.hiddenId] : [])),
  ])
  const known = [
    `${persona.age}歲`,
    ...[...persona.known, ...scenario.briefing.known].map((each) => each.zh),
    ...persona.facts.filter((fact) => state.revealed.some((each) => each.factId === fact.topic)).map((f) => f.note.zh),
    ...matters.hidden.filter((hidden) => told.has(hidden.id)).map((hidden) => hidden.note.zh),
  ]
  const said = talk.map((line) => line.text)
  const own = talk.filter((line) => line.who === 'client').map((line) => line.text)
  return {
    canary: input.canary,
    labels: { own: listOwnLabels(persona), trainee: TRAINEE_LABELS },
    allowedTexts: [...words, ...own],
    quantities: gatherQuantities([...words, ...known, ...said, ...passages]),
    forbiddenGrams: buildForbiddenGrams(persona, scenario, told, [...words, ...known, ...said]),
    earlierOwn: own,
    mostCharacters: Math.max(LEAST_LIMIT, Math.round(words.join('').length * LENGTH_FACTOR)),
  }
}
