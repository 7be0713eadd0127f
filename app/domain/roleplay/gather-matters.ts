import type { ClientQuestion, HiddenFact, Persona, Worry } from '../persona/persona-schema'
import type { Scenario } from '../persona/scenario-schema'

/** Everything this client can bring up or keep back in this situation, the situation's own additions first. */
export type Matters = { worries: Worry[]; questions: ClientQuestion[]; hidden: HiddenFact[] }

/** Keeps what fits the products under discussion; a worry or question without products fits any. */
export function gatherMatters(persona: Persona, scenario: Scenario): Matters {
  const fits = (matter: { products: string[] }) =>
    matter.products.length === 0 || matter.products.some((product) => scenario.products.includes(product))
  const worries = withoutRepeats([...scenario.extraWorries, ...persona.worries]).filter(fits)
  const rank = (worry: Worry) => {
    const place = scenario.focusWorries.indexOf(worry.id)
    return place === -1 ? scenario.focusWorries.length : place
  }
  return {
    worries: worries.sort((a, b) => rank(a) - rank(b)),
    questions: withoutRepeats([...scenario.extraQuestions, ...persona.questions]).filter(fits),
    hidden: withoutRepeats([...scenario.extraHidden, ...persona.hidden]),
  }
}

/** A situation may sharpen one of the persona's own by using its id. */
function withoutRepeats<T extends { id: string }>(all: readonly T[]): T[] {
  return [...new Map([...all].reverse().map((each) => [each.id, each])).values()].reverse()
}
