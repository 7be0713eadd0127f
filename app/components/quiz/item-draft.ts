import type { ItemContent, ItemType } from '~/domain/quiz/item'
import type { ItemDraft } from './view-types'

/** In the browser: of an item that is not stored yet. */
export const nameNewItemDraft = (type: ItemType) => `item.new.${type}`

const OPTION_IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

/** An empty form of a type. */
export function startDraft(type: ItemType): ItemDraft {
  return {
    type,
    calculation: '',
    stem: '',
    explanation: '',
    difficulty: 2,
    ability: 'understand',
    dimension: null,
    citations: [],
    options: [],
    situation: '',
    clientSays: '',
    scenarioId: '',
    isTrue: true,
    reason: '',
    blanks: [],
    pairs: [],
    extraRights: '',
    steps: [],
    modelAnswer: '',
    points: [],
  }
}

const joinLines = (lines: readonly string[]) => lines.join('\n')
const splitLines = (text: string) =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter(Boolean)

/** The fields of a form from an item. */
export function toDraft(content: ItemContent): ItemDraft {
  const { stem, explanation, difficulty, ability, dimension } = content
  const citations = content.citations.map((one) => ({ ...one, quote: one.quote ?? '' }))
  const draft = { ...startDraft(content.type), stem, explanation, difficulty, ability, dimension, citations }
  switch (content.type) {
    case 'single':
      return {
        ...draft,
        options: content.options,
        calculation: content.calculation ? JSON.stringify(content.calculation) : '',
      }
    case 'multiple':
      return { ...draft, options: content.options }
    case 'situation': {
      const { options, situation, clientSays, scenarioId } = content
      return { ...draft, options, situation, clientSays, scenarioId: scenarioId ?? '' }
    }
    case 'true-false':
      return { ...draft, isTrue: content.isTrue, reason: content.reason }
    case 'cloze':
      return { ...draft, blanks: content.blanks.map((one) => joinLines(one.accepted)) }
    case 'matching':
      return { ...draft, pairs: content.pairs, extraRights: joinLines(content.extraRights) }
    case 'ordering':
      return { ...draft, steps: content.steps }
    case 'short-answer':
      return {
        ...draft,
        modelAnswer: content.modelAnswer,
        points: content.points.map((one) => joinLines(one.accepted)),
      }
  }
}

/** The form of the same type that was kept in the browser; null where there is none, or one that was kept by another version of the page. */
export function readKeptItem(text: string, current: ItemDraft): ItemDraft | null {
  try {
    const kept: Record<string, unknown> | null = text ? JSON.parse(text) : null
    if (!kept || kept.type !== current.type || JSON.stringify(kept) === JSON.stringify(current)) return null
    const shape = Object.entries(startDraft(current.type))
    // `dimension` alone may be null.
    const fits = shape.every(([name, empty]) => empty === null || kindOf(kept[name]) === kindOf(empty))
    return fits ? { ...startDraft(current.type), ...(kept as ItemDraft) } : null
  } catch {
    return null
  }
}

const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value)

/** The item that a form means; whether it is sound, the schema says. */
export function toContent(draft: ItemDraft): unknown {
  const { type, stem, explanation, difficulty, ability, dimension } = draft
  const citations = draft.citations.map(({ passageId, label, quote }) => ({
    passageId,
    label,
    ...(quote && { quote }),
  }))
  const common = { type, stem, explanation, difficulty, ability, dimension, citations }
  const accepted = (texts: readonly string[]) => texts.map((text) => ({ accepted: splitLines(text) }))
  switch (type) {
    case 'single':
    case 'multiple':
      return { ...common, options: nameOptions(draft.options), ...readCalculation(draft) }
    case 'situation': {
      const { situation, clientSays, scenarioId } = draft
      return { ...common, options: nameOptions(draft.options), situation, clientSays, scenarioId: scenarioId || null }
    }
    case 'true-false':
      return { ...common, isTrue: draft.isTrue, reason: draft.reason }
    case 'cloze':
      return { ...common, blanks: accepted(draft.blanks) }
    case 'matching':
      return { ...common, pairs: draft.pairs, extraRights: splitLines(draft.extraRights) }
    case 'ordering':
      return { ...common, steps: draft.steps }
    case 'short-answer':
      return { ...common, modelAnswer: draft.modelAnswer, points: accepted(draft.points) }
  }
}

/** An item keeps how it is calculated; whether the key still is what comes out, the checks say. */
function readCalculation({ type, calculation }: ItemDraft): { calculation?: unknown } {
  if (type !== 'single' || calculation === '') return {}
  try {
    return { calculation: JSON.parse(calculation) }
  } catch {
    return {}
  }
}

/** Options keep their letters, so that answers given before can still be read; new ones get those that are free. */
function nameOptions(options: ItemDraft['options']): ItemDraft['options'] {
  const taken = new Set(options.map((one) => one.id).filter(Boolean))
  return options.map((one) => {
    const id = one.id || OPTION_IDS.find((letter) => !taken.has(letter)) || ''
    taken.add(id)
    return { ...one, id }
  })
}
