import type { ExchangeItem, ReadItems } from '~/domain/quiz/exchange-ports'
import { ABILITIES, ITEM_TYPES, type ItemContent, itemContentSchema } from '~/domain/quiz/item'
import { ITEM_TYPE_NAMES } from '~/domain/quiz/item-type-names'
import { DIMENSIONS } from '~/domain/shared/dimensions'
import { explainItem } from './explain-item'

/**
 * Items as a table, one row each, for CSV and XLSX. The head is Chinese; the English names are read as well.
 *
 * `選項1`…`選項8` hold options, pairs (`左=右`), steps or accepted spellings (`一|二`); `答案` the numbers of the keys (`1,3`), or 是/否.
 */
const COLUMNS = [
  ['type', '題型'],
  ['stem', '題幹'],
  ['situation', '情境'],
  ['clientSays', '客戶說'],
  ...Array.from({ length: 8 }, (_, i) => [`option${i + 1}`, `選項${i + 1}`] as const),
  ['key', '答案'],
  ...Array.from({ length: 8 }, (_, i) => [`reason${i + 1}`, `理由${i + 1}`] as const),
  ['explanation', '解析'],
  ['difficulty', '難度'],
  ['ability', '能力'],
  ['dimension', '面向'],
  ['source', '出處'],
] as const
type Row = Record<string, string>

const ABILITY_NAMES: Readonly<Record<(typeof ABILITIES)[number], string>> = {
  recall: '記憶',
  understand: '理解',
  apply: '應用',
}
const IDS = 'abcdefgh'
const LONGEST = 8
/** `…` as a bar or an equals sign of its own would be read as a divider. */
const BAR = '|'

/** @returns the head and a row for each item. */
export function toTable(items: readonly ExchangeItem[]): string[][] {
  const rows = items.map(({ content }) => {
    const row = toRow(content)
    return COLUMNS.map(([name]) => row[name] ?? '')
  })
  return [COLUMNS.map(([, head]) => head), ...rows]
}

function toRow(content: ItemContent): Row {
  return {
    type: ITEM_TYPE_NAMES[content.type],
    stem: content.stem,
    explanation: content.explanation,
    difficulty: String(content.difficulty),
    ability: ABILITY_NAMES[content.ability],
    dimension: content.dimension ?? '',
    source: explainItem({ ...content, explanation: '' }).replace(/^（出處：|）$/gu, ''),
    ...toAnswerCells(content),
  }
}

const number = (texts: readonly string[], name: 'option' | 'reason') =>
  Object.fromEntries(texts.map((text, i) => [`${name}${i + 1}`, text]))

function toAnswerCells(content: ItemContent): Row {
  switch (content.type) {
    case 'single':
    case 'multiple':
    case 'situation': {
      const keys = content.options.flatMap((option, i) => (option.isKey ? [String(i + 1)] : []))
      const scene: Row =
        content.type === 'situation' ? { situation: content.situation, clientSays: content.clientSays } : {}
      return {
        ...scene,
        ...number(
          content.options.map((one) => one.text),
          'option',
        ),
        ...number(
          content.options.map((one) => one.reason),
          'reason',
        ),
        key: keys.join(','),
      }
    }
    case 'true-false':
      return { key: content.isTrue ? '是' : '否', reason1: content.reason }
    case 'cloze':
      return number(
        content.blanks.map((one) => one.accepted.join(BAR)),
        'option',
      )
    case 'short-answer':
      return {
        ...number(
          content.points.map((one) => one.accepted.join(BAR)),
          'option',
        ),
        key: content.modelAnswer,
      }
    case 'matching':
      return number(
        [...content.pairs.map(({ left, right }) => `${left}=${right}`), ...content.extraRights.map((one) => `=${one}`)],
        'option',
      )
    case 'ordering':
      return number(content.steps, 'option')
  }
}

/**
 * Reads a table back into items; a faulty row is told with its number as a spreadsheet counts it, the others are read.
 *
 * @param rows the head first; cells are texts.
 */
export function fromTable(rows: readonly (readonly string[])[]): ReadItems {
  const [head, ...body] = rows
  if (!head || body.every((row) => row.every((cell) => cell.trim() === '')))
    return { status: 'refused', reason: '表格裡沒有題目。' }
  const names = head.map((cell) => COLUMNS.find((column) => column.some((name) => name === cell.trim()))?.[0])
  const missing = ['type', 'stem'].filter((name) => !names.some((one) => one === name))
  if (missing.length > 0) {
    const wanted = COLUMNS.filter(([name]) => missing.includes(name)).map(([, zh]) => zh)
    return { status: 'refused', reason: `第一列要有欄位名稱；找不到：${wanted.join('、')}。` }
  }
  const items: { place: string; content: ItemContent }[] = []
  const faults: { place: string; reason: string }[] = []
  for (const [at, cells] of body.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const row: Row = {}
    for (const [i, name] of names.entries()) if (name) row[name] = (cells[i] ?? '').trim()
    const place = `第 ${at + 2} 列`
    const read = fromRow(row)
    if ('reason' in read) faults.push({ place, reason: read.reason })
    else items.push({ place, content: read.content })
  }
  return { status: 'read', items, faults }
}

