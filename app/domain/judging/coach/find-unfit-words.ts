import { findInstructions, stripInvisible } from '../../knowledge/find-suspicious-text'
import { findWordFault, hasLeftLanguage } from '../../roleplay/speak-with-model/reply-faults'
import type { CoachFault } from './coaching'

/** Web addresses, code, marks of Markdown, lists, and places that somebody was to fill in. */
const MARKUP =
  /https?:|www\.|[<>{}`|\\⟦⟧＜＞｛｝]|\*\*|__|##|[○〇]{2}|[xX×＊*]{2,}|(?<![\p{L}\d])(?:OO|某某|XX)|\n|^\s*(?:[-•*●・]|[0-9]+[.、)）]|[一二三四五][、.)）])/u
/** How a turn is graded is nobody's to tell but the judge's. */
const RUBRIC =
  /分數|評分|滿分|得分|高分|總分|打分|給分|扣分|加分|[0-9０-９一二三四五六七八九十百]+\s*分(?![之鐘期析為配行店攤送享感重清明了關簡詳安錢毫])|及格|過關|通過標準|評量|評審|裁判|代碼|題庫|標準答案|rubric|\bscor(?:e[ds]?|ing)\b|\bpass(?:ing)? mark\b|\bfull marks\b|\b\d+\s*points?\b/iu
const MACHINE =
  /(?<![A-Za-z])AI(?![A-Za-z])|人工智[慧能]|語言模型|大型模型|聊天機器人|提示詞|prompt|language model|as an assistant/iu

/**
 * Words that neither a coach says nor an agent: of the machine, of the scoring, instructions to a model, markup.
 *
 * @returns null for words that may pass on to the further checks.
 */
export function findUnfitWords(text: string): Extract<CoachFault, 'markup' | 'instruction' | 'rubric' | 'role'> | null {
  if (stripInvisible(text).count > 0 || findInstructions(text).length > 0) return 'instruction'
  if (MARKUP.test(text)) return 'markup'
  if (RUBRIC.test(text)) return 'rubric'
  if (MACHINE.test(text)) return 'role'
  const fault = findWordFault(text, () => false)
  if (fault === 'leak') return 'rubric'
  return fault === 'role-break' ? 'role' : null
}

const SPEAKER =
  /^\s*(?:(?:保險)?業務(?:員|人員)?|顧問|專員|理專|客戶|教練|主管|說法|示範|建議|版本|[你您我]|agent|advis[eo]r|client|coach|user|trainee)\s*[0-9一二三]?\s*[:：]/iu

/** @returns whether a speaker or a heading stands before the words. */
export const hasSpeaker = (text: string) => SPEAKER.test(text)

/** Of the letters of a Chinese text, so many must be Chinese. */
const LEAST_HAN = 0.6

/** @returns whether the text is Chinese as it is written in Taiwan. */
export function isTaiwanChinese(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return han > 0 && han >= letters * LEAST_HAN && !hasLeftLanguage(text, () => false)
}
