import type { ItemContent, ItemFault, ItemOption } from '../item'
import { isSameMeasure, listMeasures, toCanonicalText } from './canonical-text'
import { NEGATIVE_STEM } from './check-support'
import { type CitedText, findNearestSentence, findSupport } from './cited-text'

/** Checks the wrong options: none equal to another, none right too. */
export function checkOptions(content: ItemContent, cited: CitedText): ItemFault[] {
  switch (content.type) {
    case 'single':
    case 'multiple':
      return [...checkEqual(content.options.map((one) => one.text)), ...checkDistractors(content, cited)]
    case 'situation':
      return checkEqual(content.options.map((one) => one.text))
    case 'matching':
      return checkMatching(content, cited)
    case 'ordering':
      return checkEqual(content.steps)
    default:
      return []
  }
}

function checkEqual(texts: readonly string[]): ItemFault[] {
  return texts.flatMap((text, i) => {
    const twin = texts.slice(0, i).find((other) => isEqualOption(text, other))
    return twin === undefined
      ? []
      : [{ code: 'equal-options', detail: 'same-answer', params: { words: twin, other: text } } as const]
  })
}

function isEqualOption(a: string, b: string): boolean {
  const [first, second] = [toCanonicalText(a), toCanonicalText(b)]
  if (first === second) return true
  const [ours, theirs] = [listMeasures(a), listMeasures(b)]
  if (ours.length === 0 || ours.length !== theirs.length) return false
  const strip = (text: string) => text.replace(/\d+(?:\.\d+)?(?:工作日|營業日|小時|[日月年週])/gu, '')
  return strip(first) === strip(second) && ours.every((one, i) => isSameMeasure(one, theirs[i]!))
}

type Choice = Extract<ItemContent, { type: 'single' | 'multiple' }>

function checkDistractors(content: Choice, cited: CitedText): ItemFault[] {
  const keys = content.options.filter((one) => one.isKey)
  const others = content.options.filter((one) => !one.isKey)
  if (NEGATIVE_STEM.test(content.stem)) {
    return [
      ...keys.filter((one) => isTold(one.text, cited)).map((one) => alsoRight(one, 'listed-after-all')),
      ...others.flatMap((one): ItemFault[] =>
        isHeld(one.text, cited)
          ? []
          : [{ code: 'key-not-supported', detail: 'not-found', params: { words: one.text } }],
      ),
    ]
  }
  return others
    .filter((one) => keys.some((key) => isAlsoRight(content.stem, one, key, cited)))
    .map((one) => alsoRight(one, 'also-right'))
}

/** Whether the passages say the same: word for word, or in one sentence that holds all of its pairs of characters and its numbers. */
function isTold(text: string, cited: CitedText): boolean {
  if (toCanonicalText(text).length <= SHORT) return isHeld(text, cited)
  return (
    findSupport(text, cited) === 'verbatim' || (findNearestSentence(text, cited).share === 1 && isHeld(text, cited))
  )
}

function alsoRight(option: ItemOption, detail: 'listed-after-all' | 'also-right'): ItemFault {
  return { code: 'distractor-also-right', detail, params: { words: option.text } }
}

function isHeld(text: string, cited: CitedText): boolean {
  const support = findSupport(text, cited)
  if (support !== 'verbatim' && support !== 'supported') return false
  return listMeasures(text).every((one) => cited.measures.some((held) => isSameMeasure(held, one)))
}

/** Up to this length an option is a role or a term, which the passage may well name in another role. */
const SHORT = 8

function isAlsoRight(stem: string, option: ItemOption, key: ItemOption, cited: CitedText): boolean {
  const [other, right] = [toCanonicalText(option.text), toCanonicalText(key.text)]
  if (other.length === 0) return false
  const [measures, keyMeasures] = [listMeasures(option.text), listMeasures(key.text)]
  if (measures.length > 0 && keyMeasures.length > 0 && other.length <= 24) {
    // A number is right too where the sentence that holds the key's holds it as well.
    return cited.sentences.some(
      (sentence) =>
        sentence.includes(right) &&
        measures.every((one) => listMeasures(sentence).some((held) => isSameMeasure(held, one))),
    )
  }
  if (cited.listed.has(other) && cited.listed.has(right)) return !definesAnotherTerm(stem, other, right, cited)
  if (other.length <= SHORT) return standsInPlaceOf(option.text, key.text, cited)
  if (cited.canonical.includes(other)) return !definesAnotherTerm(stem, other, right, cited)
  return isTold(option.text, cited)
}

/** Whether the passage says it of another term than the one that the stem asks for in 「」: its sentence does not name that term, the key's does. */
function definesAnotherTerm(stem: string, other: string, right: string, cited: CitedText): boolean {
  const terms = [...stem.matchAll(/「([^」]{2,20})」/gu)].map(([, term]) => toCanonicalText(term!))
  return terms.some((term) => {
    const names = (words: string) => cited.sentences.some((one) => one.includes(words) && one.includes(term))
    return names(right) && !names(other)
  })
}

/** Whether the sentence of the key names the other words beside it (要保人或被保險人), or the passage has them before the very words that follow the key. */
function standsInPlaceOf(option: string, key: string, cited: CitedText): boolean {
  const [other, right] = [toCanonicalText(option), toCanonicalText(key)]
  if (other.includes(right) || right.includes(other)) return false
  const beside = new RegExp(
    `${escapePattern(key)}[、或及與和]{1,2}${escapePattern(option)}|${escapePattern(option)}[、或及與和]{1,2}${escapePattern(key)}`,
    'u',
  )
  if (cited.quoted.some((one) => beside.test(one))) return true
  for (let at = cited.canonical.indexOf(right); at >= 0; at = cited.canonical.indexOf(right, at + 1)) {
    const before = cited.canonical.slice(Math.max(0, at - 2), at)
    const behind = cited.canonical.slice(at + right.length, at + right.length + 4)
    if (behind.length === 4 && cited.canonical.includes(`${before}${other}${behind}`)) return true
  }
  return false
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}

function checkMatching(content: Extract<ItemContent, { type: 'matching' }>, cited: CitedText): ItemFault[] {
  const rights = [...content.pairs.map((one) => one.right), ...content.extraRights]
  const faults = [...checkEqual(content.pairs.map((one) => one.left)), ...checkEqual(rights)]
  for (const { left, right } of content.pairs) {
    const own = toCanonicalText(left)
    const sentences = cited.sentences.filter((one) => one.includes(own))
    const rival = rights.find((one) => {
      const words = toCanonicalText(one)
      return (
        one !== right && words.length > 1 && sentences.some((sentence) => sentence.replace(own, '').includes(words))
      )
    })
    if (rival !== undefined)
      faults.push({ code: 'distractor-also-right', detail: 'matches-too', params: { words: rival, other: left } })
  }
  return faults
}