function fromRow(row: Row): { content: ItemContent } | { reason: string } {
  const type = ITEM_TYPES.find((one) => one === row.type || ITEM_TYPE_NAMES[one] === row.type)
  if (!type) return { reason: `題型「${row.type ?? ''}」不認得；可用：${Object.values(ITEM_TYPE_NAMES).join('、')}` }
  const answer = fromAnswerCells(type, row)
  if ('fault' in answer) return { reason: answer.fault as string }
  const ability = ABILITIES.find((one) => one === row.ability || ABILITY_NAMES[one] === row.ability)
  const dimension = DIMENSIONS.find((one) => one === row.dimension) ?? null
  const source = row.source ? `（出處：${row.source}）` : ''
  const parsed = itemContentSchema.safeParse({
    type,
    stem: row.stem,
    // A source that is only named in a table is no citation of a passage: it is kept in words.
    explanation: `${row.explanation ?? ''}${source}`,
    citations: [],
    difficulty: Number(row.difficulty || 2),
    ability: ability ?? 'understand',
    dimension,
    ...answer,
  })
  if (parsed.success) return { content: parsed.data }
  const [issue] = parsed.error.issues
  return { reason: describePlace(issue?.path ?? []) }
}

/** The column in words: the schema's own messages are for developers. */
function describePlace(path: readonly PropertyKey[]): string {
  const [first, at] = path
  if (first === 'stem') return '題幹是空的，或超過 2,000 字'
  if (first === 'difficulty') return '難度要填 1、2 或 3'
  if (first === 'situation' || first === 'clientSays') return '情境題要填「情境」和「客戶說」'
  if (typeof at === 'number') return `選項${at + 1} 是空的或太長`
  return '選項太少、太多，或內容太長'
}

function fromAnswerCells(type: ItemContent['type'], row: Row): Record<string, unknown> | { fault: string } {
  const cells = Array.from({ length: LONGEST }, (_, i) => row[`option${i + 1}`] ?? '')
  const filled = cells.filter((cell) => cell !== '')
  const split = (cell: string) => cell.split(BAR).map((one) => one.trim())
  switch (type) {
    case 'single':
    case 'multiple':
    case 'situation':
      return readOptions(type, row, cells)
    case 'true-false': {
      const isTrue = /^(?:是|對|○|O|T|TRUE|YES|1)$/iu.test(row.key ?? '')
      const isFalse = /^(?:否|錯|╳|×|X|F|FALSE|NO|0)$/iu.test(row.key ?? '')
      if (!isTrue && !isFalse) return { fault: '是非題的答案要填「是」或「否」' }
      return { isTrue, reason: row.reason1 ?? '' }
    }
    case 'cloze': {
      const blanks = (row.stem ?? '').split(/_{2,}/u).length - 1
      if (blanks !== filled.length) return { fault: `題幹有 ${blanks} 個空格（____），答案卻有 ${filled.length} 個` }
      return { blanks: filled.map((cell) => ({ accepted: split(cell) })) }
    }
    case 'short-answer':
      return { points: filled.map((cell) => ({ accepted: split(cell) })), modelAnswer: row.key || filled.join('；') }
    case 'matching': {
      const pairs = filled.map((cell) => {
        const at = cell.indexOf('=')
        return { left: cell.slice(0, Math.max(at, 0)).trim(), right: cell.slice(at + 1).trim(), isPair: at >= 0 }
      })
      if (pairs.some((one) => !one.isPair)) return { fault: '配對題的選項要寫成「左=右」' }
      const own = pairs.filter((one) => one.left !== '')
      return {
        pairs: own.map(({ left, right }) => ({ left, right })),
        extraRights: pairs.filter((one) => one.left === '').map((one) => one.right),
      }
    }
    case 'ordering':
      return { steps: filled }
  }
}

function readOptions(type: 'single' | 'multiple' | 'situation', row: Row, cells: readonly string[]) {
  const keys = (row.key ?? '')
    .split(/[,，、\s]+/u)
    .filter((one) => one !== '')
    // A spreadsheet's owner may also write letters.
    .map((one) => (/^[A-Ha-h]$/u.test(one) ? IDS.indexOf(one.toLowerCase()) + 1 : Number(one)))
  const options = cells.flatMap((text, i) =>
    text === '' ? [] : [{ id: IDS[i]!, text, isKey: keys.includes(i + 1), reason: row[`reason${i + 1}`] ?? '' }],
  )
  if (keys.length === 0) return { fault: '沒有填答案' }
  const stray = keys.find((key) => !Number.isInteger(key) || (cells[key - 1] ?? '') === '')
  if (stray !== undefined) return { fault: `答案「${row.key}」指到沒有的選項` }
  const scene = { situation: row.situation ?? '', clientSays: row.clientSays ?? '', scenarioId: null }
  return { options, ...(type === 'situation' ? scene : {}) }
}
