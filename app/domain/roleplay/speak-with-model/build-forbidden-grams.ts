import type { Line, Persona } from '../../persona/persona-schema'
import type { Scenario } from '../../persona/scenario-schema'
import { gatherMatters } from '../gather-matters'
import { buildSentenceKey } from '../split-sentences'

/** So many letters in a row shared with a hidden fact, and with nothing that may be said, are no chance. */
export const GRAM_LETTERS = 6

const textOf = (line: Line) => (typeof line === 'string' ? line : line.say)

function addGrams(grams: Set<string>, text: string): void {
  const letters = [...buildSentenceKey(text)]
  for (let i = 0; i + GRAM_LETTERS <= letters.length; i++) grams.add(letters.slice(i, i + GRAM_LETTERS).join(''))
}

/** What this client says anyway holds no secret; worked out once for each persona. */
const OPEN_GRAMS = new WeakMap<Persona, ReadonlySet<string>>()

function listOpenGrams(persona: Persona): ReadonlySet<string> {
  const known = OPEN_GRAMS.get(persona)
  if (known) return known
  const grams = new Set<string>()
  const lines: readonly Line[] = [
    ...persona.facts.flatMap((fact) => [...fact.lines, ...fact.deflect]),
    ...persona.hidden.flatMap((each) => each.deflect),
    ...persona.worries.flatMap((worry) => [...worry.lines, ...worry.settled, ...worry.unsettled]),
    ...persona.questions.flatMap((question) => [...question.lines, ...question.again]),
    ...Object.values(persona.reactions).flat(),
    ...persona.remarks,
    ...persona.stall,
    ...persona.agree.lines,
  ]
  for (const line of lines) addGrams(grams, textOf(line))
  OPEN_GRAMS.set(persona, grams)
  return grams
}

/**
 * The turns of phrase that would give away a hidden fact which this reply may not tell.
 *
 * @param allowedIds hidden facts that are out already or come out in this reply.
 * @param allowedTexts what was said so far and what this reply is to say.
 */
export function buildForbiddenGrams(
  persona: Persona,
  scenario: Scenario,
  allowedIds: ReadonlySet<string>,
  allowedTexts: readonly string[],
): ReadonlySet<string> {
  const kept = gatherMatters(persona, scenario).hidden.filter((hidden) => !allowedIds.has(hidden.id))
  const grams = new Set<string>()
  for (const hidden of kept) for (const text of [hidden.note.zh, ...hidden.lines.map(textOf)]) addGrams(grams, text)
  const allowed = new Set<string>()
  for (const text of allowedTexts) addGrams(allowed, text)
  const open = listOpenGrams(persona)
  for (const gram of grams) if (open.has(gram) || allowed.has(gram)) grams.delete(gram)
  return grams
}
