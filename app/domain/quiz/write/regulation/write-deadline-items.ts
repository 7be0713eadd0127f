import { NUMBER_SOURCE, readChineseNumber } from '../../../knowledge/read-chinese-number'
import { addDays, calculate, spellDay } from '../../calculation'
import type { ItemContent } from '../../item'
import { cite, explainWith, type WriteContext } from '../candidate'
import { type Deadline, drawDay, listDayOptions, spellPeriod } from '../list-day-options'
import type { Article, Statement } from './read-law'
import { findLeadingActor } from './roles'

/** …應於知悉後五日內通知保險人. What begins with 之日起 is left out: whether its first day counts is argued about. */
const WITHIN = new RegExp(
  `^(?<head>.{2,80}?)(?:應|得)於(?<event>[^，。；、或其該]{2,16}?)(?:後|之?翌日起|之?次日起)(?<number>${NUMBER_SOURCE})(?<unit>日|個月|年)內，?(?<act>[^，。；]{3,40})$`,
  'u',
)
/** Exceptions, which the case that is told does not meet. */
const EXCEPT = /，除[^。]+外(?=，|$)/u

/** Puts a date to the event that a period runs from and asks for its last day. */
export function writeDeadlineItems(article: Article, { random, types }: WriteContext): ItemContent[] {
  if (!types.has('single')) return []
  return article.statements.flatMap((statement): ItemContent[] => {
    const found = statement.proviso === '' ? WITHIN.exec(statement.text)?.groups : undefined
    const count = found && readChineseNumber(found.number!)
    if (!found || !count) return []
    const head = found.head!.replace(EXCEPT, '').replace(/，$/u, '')
    // The lead that names the law stands behind the case.
    if (/該(?:法|條|條例|規則|辦法)/u.test(head)) return []
    const unit = found.unit === '個月' ? '月' : (found.unit as '日' | '年')
    const calculation = { kind: 'deadline', from: drawDay(random), count, unit } as const
    const options = listDayOptions(calculation, '法條規定的', random)
    return [
      buildItem(article, statement, {
        calculation,
        options,
        happened: `${head}${joinTo(head)}${found.event}`,
        act: found.act!,
      }),
    ]
  })
}

/** …，要保人或被保險人知悉: what names who it is leads straight on to what that one did. */
function joinTo(head: string): string {
  const last = head.split('，').at(-1)!
  return findLeadingActor(last) === last || /[人者員]$/u.test(last) ? '' : '，'
}

type Told = {
  calculation: Deadline
  options: Extract<ItemContent, { type: 'single' }>['options']
  happened: string
  act: string
}

function buildItem(article: Article, { quote }: Statement, { calculation, options, happened, act }: Told): ItemContent {
  const { from, count, unit } = calculation
  const counted = `從 ${spellDay(addDays(from, 1))}起算 ${spellPeriod(count, unit)}，到 ${calculate(calculation)}為止`
  return {
    type: 'single',
    stem: `${happened}的那一天是 ${spellDay(from)}。${article.lead}最晚要在哪一天${act}？（期間依民法計算，始日不算入，不計假日順延。）`,
    options,
    explanation: `${explainWith(article.source, quote)}。始日不算入（民法第120條），${counted}。`,
    citations: [cite(article.source, quote)],
    difficulty: 2,
    ability: 'apply',
    dimension: null,
    calculation,
  }
}
