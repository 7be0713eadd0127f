import { checkAnswer } from '../../retrieval/check-answer'
import type { ItemContent, ItemFault } from '../item'
import { listMeasures, type MeasureKind } from './canonical-text'
import { isCalculated } from './check-calculation'
import type { CitedText } from './cited-text'

/** Checks that every number, date and article that the item states as true stands in the cited passages, and that options measure what is asked. */
export function checkNumbers(content: ItemContent, cited: CitedText): ItemFault[] {
  // The numbers of a case are its own; which of the source it stands on, `checkCalculation` knows.
  return [...(isCalculated(content) ? [] : checkHeld(content, cited)), ...checkPlace(content)]
}

function checkHeld(content: ItemContent, cited: CitedText): ItemFault[] {
  if (cited.sources.length === 0) return []
  const passageIds = cited.sources.map((one) => one.passageId)
  const passages = new Map(
    cited.sources.map((one) => [
      one.passageId,
      { article: one.article, title: `${one.title}\n${one.headings.join('\n')}`, text: one.text },
    ]),
  )
  const faults = checkAnswer(
    listStatements(content).map((text) => ({ text: spellArticles(text), passageIds })),
    passages,
  )
  return faults.map(({ value }) => ({
    code: 'number-not-in-source',
    detail: 'number-missing',
    params: { words: value.replace('#', '') },
  }))
}

/** 第107條之1 as the checker reads it. */
function spellArticles(text: string): string {
  return text.replace(/第(\d+)條之(\d+)/gu, '第$1-$2條')
}

/** What the item itself says is true. A false statement and wrong options may hold any number; so may a case that is told. */
function listStatements(content: ItemContent): string[] {
  const texts = [content.explanation]
  if (content.type === 'true-false') return content.isTrue ? [...texts, content.stem] : texts
  if (content.type === 'situation') return texts
  texts.push(content.stem)
  if (content.type === 'short-answer') texts.push(content.modelAnswer)
  if (content.type === 'single' || content.type === 'multiple')
    texts.push(...content.options.filter((one) => one.isKey && !/【/u.test(content.stem)).map((one) => one.text))
  return texts
}

const ASKED: readonly [RegExp, MeasureKind][] = [
  [/(?:幾|多少)(?:個?工作|個?營業)?(?:日|天|個月|年|週|小時)|多久|多長|期間為|期限為/u, 'time'],
  [/(?:幾|多少)萬?元|多少(?:金額|錢|罰鍰|罰金)|罰鍰.{0,6}(?:多少|若干)|金額為(?:何|多少)/u, 'money'],
  [/幾歲|多少歲/u, 'age'],
  [/百分之(?:幾|多少)|多少比[例率]|幾分之幾/u, 'share'],
  [/幾(?:人|倍|次)|多少(?:人|倍|次)/u, 'count'],
]

function checkPlace(content: ItemContent): ItemFault[] {
  if (content.type !== 'single' && content.type !== 'multiple') return []
  const kinds = content.options.map((one) => new Set(listMeasures(one.text).map((measure) => measure.kind)))
  const asked = ASKED.find(([words]) => words.test(lastClause(content.stem)))?.[1]
  return content.options.flatMap((option, i) => {
    const own = kinds[i]!
    if (asked !== undefined && own.size > 0 && !own.has(asked))
      return [{ code: 'number-out-of-place', detail: 'wrong-measure', params: { words: option.text } } as const]
    return []
  })
}

function lastClause(stem: string): string {
  const clauses = stem.split(/[，。；]/u).filter((one) => one.trim() !== '')
  return clauses.findLast((one) => /[幾何哪]|多[少久長]/u.test(one)) ?? clauses.at(-1) ?? ''
}
