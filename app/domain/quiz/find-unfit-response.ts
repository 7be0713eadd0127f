import type { ItemContent, ItemResponse, ItemType } from './item'

const RESPONSE_TYPES: Readonly<Record<ItemType, ItemResponse['type']>> = {
  single: 'choice',
  multiple: 'choice',
  situation: 'choice',
  'true-false': 'true-false',
  cloze: 'cloze',
  matching: 'matching',
  ordering: 'ordering',
  'short-answer': 'short-answer',
}

export type UnfitResponse = 'wrong-type' | 'unknown-option' | 'unknown-right' | 'unknown-step'

/**
 * Whether an answer can be one to this item at all: a choice of what the item never offered says nothing of what somebody knows, so it is not to be graded.
 *
 * @returns what does not fit; null when the answer, right or wrong, can be graded.
 */
export function findUnfitResponse(content: ItemContent, response: ItemResponse): UnfitResponse | null {
  if (RESPONSE_TYPES[content.type] !== response.type) return 'wrong-type'
  if (response.type === 'choice' && 'options' in content)
    return areAmong(
      response.optionIds,
      content.options.map((one) => one.id),
    )
      ? null
      : 'unknown-option'
  if (response.type === 'matching' && content.type === 'matching') {
    const offered = [...content.pairs.map((one) => one.right), ...content.extraRights]
    const chosen = response.rights.filter((one) => one !== null)
    return areAmong(chosen, offered) && response.rights.length <= content.pairs.length ? null : 'unknown-right'
  }
  if (response.type === 'ordering' && content.type === 'ordering')
    return areAmong(response.steps, content.steps) ? null : 'unknown-step'
  return null
}

const areAmong = (given: readonly string[], offered: readonly string[]) => given.every((one) => offered.includes(one))
