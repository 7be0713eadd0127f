import type { KeyPath } from '../shared/content-problem'
import type { Line, Persona } from './persona-schema'
import type { Scenario } from './scenario-schema'

/** A line the client may say, and where it stands in its file. */
type PlacedLine = { path: KeyPath; value: string }

/** @returns every line of the persona in the order of the file's schema; fillers and catchphrases are no lines. */
export function collectPersonaLines(persona: Persona): PlacedLine[] {
  return [
    ...persona.facts.flatMap((fact, i) => [
      ...place(['facts', i, 'lines'], fact.lines),
      ...place(['facts', i, 'deflect'], fact.deflect),
    ]),
    ...collectHidden('hidden', persona.hidden),
    ...collectWorries('worries', persona.worries),
    ...collectQuestions('questions', persona.questions),
    ...Object.entries(persona.reactions).flatMap(([name, lines]) => place(['reactions', name], lines)),
    ...persona.redLines.flatMap((redLine, i) => place(['redLines', i, 'lines'], redLine.lines)),
    ...place(['agree', 'lines'], persona.agree.lines),
    ...place(['stall'], persona.stall),
    ...Object.entries(persona.farewell).flatMap(([tone, lines]) => place(['farewell', tone], lines)),
    ...place(['remarks'], persona.remarks),
  ]
}

/** @returns every line that the scenario adds to its persona. */
export function collectScenarioLines(scenario: Scenario): PlacedLine[] {
  return [
    ...place(['opening'], scenario.opening),
    ...collectHidden('extraHidden', scenario.extraHidden),
    ...collectWorries('extraWorries', scenario.extraWorries),
    ...collectQuestions('extraQuestions', scenario.extraQuestions),
  ]
}

function collectHidden(key: string, hidden: Persona['hidden']): PlacedLine[] {
  return hidden.flatMap((one, i) => [
    ...place([key, i, 'lines'], one.lines),
    ...place([key, i, 'deflect'], one.deflect),
  ])
}

function collectWorries(key: string, worries: Persona['worries']): PlacedLine[] {
  return worries.flatMap((worry, i) => [
    ...place([key, i, 'lines'], worry.lines),
    ...place([key, i, 'settled'], worry.settled),
    ...place([key, i, 'unsettled'], worry.unsettled),
  ])
}

function collectQuestions(key: string, questions: Persona['questions']): PlacedLine[] {
  return questions.flatMap((question, i) => [
    ...place([key, i, 'lines'], question.lines),
    ...place([key, i, 'again'], question.again),
  ])
}

function place(path: KeyPath, lines: readonly Line[]): PlacedLine[] {
  return lines.map((line, i) => ({
    path: [...path, i],
    value: (typeof line === 'string' ? line : line.say).trim(),
  }))
}
