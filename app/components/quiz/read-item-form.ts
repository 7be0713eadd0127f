import type { z } from 'zod'
import { ABILITIES, ITEM_TYPES, type ItemContent, itemContentSchema } from '~/domain/quiz/item'
import { DIMENSIONS } from '~/domain/shared/dimensions'
import { startDraft, toContent } from './item-draft'
import type { DraftFaults, ItemDraft } from './view-types'

/** The fields of an item's form; rows that were left empty are dropped. */
export function readItemDraft(form: FormData): ItemDraft {
  const read = (name: string) => String(form.get(name) ?? '').trim()
  const all = (name: string) => form.getAll(name).map((value) => String(value).trim())
  const type = ITEM_TYPES.find((one) => one === read('type')) ?? 'single'
  const difficulty = ([1, 2, 3] as const).find((one) => String(one) === read('difficulty')) ?? 2
  const keys = new Set(all('optionKey'))
  const [ids, reasons] = [all('optionId'), all('optionReason')]
  const [labels, quotes] = [all('citeLabel'), all('citeQuote')]
  const rights = all('pairRight')
  return {
    ...startDraft(type),
    calculation: read('calculation'),
    stem: read('stem'),
    explanation: read('explanation'),
    difficulty,
    ability: ABILITIES.find((one) => one === read('ability')) ?? 'understand',
    dimension: DIMENSIONS.find((one) => one === read('dimension')) ?? null,
    citations: all('citePassage')
      .map((place, at) => ({ passageId: readPassageId(place), label: labels[at] ?? '', quote: quotes[at] ?? '' }))
      .filter((one) => one.passageId || one.label || one.quote),
    options: all('optionText')
      .map((text, at) => ({ id: ids[at] ?? '', text, isKey: keys.has(String(at)), reason: reasons[at] ?? '' }))
      .filter((one) => one.text || one.reason),
    situation: read('situation'),
    clientSays: read('clientSays'),
    scenarioId: read('scenarioId'),
    isTrue: read('isTrue') !== 'false',
    reason: read('reason'),
    blanks: all('blank').filter(Boolean),
    pairs: all('pairLeft')
      .map((left, at) => ({ left, right: rights[at] ?? '' }))
      .filter((one) => one.left || one.right),
    extraRights: read('extraRights'),
    steps: all('stepText').filter(Boolean),
    modelAnswer: read('modelAnswer'),
    points: all('point').filter(Boolean),
  }
}

/** The id itself, or the address of its page. */
function readPassageId(place: string): string {
  const encoded = /\/passages\/([^?#\s]+)/.exec(place)?.[1]
  if (!encoded) return place
  try {
    return decodeURIComponent(encoded)
  } catch {
    return place
  }
}

/**
 * Checks the fields of a form; a citation without a label is given the one of its passage.
 *
 * @param texts the cited passages as far as they are in the knowledge base.
 * @param kept ids of passages that the item has cited before: they may be gone by now.
 * @returns the item, or what is wrong with each field; `draft` is the form as it is to stand there again.
 */
export function checkDraft(
  given: ItemDraft,
  texts: ReadonlyMap<string, { text: string; label: string }>,
  kept: ReadonlySet<string>,
): { draft: ItemDraft; content: ItemContent | null; faults: DraftFaults } {
  const citations = given.citations.map((one) => ({
    ...one,
    label: one.label || (texts.get(one.passageId)?.label ?? ''),
  }))
  const draft = { ...given, citations }
  const faults: Record<string, string> = {}
  for (const [at, { passageId, quote }] of citations.entries()) {
    const source = texts.get(passageId)
    if (!source && !kept.has(passageId)) faults[`citations.${at}.passageId`] = 'unknown-passage'
    if (source && quote && !source.text.includes(quote)) faults[`citations.${at}.quote`] = 'not-in-passage'
  }
  const parsed = itemContentSchema.safeParse(toContent(draft))
  for (const issue of parsed.error?.issues ?? []) faults[issue.path.join('.')] ??= nameFault(issue)
  if (draft.type === 'cloze' && countGaps(draft.stem) !== draft.blanks.length) faults.stem ??= 'gaps'
  return { draft, content: parsed.success && Object.keys(faults).length === 0 ? parsed.data : null, faults }
}

const countGaps = (stem: string) => stem.match(/_{2,}/gu)?.length ?? 0

function nameFault(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return issue.origin === 'array' ? 'too-few' : 'missing'
  if (issue.code === 'too_big') return issue.origin === 'array' ? 'too-many' : 'too-long'
  return 'invalid'
}
