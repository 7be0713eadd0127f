import type { ItemResponse, ItemType } from '~/domain/quiz/item'

const MAX_TEXT = 2_000
const MAX_WORD = 200

/** An answer from the fields of its form, whatever was left empty. Which type it is of decides the item, never the sender. */
export function readResponse(type: ItemType, form: FormData): ItemResponse {
  const all = (name: string) => form.getAll(name).map(String)
  switch (type) {
    case 'single':
    case 'multiple':
    case 'situation':
      return { type: 'choice', optionIds: all('option').slice(0, 8) }
    case 'true-false':
      return { type: 'true-false', isTrue: form.get('truth') === 'true' }
    case 'cloze':
      return {
        type: 'cloze',
        words: all('word')
          .slice(0, 4)
          .map((word) => word.trim().slice(0, MAX_WORD)),
      }
    case 'matching':
      return {
        type: 'matching',
        rights: all('right')
          .slice(0, 8)
          .map((right) => right || null),
      }
    case 'ordering':
      return { type: 'ordering', steps: moveStep(all('step').slice(0, 8), String(form.get('move') ?? '')) }
    case 'short-answer':
      return { type: 'short-answer', text: String(form.get('text') ?? '').slice(0, MAX_TEXT) }
  }
}

/** Whether a form was sent without an answer. */
export function isEmptyResponse(response: ItemResponse, form: FormData): boolean {
  return response.type === 'true-false' ? form.get('truth') === null : isBlank(response)
}

/** Whether nothing is answered: an exam keeps an answer that was taken back as a blank one. An order is always an answer. */
export function isBlank(response: ItemResponse): boolean {
  switch (response.type) {
    case 'choice':
      return response.optionIds.length === 0
    case 'cloze':
      return response.words.every((word) => word === '')
    case 'matching':
      return response.rights.every((right) => right === null)
    case 'ordering':
    case 'true-false':
      return false
    case 'short-answer':
      return response.text.trim() === ''
  }
}

/** @param move `up:2` or `down:0`, places from 0; anything else leaves the order. */
function moveStep(steps: readonly string[], move: string): string[] {
  const [, direction, place] = /^(up|down):(\d)$/.exec(move) ?? []
  const from = Number(place)
  const to = direction === 'up' ? from - 1 : from + 1
  const moved = [...steps]
  if (direction && from in moved && to in moved) [moved[from], moved[to]] = [moved[to]!, moved[from]!]
  return moved
}
