import type { ItemContent, ItemResponse } from './item'
import { holdsAnswer, matchesAnswer } from './match-answer-text'

/**
 * Grades one answer. The rules, by type:
 *
 * - single, situation: 1 for exactly one option that is a key (of several keys each is accepted).
 * - multiple: (keys chosen − other options chosen) / keys, never under 0; so all keys and nothing else is 1.
 * - true-false: 1 or 0.
 * - cloze: share of blanks with an accepted spelling (`matchesAnswer`).
 * - matching: share of lefts with their own right.
 * - ordering: share of steps that stand in their own place; 0 unless the answer holds each step once.
 * - short-answer: share of points whose words the text holds (`holdsAnswer`).
 *
 * @param response null where none was given.
 * @returns points from 0 to 1; 0 for an answer in the shape of another type.
 */
export function gradeResponse(content: ItemContent, response: ItemResponse | null): { points: number } {
  return { points: response === null ? 0 : countPoints(content, response) }
}

type ResponseOf<T extends ItemResponse['type']> = Extract<ItemResponse, { type: T }>

const COUNTERS: { [T in ItemResponse['type']]: (content: ItemContent, response: ResponseOf<T>) => number } = {
  choice: (content, { optionIds }) => {
    if (content.type === 'multiple') return gradeSeveral(content.options, optionIds)
    return 'options' in content ? gradeOne(content.options, optionIds) : 0
  },
  'true-false': (content, { isTrue }) => (content.type === 'true-false' && content.isTrue === isTrue ? 1 : 0),
  cloze: (content, { words }) =>
    content.type === 'cloze'
      ? shareOf(content.blanks, (blank, at) => matchesAnswer(words[at] ?? '', blank.accepted))
      : 0,
  matching: (content, { rights }) =>
    content.type === 'matching' ? shareOf(content.pairs, (pair, at) => rights[at] === pair.right) : 0,
  ordering: (content, { steps }) => (content.type === 'ordering' ? gradeOrder(content.steps, steps) : 0),
  'short-answer': (content, { text }) =>
    content.type === 'short-answer' ? shareOf(content.points, (point) => holdsAnswer(text, point.accepted)) : 0,
}

function countPoints<T extends ItemResponse['type']>(content: ItemContent, response: ResponseOf<T>): number {
  return COUNTERS[response.type as T](content, response)
}

type Options = readonly { id: string; isKey: boolean }[]

function gradeOne(options: Options, chosen: readonly string[]): number {
  const [only, ...more] = new Set(chosen)
  return more.length === 0 && options.some((option) => option.id === only && option.isKey) ? 1 : 0
}

function gradeSeveral(options: Options, chosen: readonly string[]): number {
  const keys = new Set(options.filter((option) => option.isKey).map((option) => option.id))
  const ids = [...new Set(chosen)]
  const right = ids.filter((id) => keys.has(id)).length
  return keys.size === 0 ? 0 : Math.max(0, (right - (ids.length - right)) / keys.size)
}

function gradeOrder(steps: readonly string[], given: readonly string[]): number {
  const isSameSet = steps.length === given.length && [...steps].sort().join('\n') === [...given].sort().join('\n')
  return isSameSet ? shareOf(steps, (step, at) => given[at] === step) : 0
}

function shareOf<T>(all: readonly T[], isRight: (one: T, at: number) => boolean): number {
  return all.length === 0 ? 0 : all.filter(isRight).length / all.length
}
