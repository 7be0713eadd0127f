import type { Content } from '~/domain/content'
import type { ItemContent, ItemResponse } from '~/domain/quiz/item'
import { holdsAnswer, matchesAnswer } from '~/domain/quiz/match-answer-text'
import type { ItemResult } from '~/domain/quiz/quiz-ports'
import type { Locale } from '~/domain/shared/localised'
import { buildClientView } from '../face/build-client-view'
import type { ClientView } from '../face/view-types'
import type { AnsweredParts, AnsweredView, Outcome } from './view-types'

type People = Pick<Content, 'scenarios' | 'personas'>

/** The client of a scenario, for their face; null where the scenario is unknown. */
export function findClient(content: People, scenarioId: string | null | undefined, locale: Locale): ClientView | null {
  const scenario = scenarioId ? content.scenarios.get(scenarioId) : undefined
  const persona = scenario && content.personas.get(scenario.persona)
  return persona ? buildClientView(persona, locale) : null
}

/** An answered item with everything that may be told now. */
export function buildAnsweredView(result: ItemResult, people: People, locale: Locale): AnsweredView {
  const { content, question, response, points } = result
  return {
    ...describeItem(content, people, locale),
    itemId: question.itemId,
    isUnreviewed: question.isUnreviewed,
    hasResponse: response !== null,
    outcome: nameOutcome(response, points),
    parts: buildParts(
      content,
      response,
      question.options?.map((one) => one.id),
    ),
  }
}

/** An item with its key, for those who make quizzes. */
export function buildKeyView(
  item: { itemId: string; content: ItemContent; isUnreviewed: boolean },
  people: People,
  locale: Locale,
): AnsweredView {
  return {
    ...describeItem(item.content, people, locale),
    itemId: item.itemId,
    isUnreviewed: item.isUnreviewed,
    hasResponse: false,
    outcome: 'none',
    parts: buildParts(item.content, null),
  }
}

function describeItem(content: ItemContent, people: People, locale: Locale) {
  const isSituation = content.type === 'situation'
  return {
    type: content.type,
    stem: content.stem,
    situation: isSituation ? content.situation : null,
    clientSays: isSituation ? content.clientSays : null,
    client: isSituation ? findClient(people, content.scenarioId, locale) : null,
    explanation: content.explanation,
    citations: content.citations.map(({ passageId, label, quote }) => ({ passageId, label, quote: quote ?? null })),
  }
}

function nameOutcome(response: ItemResponse | null, points: number): Outcome {
  if (response === null) return 'none'
  // Thirds may add up to a hair less than one.
  if (points > 1 - 1e-9) return 'right'
  return points > 0 ? 'partly' : 'wrong'
}

type ResponseOf<T extends ItemResponse['type']> = Extract<ItemResponse, { type: T }>

function pick<T extends ItemResponse['type']>(response: ItemResponse | null, type: T): ResponseOf<T> | null {
  return response?.type === type ? (response as ResponseOf<T>) : null
}

/** @param order ids of the options as they were shown. */
function buildParts(content: ItemContent, response: ItemResponse | null, order?: readonly string[]): AnsweredParts {
  switch (content.type) {
    case 'single':
    case 'multiple':
    case 'situation': {
      const chosen = pick(response, 'choice')?.optionIds ?? []
      const placeOf = (id: string) => order?.indexOf(id) ?? 0
      const options = [...content.options].sort((a, b) => placeOf(a.id) - placeOf(b.id))
      return { type: 'choice', options: options.map((one) => ({ ...one, isChosen: chosen.includes(one.id) })) }
    }
    case 'true-false': {
      const { isTrue, reason } = content
      return { type: 'true-false', given: pick(response, 'true-false')?.isTrue ?? null, isTrue, reason }
    }
    case 'cloze': {
      const words = pick(response, 'cloze')?.words
      const blanks = content.blanks.map(({ accepted }, at) => {
        const given = words?.[at] ?? null
        return { given, isRight: given !== null && matchesAnswer(given, accepted), accepted }
      })
      return { type: 'cloze', blanks }
    }
    case 'matching': {
      const rights = pick(response, 'matching')?.rights
      const pairs = content.pairs.map(({ left, right }, at) => {
        const given = rights?.[at] ?? null
        return { left, right, given, isRight: given === right }
      })
      return { type: 'matching', pairs, extraRights: content.extraRights }
    }
    case 'ordering': {
      const given = pick(response, 'ordering')?.steps
      const steps = content.steps.map((text, at) => {
        const place = given ? given.indexOf(text) : -1
        return { text, givenPlace: place < 0 ? null : place + 1, isRight: place === at }
      })
      return { type: 'ordering', steps }
    }
    case 'short-answer': {
      const given = pick(response, 'short-answer')?.text ?? null
      const points = content.points.map(({ accepted }) => ({
        accepted,
        isMet: given !== null && holdsAnswer(given, accepted),
      }))
      return { type: 'short-answer', given, points, modelAnswer: content.modelAnswer }
    }
  }
}
