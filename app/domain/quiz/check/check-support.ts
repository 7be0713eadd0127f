import type { ItemContent, ItemFault, ItemFaultDetail } from '../item'
import { isSameMeasure, listMeasures, toCanonicalText } from './canonical-text'
import { checkCalculation, isCalculated } from './check-calculation'
import { type CitedText, findSupport } from './cited-text'

/** A stem that asks for what does not belong, with its mark; 【不得】 and the like ask for what the law itself says. */
export const NEGATIVE_STEM = /【[^】]*(?:不(?!得|應|可|必|須|需|能|負|適用)|非|錯誤|有誤)[^】]*】/u

/** Checks that the citations are there and that the key is what the cited passages say: its quote, its words, its numbers, and yes or no. */
export function checkSupport(content: ItemContent, cited: CitedText): ItemFault[] {
  if (content.citations.length === 0) return [unsupported('no-citation')]
  const missing = content.citations.find((one) => !cited.sources.some((source) => source.passageId === one.passageId))
  if (missing) return [{ code: 'stale-source', detail: 'passage-missing', params: { words: missing.label } }]
  return [...checkQuotes(content, cited), ...checkKey(content, cited)]
}

function unsupported(detail: ItemFaultDetail, words?: string, other?: string): ItemFault {
  const params = { ...(words !== undefined && { words }), ...(other !== undefined && { other }) }
  return { code: 'key-not-supported', detail, params }
}

function checkQuotes(content: ItemContent, cited: CitedText): ItemFault[] {
  return content.citations.flatMap(({ passageId, quote }) => {
    if (quote === undefined) return []
    const source = cited.sources.find((one) => one.passageId === passageId)!
    return quote !== '' && source.text.includes(quote) ? [] : [unsupported('quote-missing', quote)]
  })
}

function checkKey(content: ItemContent, cited: CitedText): ItemFault[] {
  if (isCalculated(content)) return checkCalculation(content, cited)
  switch (content.type) {
    case 'single':
    case 'multiple': {
      const keys = content.options.filter((one) => one.isKey)
      if (keys.length === 0) return [{ code: 'no-key', detail: 'no-key', params: {} }]
      // Where the stem asks for what does not belong, the key must not stand in the passage: see `checkDistractors`.
      return NEGATIVE_STEM.test(content.stem) ? [] : keys.flatMap((one) => requireSupport(one.text, cited))
    }
    case 'situation':
      return content.options.some((one) => one.isKey) ? [] : [{ code: 'no-key', detail: 'no-good-reply', params: {} }]
    case 'true-false':
      return checkStatement(content.stem, content.isTrue, cited)
    case 'cloze': {
      const words = content.blanks.map((one) => one.accepted[0]!)
      if ((content.stem.match(/_{4,}/gu)?.length ?? 0) !== words.length)
        return [{ code: 'no-key', detail: 'blanks-differ', params: {} }]
      let at = 0
      const whole = content.stem.replace(/_{4,}/gu, () => words[at++]!)
      return [...checkSpellings(content.blanks), ...requireSupport(dropLead(whole, cited), cited)]
    }
    case 'matching':
      return content.pairs.flatMap((one) => [...requireSupport(one.left, cited), ...requireSupport(one.right, cited)])
    case 'ordering':
      return checkOrder(content.steps, cited)
    case 'short-answer':
      return [
        ...requireSupport(content.modelAnswer, cited),
        ...content.points.flatMap((one) => requireSupport(one.accepted[0]!, cited)),
      ]
  }
}

function requireSupport(text: string, cited: CitedText): ItemFault[] {
  const support = findSupport(text, cited)
  if (support === 'contradicted') return [unsupported('contradicts-source', text)]
  if (support === 'unknown') return [unsupported('not-found', text)]
  const strange = listMeasures(text).find((one) => !cited.measures.some((held) => isSameMeasure(held, one)))
  return strange ? [unsupported('number-missing', text)] : []
}

/** Takes the name of the law off the front of a sentence: 依保險法第64條規定，. It is checked with the numbers. */
function dropLead(text: string, cited: CitedText): string {
  return text.replace(/(?<=^|。)(?:依|依據|根據)[^，。]{2,60}?[，,]/gu, (lead) =>
    cited.sources.some((one) => lead.includes(one.title)) ? '' : lead,
  )
}

function checkStatement(stem: string, isTrue: boolean, cited: CitedText): ItemFault[] {
  const statement = dropLead(stem, cited)
  if (isTrue) return requireSupport(statement, cited)
  const isHeld =
    findSupport(statement, cited) === 'verbatim' ||
    cited.sources.some((one) => toCanonicalText(one.text).includes(toCanonicalText(statement)))
  return isHeld ? [unsupported('false-is-true', stem)] : []
}

/** Spellings of one number must be of one size; other spellings may be any words. */
function checkSpellings(blanks: readonly { accepted: readonly string[] }[]): ItemFault[] {
  return blanks.flatMap(({ accepted }) => {
    const [first, ...others] = accepted.map((one) => toCanonicalText(one))
    const isNumber = /^\d+(?:\.\d+)?$/u.test(first!)
    const strange = isNumber ? others.find((one) => /^\d+(?:\.\d+)?$/u.test(one) && one !== first) : undefined
    return strange === undefined ? [] : [unsupported('spellings-differ', first, strange)]
  })
}

function checkOrder(steps: readonly string[], cited: CitedText): ItemFault[] {
  let at = 0
  for (const step of steps) {
    const found = cited.canonical.indexOf(toCanonicalText(step), at)
    if (found < 0) return [unsupported('order-missing', step)]
    at = found + 1
  }
  return []
}
