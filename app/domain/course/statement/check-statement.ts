import { isTaiwanChinese } from '../../judging/coach/find-unfit-words'
import { findInstructions, stripInvisible } from '../../knowledge/find-suspicious-text'
import type { ItemSource } from '../../quiz/item'
import { isGrounded } from '../../retrieval/check-grounding'
import { buildPairs, measureContainment } from '../../roleplay/measure-likeness'
import type { WrittenStatement } from '../course-writer'
import { findDutyFault } from './find-duty-fault'
import { findMeasureFault, type MeasureFault } from './find-measure-fault'
import { findOmission } from './find-omission'
import { findPartyFault } from './find-party-fault'
import { listStrange } from './find-strange'
import { dropNoDenials, findTurned } from './find-turned'
import { findWidening } from './find-widening'
import { speakLike } from './plain-words'
import { type Ground, readGround } from './read-ground'

/**
 * What is wrong with a statement: it cites no passage of the lesson; its quote does not stand there; its words are unfit for a lesson; they have too little to do
 * with the quote, or tell of something of which it says nothing; a number, date or article is not the quote's, or has another bound; somebody else acts; it obliges, forbids or allows otherwise; it denies
 * what the passage says or the other way round; it says of all what holds for some; it leaves out the exception or the condition.
 */
export type StatementFault =
  | 'passage'
  | 'quote'
  | 'unfit'
  | 'ungrounded'
  | MeasureFault
  | 'party'
  | 'duty'
  | 'turned'
  | 'widening'
  | 'exception'
  | 'condition'

export type CheckedStatement =
  | { status: 'held'; text: string; ground: Ground }
  | { status: 'unheld'; fault: StatementFault }

const LETTERS = { least: 8, most: 160 }
const LETTERS_OF_GOAL = { least: 5, most: 60 }
/** Share of the statement's pairs of letters that stand in the words it stands on. */
const LEAST_SHARED = 0.3
const LEAST_SHARED_OF_GOAL = 0.2
const MARKUP = /https?:|www\.|[<>{}`|\\⟦⟧]|\*\*|__|##|\n|^\s*(?:[-•*●・]|[0-9]+[.、)）])/u
const MACHINE = /語言模型|人工智慧助理|聊天機器人|提示詞|系統指令|滿分/u
/** Words that lean on what stands before them in the law. */
const LEANING = /前(?:[一二三四五]|數)?[項條款]|本[項款]|同條|該[項款條]|上述|如上|這段/u
const GOAL_LEAD =
  /^(?:你)?(?:能夠?|會|可以|學會|知道怎麼)?(?:說得出|講得出|說得清楚|講得清楚|說明|解釋|知道|了解|明白|分得清楚?|分辨|認得出|認出|記得|記住|判斷|掌握)(?:得出)?/u

/**
 * Checks a statement that a model wrote for a lesson against the passages of the lesson. Deterministic, and strict: what it cannot bear out is refused, for the
 * source's own words can stand in its place.
 *
 * It cannot tell every way of being wrong: words may be put together falsely within what all checks allow. A trainer reads the course before it is published.
 *
 * @param sources the passages that were sent; a citation of anything else is invented.
 * @param role a goal names a rule without telling it, so that it may leave out exceptions and conditions.
 */
export function checkStatement(
  { text: given, passageId, quote }: WrittenStatement,
  sources: ReadonlyMap<string, ItemSource>,
  role: 'statement' | 'goal' = 'statement',
): CheckedStatement {
  const source = sources.get(passageId)
  if (!source) return { status: 'unheld', fault: 'passage' }
  const ground = readGround(source, quote)
  if (!ground) return { status: 'unheld', fault: 'quote' }
  const text = tidyStatement(given)
  const told = role === 'goal' ? text.replace(GOAL_LEAD, '') : text
  const fault =
    findUnfit(text, role) ??
    findMeasureFault(told, ground) ??
    findPartyFault(told, ground) ??
    findDutyFault(told, ground) ??
    findTurned(told, ground) ??
    findWidening(told, ground) ??
    (isAbout(told, ground, role) ? null : 'ungrounded') ??
    (role === 'goal' ? null : (findStrange(told, ground) ?? findOmission(told, ground)))
  return fault === null ? { status: 'held', text, ground } : { status: 'unheld', fault }
}

/** 「60 萬元」 is read as a sum only without its space. */
const tidyStatement = (text: string) => text.trim().replace(/(?<=\d)\s+(?=[萬億千百])/gu, '')

function findUnfit(text: string, role: 'statement' | 'goal'): 'unfit' | null {
  const { least, most } = role === 'goal' ? LETTERS_OF_GOAL : LETTERS
  const length = [...text].length
  const isUnfit =
    length < least ||
    length > most ||
    !isTaiwanChinese(text) ||
    MARKUP.test(text) ||
    MACHINE.test(text) ||
    LEANING.test(text) ||
    stripInvisible(text).count > 0 ||
    findInstructions(text).length > 0 ||
    /[？?：:]$/u.test(text)
  return isUnfit ? 'unfit' : null
}

/** Words of every question, which no passage holds. */
const ASKING = /什麼|哪[些種個]|怎麼|如何|多久|多少|幾/gu
const INSURER = /保險公司|保險業|保險人/gu

const findStrange = (text: string, ground: Ground) => (listStrange(text, ground).length > 0 ? 'ungrounded' : null)

function isAbout(said: string, { whole, place }: Ground, role: 'statement' | 'goal'): boolean {
  const least = role === 'goal' ? LEAST_SHARED_OF_GOAL : LEAST_SHARED
  const plain = (words: string) => dropNoDenials(words).replace(INSURER, '保險人')
  const there = plain(`${place}\n${whole}`)
  const text = speakLike(plain(said).replace(ASKING, ''), there)
  return measureContainment(buildPairs(text), buildPairs(there)) >= least && isGrounded(text, [there], '')
}
