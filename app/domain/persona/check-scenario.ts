import { type ContentProblem, findRepeated } from '../shared/content-problem'
import { checkCode, checkHiddenFacts, checkProducts, checkWorries, type KnownContent } from './check-persona'
import { collectPersonaLines, collectScenarioLines } from './collect-lines'
import { findRetold } from './find-retold'
import type { Persona } from './persona-schema'
import type { Scenario } from './scenario-schema'

/** A client with fewer questions about a product soon runs out of them. */
const QUESTIONS_PER_PRODUCT_MIN = 4

export type KnownForScenario = KnownContent & {
  personaIds: ReadonlySet<string>
  dutyIds: ReadonlySet<string>
}

/**
 * Finds what the schema of a scenario cannot see: references that lead nowhere, worries that could never come up,
 * products about which the client has too little to ask, and lines that its persona already has.
 *
 * @param persona null when the persona is unknown or itself at fault: what depends on it is not checked then.
 */
export function checkScenario(scenario: Scenario, persona: Persona | null, known: KnownForScenario): ContentProblem[] {
  return [
    ...checkReferences(scenario, known),
    ...checkHiddenFacts('extraHidden', scenario.extraHidden, known),
    ...checkWorries('extraWorries', scenario.extraWorries, known),
    ...checkWeights(scenario),
    ...(persona ? checkAgainstPersona(scenario, persona) : []),
  ]
}

function checkReferences(scenario: Scenario, known: KnownForScenario): ContentProblem[] {
  const problems: ContentProblem[] = []
  if (!known.personaIds.has(scenario.persona)) {
    problems.push({ path: ['persona'], message: `unknown persona '${scenario.persona}'` })
  }
  const repeatable = [
    ['products', scenario.products],
    ['requiredDuties', scenario.requiredDuties],
    ['focusWorries', scenario.focusWorries],
  ] as const
  for (const [key, ids] of repeatable) {
    problems.push(
      ...findRepeated(
        ids.map((value, i) => ({ path: [key, i], value })),
        'id',
      ),
    )
  }
  const unknownDuties = scenario.requiredDuties.flatMap((id, i) =>
    known.dutyIds.has(id) ? [] : [{ path: ['requiredDuties', i], message: `unknown duty '${id}'` }],
  )
  return [
    ...problems,
    ...unknownDuties,
    ...checkProducts(['products'], scenario.products, known),
    ...scenario.extraQuestions.flatMap((one, i) =>
      checkProducts(['extraQuestions', i, 'products'], one.products, known),
    ),
    ...scenario.rewards.flatMap((reward, i) => checkCode(['rewards', i, 'code'], reward.code, known)),
  ]
}

function checkWeights(scenario: Scenario): ContentProblem[] {
  const sum = Object.values(scenario.weights).reduce((total, weight) => total + weight, 0)
  return sum > 0 ? [] : [{ path: ['weights'], message: 'every weight is zero: no overall could be computed' }]
}

function checkAgainstPersona(scenario: Scenario, persona: Persona): ContentProblem[] {
  return [
    ...checkFocusWorries(scenario, persona),
    ...checkQuestionCount(scenario, persona),
    ...checkRepeated(scenario, persona),
    ...checkKnown(scenario, persona),
  ]
}

function checkFocusWorries(scenario: Scenario, persona: Persona): ContentProblem[] {
  const worries = new Map([...persona.worries, ...scenario.extraWorries].map((worry) => [worry.id, worry]))
  return scenario.focusWorries.flatMap((id, i) => {
    const path = ['focusWorries', i]
    const worry = worries.get(id)
    if (!worry) return [{ path, message: `neither persona nor extraWorries has a worry '${id}'` }]
    const fits = worry.products.length === 0 || worry.products.some((product) => scenario.products.includes(product))
    return fits ? [] : [{ path, message: `worry '${id}' is only about ${worry.products.join(', ')}` }]
  })
}

function checkQuestionCount(scenario: Scenario, persona: Persona): ContentProblem[] {
  const questions = [
    ...new Map([...persona.questions, ...scenario.extraQuestions].map((one) => [one.id, one])).values(),
  ]
  return scenario.products.flatMap((product, i) => {
    const count = questions.filter((one) => one.products.length === 0 || one.products.includes(product)).length
    if (count >= QUESTIONS_PER_PRODUCT_MIN) return []
    const message = `${persona.id} has ${count} questions about ${product}, ${QUESTIONS_PER_PRODUCT_MIN} are needed`
    return [{ path: ['products', i], message }]
  })
}

/**
 * Ids that come twice in the scenario, and lines that repeat its own or its persona's. An id of the persona's may be
 * used: that sharpens the persona's own worry, question or secret, whose lines are then not said here.
 */
function checkRepeated(scenario: Scenario, persona: Persona): ContentProblem[] {
  const ids = (['extraHidden', 'extraWorries', 'extraQuestions'] as const).flatMap((key) =>
    findRepeated(
      scenario[key].map((one, i) => ({ path: [key, i, 'id'], value: one.id })),
      'id',
    ),
  )
  const said = new Set(collectPersonaLines(withoutSharpened(persona, scenario)).map((line) => line.value))
  const lines = collectScenarioLines(scenario)
  return [
    ...ids,
    ...findRepeated(lines, 'line'),
    ...lines
      .filter(({ value }) => said.has(value))
      .map(({ path, value }) => ({ path, message: `line '${value}' is already in ${persona.id}` })),
  ]
}

/**
 * The page shows what is known of the client and what is known in this situation as one list, under the client's name, age and
 * work and beside the place and the introduction: each entry says something new.
 */
function checkKnown({ briefing }: Scenario, persona: Persona): ContentProblem[] {
  const shown = [
    { place: 'the card', text: `${persona.name}，${persona.address}，${persona.age}歲，${persona.occupation.zh}` },
    ...persona.known.map((one) => ({ place: `known of ${persona.id}`, text: one.zh })),
    { place: 'briefing.introducedBy', text: briefing.introducedBy.zh },
    { place: 'briefing.where', text: briefing.where.zh },
  ]
  return briefing.known.flatMap((one, i) => {
    const before = [...shown, ...briefing.known.slice(0, i).map(({ zh }) => ({ place: 'briefing.known', text: zh }))]
    const found = findRetold(
      one.zh,
      before.map(({ text }) => text),
    )
    if (!found) return []
    const message = `'${one.zh}' tells again (${found.clause}) what ${before[found.at]!.place} has: '${before[found.at]!.text}'`
    return [{ path: ['briefing', 'known', i], message }]
  })
}

function withoutSharpened(persona: Persona, scenario: Scenario): Persona {
  const without = <T extends { id: string }>(own: readonly T[], extra: readonly T[]) =>
    own.filter((one) => !extra.some((sharpened) => sharpened.id === one.id))
  return {
    ...persona,
    hidden: without(persona.hidden, scenario.extraHidden),
    worries: without(persona.worries, scenario.extraWorries),
    questions: without(persona.questions, scenario.extraQuestions),
  }
}
