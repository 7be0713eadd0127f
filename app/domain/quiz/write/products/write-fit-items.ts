import type { ItemContent } from '../../item'
import { buildOptions, cite, type OptionDraft, type WriteContext } from '../candidate'
import { drawSome } from '../draw-some'
import { tellsItself } from '../tells-itself'
import { type Clause, listAllClauses, listClauses } from './read-clause'

const FITS = '比較適合'
const UNFIT = '不適合'

/** Who a product is for and who not: the suitability that an agent must be able to tell. */
export function writeFitItems(clause: Clause, context: WriteContext): ItemContent[] {
  if (clause.label === UNFIT) return writeUnfit(clause, context)
  if (clause.label === FITS) return writeFits(clause, context)
  return []
}

function findLabelled(label: string, clause: Clause, context: WriteContext): Clause | null {
  return listClauses(clause.source.documentId, context).find((one) => one.label === label) ?? null
}

/** @returns the kinds of people or money that a line names. What is joined by 、 within one kind is a condition of it and stays together. */
function listKinds(body: string): string[] {
  return body
    .replace(/。$|，例如.*$/gu, '')
    .split(/，?以及|；|(?<=人|錢|資金)、/u)
    .map(closeKind)
}

/** @returns what a line asks of one kind of people, one by one, without what everybody needs. */
function listConditions(body: string): string[] {
  return body
    .replace(/。$/u, '')
    .split(/[、；]|，同時/u)
    .map((one) => one.replace(/^(?:而且|又因為|又|也)+/u, '').trim())
    .filter((one) => one.length >= 3 && !/付得長久|現在健康/u.test(one))
    .map(closeKind)
}

const closeKind = (text: string) => (/(?:(?<!家)人|錢|資金|家庭|長輩|朋友)$/u.test(text) ? text : `${text}的人`)

const COMMON = {
  difficulty: 2,
  ability: 'understand',
  dimension: 'disclosure',
} as const

function writeUnfit(clause: Clause, context: WriteContext): ItemContent[] {
  const fits = findLabelled(FITS, clause, context)
  if (!fits) return []
  const keys = listKinds(clause.body).slice(0, 3)
  const hasNumber = (text: string) => /\d/u.test(text)
  // 10 年以上 beside 10 年內 would be told apart by one word only.
  const pool = listConditions(fits.body).filter((one) => !(hasNumber(one) && keys.some(hasNumber)))
  const wrong = drawSome(pool, keys.length > 1 ? 2 : 3, context.random)
  if (wrong.length < 2 || keys.length === 0) return []
  const name = `「${clause.title}」`
  const options = buildOptions(
    keys.map((text): OptionDraft => ({ text, reason: '商品說明列為不適合。' })),
    wrong.map((text): OptionDraft => ({ text, reason: '這是商品說明列為比較適合的人。' })),
  )
  const common = {
    ...COMMON,
    options,
    explanation: `${clause.title}（${clause.section}）：不適合的是${clause.body}`,
    citations: [cite(clause.source, clause.body)],
  }
  return keys.length > 1
    ? [{ type: 'multiple', stem: `向客戶介紹${name}之前要先看適不適合。商品說明把下列哪些列為「不適合」？`, ...common }]
    : [{ type: 'single', stem: `向客戶介紹${name}之前要先看適不適合。商品說明把下列哪一項列為「不適合」？`, ...common }]
}

function writeFits(clause: Clause, context: WriteContext): ItemContent[] {
  const rivals = listAllClauses(context).filter((one) => one.label === FITS && one.title !== clause.title)
  const wrong = drawSome(rivals, 3, context.random)
  const names = wrong.map((one) => one.title)
  if (wrong.length < 3 || tellsItself(clause.title, clause.body, names)) return []
  return [
    {
      type: 'single',
      stem: `有位客戶的情形是「${clause.body.replace(/。$/u, '')}」。只看商品說明的適合對象，最接近哪一張商品？`,
      options: buildOptions(
        [{ text: clause.title, reason: '這正是它的商品說明寫的適合對象。' }],
        wrong.map((one) => ({ text: one.title, reason: `它比較適合的是：${one.body}` })),
      ),
      ...COMMON,
      ability: 'apply',
      explanation: `${clause.title}（${clause.section}）：比較適合${clause.body}適不適合，還要看客戶的需求、收支和既有保障。`,
      citations: [cite(clause.source, clause.body)],
    },
  ]
}
