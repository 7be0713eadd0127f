import type { ItemContent, ItemFault } from '../item'
import { isSameMeasure, listMeasures, toCanonicalText } from './canonical-text'
import { type CitedText, findSupport } from './cited-text'

/** A stem that asks for what does not belong, with its mark; 【不得】 and the like ask for what the law itself says. */
export const NEGATIVE_STEM = /【[^】]*(?:不(?!得|應|可|必|須|需|能|負|適用)|非|錯誤|有誤)[^】]*】/u

/** Checks that the citations are there and that the key is what the cited passages say: its quote, its words, its numbers, and yes or no. */
export function checkSupport(content: ItemContent, cited: CitedText): ItemFault[] {
  if (content.citations.length === 0) return [unsupported('沒有引用任何出處')]
  const missing = content.citations.find((one) => !cited.sources.some((source) => source.passageId === one.passageId))
  if (missing) return [{ code: 'stale-source', detail: `找不到引用的段落「${missing.label}」` }]
  return [...checkQuotes(content, cited), ...checkKey(content, cited)]
}

function unsupported(detail: string): ItemFault {
  return { code: 'key-not-supported', detail }
}

function checkQuotes(content: ItemContent, cited: CitedText): ItemFault[] {
  return content.citations.flatMap(({ passageId, quote }) => {
    if (quote === undefined) return []
    const source = cited.sources.find((one) => one.passageId === passageId)!
    return quote !== '' && source.text.includes(quote) ? [] : [unsupported(`引文不在原文裡：「${quote}」`)]
  })
}

function checkKey(content: ItemContent, cited: CitedText): ItemFault[] {
  switch (content.type) {
    case 'single':
    case 'multiple': {
      const keys = content.options.filter((one) => one.isKey)
      if (keys.length === 0) return [{ code: 'no-key', detail: '沒有正確答案' }]
      // Where the stem asks for what does not belong, the key must not stand in the passage: see `checkDistractors`.
      return NEGATIVE_STEM.test(content.stem) ? [] : keys.flatMap((one) => requireSupport(one.text, cited))
    }
    case 'situation':
      return content.options.some((one) => one.isKey) ? [] : [{ code: 'no-key', detail: '沒有適當的回答' }]
    case 'true-false':
      return checkStatement(content.stem, content.isTrue, cited)
    case 'cloze': {
      const words = content.blanks.map((one) => one.accepted[0]!)
      if ((content.stem.match(/_{4,}/gu)?.length ?? 0) !== words.length)
        return [{ code: 'no-key', detail: '空格數和答案數不同' }]
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
  if (support === 'contradicted') return [unsupported(`與原文的肯定或否定相反：「${text}」`)]
  if (support === 'unknown') return [unsupported(`原文裡找不到：「${text}」`)]
  const strange = listMeasures(text).find((one) => !cited.measures.some((held) => isSameMeasure(held, one)))
  return strange ? [unsupported(`原文沒有這個數字：「${text}」`)] : []
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
  return isHeld ? [unsupported(`標為錯誤的敘述卻和原文相同：「${stem}」`)] : []
}

/** Spellings of one number must be of one size; other spellings may be any words. */
function checkSpellings(blanks: readonly { accepted: readonly string[] }[]): ItemFault[] {
  return blanks.flatMap(({ accepted }) => {
    const [first, ...others] = accepted.map((one) => toCanonicalText(one))
    const isNumber = /^\d+(?:\.\d+)?$/u.test(first!)
    const strange = isNumber ? others.find((one) => /^\d+(?:\.\d+)?$/u.test(one) && one !== first) : undefined
    return strange === undefined ? [] : [unsupported(`可接受的寫法不是同一個數：${first}、${strange}`)]
  })
}

function checkOrder(steps: readonly string[], cited: CitedText): ItemFault[] {
  let at = 0
  for (const step of steps) {
    const found = cited.canonical.indexOf(toCanonicalText(step), at)
    if (found < 0) return [unsupported(`原文的順序裡沒有：「${step}」`)]
    at = found + 1
  }
  return []
}
