import { type ContentProblem, findRepeated, type KeyPath } from '../shared/content-problem'
import type { Catalogue } from '../shared/observation'
import { TOPIC_NAMES } from '../shared/topics'
import { collectPersonaLines } from './collect-lines'
import type { HiddenFact, Line, Persona, Worry } from './persona-schema'

/** What the rest of the content holds, so that references can be resolved. */
export type KnownContent = {
  /** Null when the catalogue itself is at fault: codes are not checked then. */
  catalogue: Catalogue | null
  productIds: ReadonlySet<string>
}

/**
 * Finds what the schema of a persona cannot see: topics missing or told twice, sensitive facts that cannot be put off,
 * references that lead nowhere, and lines that come twice (a client must never repeat a sentence).
 */
export function checkPersona(persona: Persona, known: KnownContent): ContentProblem[] {
  return [
    ...checkIntroduction(persona),
    ...checkTopics(persona),
    ...checkDeflections(persona),
    ...checkHiddenFacts('hidden', persona.hidden, known),
    ...checkWorries('worries', persona.worries, known),
    ...persona.questions.flatMap((question, i) =>
      checkProducts(['questions', i, 'products'], question.products, known),
    ),
    ...checkIds(persona),
    ...checkRedLines(persona, known),
    ...checkSettled(persona),
    ...checkSayable(persona),
    ...findRepeated(collectPersonaLines(persona), 'line'),
  ]
}

/** Every scenario of a client says who made the introduction; beside it the page would show it twice. */
function checkIntroduction({ known }: Persona): ContentProblem[] {
  return known.flatMap(({ zh }, i) =>
    /介紹|轉介|引薦/u.test(zh)
      ? [
          {
            path: ['known', i],
            message: `'${zh}' tells who introduced: that is briefing.introducedBy of each scenario`,
          },
        ]
      : [],
  )
}

function checkTopics(persona: Persona): ContentProblem[] {
  const told = new Set<string>(persona.facts.map((fact) => fact.topic))
  const missing = TOPIC_NAMES.filter((topic) => !told.has(topic))
  return [
    ...missing.map((topic) => ({ path: ['facts'], message: `no fact about ${topic}` })),
    ...findRepeated(
      persona.facts.map((fact, i) => ({ path: ['facts', i, 'topic'], value: fact.topic })),
      'topic',
    ),
  ]
}

function checkDeflections(persona: Persona): ContentProblem[] {
  return persona.facts.flatMap((fact, i) =>
    fact.minTrust > 0 && fact.deflect.length === 0
      ? [
          {
            path: ['facts', i, 'deflect'],
            message: `${fact.topic} has minTrust ${fact.minTrust} and no line to put it off`,
          },
        ]
      : [],
  )
}

/** @param key `hidden` of a persona or `extraHidden` of a scenario. */
export function checkHiddenFacts(key: string, hidden: readonly HiddenFact[], known: KnownContent): ContentProblem[] {
  return hidden.flatMap((one, i) => checkCodes([key, i, 'after'], one.after, known))
}

/** @param key `worries` of a persona or `extraWorries` of a scenario. */
export function checkWorries(key: string, worries: readonly Worry[], known: KnownContent): ContentProblem[] {
  return worries.flatMap((worry, i) => {
    const problems = [
      ...checkProducts([key, i, 'products'], worry.products, known),
      ...checkCodes([key, i, 'raisedBy'], worry.raisedBy, known),
      ...checkCodes([key, i, 'settle', 'codes'], worry.settle.codes, known),
    ]
    const different = new Set(worry.settle.codes).size
    if (worry.settle.count > different) {
      const message = `${worry.id} needs ${worry.settle.count} codes and lists ${different}: it could never be settled`
      problems.push({ path: [key, i, 'settle', 'count'], message })
    }
    return problems
  })
}

function checkIds(persona: Persona): ContentProblem[] {
  return (['hidden', 'worries', 'questions'] as const).flatMap((key) =>
    findRepeated(
      persona[key].map((one, i) => ({ path: [key, i, 'id'], value: one.id })),
      'id',
    ),
  )
}

function checkRedLines(persona: Persona, known: KnownContent): ContentProblem[] {
  const codes = persona.redLines.map((redLine, i) => ({ path: ['redLines', i, 'code'], value: redLine.code }))
  const good = codes.filter(({ value }) => known.catalogue?.entries.get(value)?.polarity === 'good')
  return [
    ...codes.flatMap(({ path, value }) => checkCode(path, value, known)),
    ...good.map(({ path, value }) => ({ path, message: `${value} is good behaviour, it cannot end a meeting` })),
    ...findRepeated(codes, 'code'),
  ]
}

function checkSettled(persona: Persona): ContentProblem[] {
  const ids = new Set(persona.worries.map((worry) => worry.id))
  return persona.agree.settled.flatMap((id, i) =>
    ids.has(id) ? [] : [{ path: ['agree', 'settled', i], message: `no worry '${id}'` }],
  )
}

/** Lines for a warm or a guarded client are left out in between: without a plain line beside them the client would have nothing to say. */
function checkSayable(persona: Persona): ContentProblem[] {
  const lists: [KeyPath, readonly Line[]][] = [
    ...persona.facts.map((fact, i): [KeyPath, Line[]] => [['facts', i, 'lines'], fact.lines]),
    ...persona.questions.map((question, i): [KeyPath, Line[]] => [['questions', i, 'lines'], question.lines]),
    ...Object.entries(persona.reactions).map(([name, lines]): [KeyPath, Line[]] => [['reactions', name], lines]),
    ...Object.entries(persona.farewell).map(([tone, lines]): [KeyPath, Line[]] => [['farewell', tone], lines]),
    [['stall'], persona.stall],
  ]
  const mute = lists.filter(([, lines]) => lines.every((line) => typeof line !== 'string'))
  return mute.map(([path]) => ({ path, message: 'needs a line without `when`, for a client neither warm nor guarded' }))
}

/** @returns a problem for each code that the catalogue lacks. */
function checkCodes(path: KeyPath, codes: readonly string[], known: KnownContent): ContentProblem[] {
  return codes.flatMap((code, i) => checkCode([...path, i], code, known))
}

/** @returns a problem when the catalogue lacks the code. */
export function checkCode(path: KeyPath, code: string, { catalogue }: KnownContent): ContentProblem[] {
  return catalogue && !catalogue.entries.has(code) ? [{ path, message: `unknown code '${code}'` }] : []
}

/** @returns a problem for each product that does not exist. */
export function checkProducts(path: KeyPath, ids: readonly string[], { productIds }: KnownContent): ContentProblem[] {
  return ids.flatMap((id, i) =>
    productIds.has(id) ? [] : [{ path: [...path, i], message: `unknown product '${id}'` }],
  )
}
