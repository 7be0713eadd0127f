import type { ClientQuestion, Line, Persona, Worry } from '../../../persona/persona-schema'
import type { Scenario } from '../../../persona/scenario-schema'

/** Something that the client brings up by themselves. `key` is the owner's id and its own, as reply sets name it. */
export type ClientLine = { key: string; kind: 'worry' | 'question'; products: readonly string[]; says: string }

/** @returns what a client may ask or fear, the persona's own and what the scenario adds; never what is hidden. */
export function listClientLines(owner: Persona | Scenario): ClientLine[] {
  const [worries, questions]: [readonly Worry[], readonly ClientQuestion[]] =
    'worries' in owner ? [owner.worries, owner.questions] : [owner.extraWorries, owner.extraQuestions]
  const toLine = (kind: ClientLine['kind']) => (one: Worry | ClientQuestion) => ({
    key: `${owner.id}/${one.id}`,
    kind,
    products: one.products,
    says: readLine(one.lines[0]!),
  })
  return [...worries.map(toLine('worry')), ...questions.map(toLine('question'))]
}

const readLine = (line: Line) => (typeof line === 'string' ? line : line.say)
