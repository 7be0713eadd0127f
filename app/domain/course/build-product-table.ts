import type { Product } from '../knowledge/product-schema'
import type { ItemSource } from '../quiz/item'
import type { LessonBlock } from './course'
import type { Provision } from './cut-statements'
import { citeSource, isHeldBy } from './pick-key-points'

type Table = Extract<LessonBlock, { kind: 'table' }>

/** A longer list is read at its source. */
const MAX_ROWS = 24

/**
 * A product's charges by policy year. Only where its sheet's own words hold every figure, and citing those.
 *
 * @param sources passages of the product's sheet that belong to the lesson.
 */
export function buildChargeTables(product: Product, sources: readonly ItemSource[]): Table[] {
  const own = sources.filter((one) => one.documentId === product.id)
  const plan = product.surrenderChargePayYears === undefined ? '' : `（${product.surrenderChargePayYears} 年期繳費）`
  const tables = [
    buildYearTable(`解約費用率${plan}`, '解約費用率', product.surrenderChargePercentByYear, own),
    buildYearTable('前置費用率', '前置費用率', product.frontLoadPercentByYear, own),
    buildExampleTable(product, own),
  ]
  return tables.filter((one): one is Table => one !== null)
}

function buildYearTable(
  caption: string,
  column: string,
  percents: readonly number[],
  sources: readonly ItemSource[],
): Table | null {
  if (percents.length < 2) return null
  const rows = percents.map((percent, i) => [`第 ${i + 1} 年`, `${percent}%`])
  return citeTable(`${caption}，依保單年度`, ['保單年度', column], rows, sources)
}

function buildExampleTable(product: Product, sources: readonly ItemSource[]): Table | null {
  const unit = product.currency === 'USD' ? '美元' : '元'
  const money = (amount: number) => `${amount.toLocaleString('en-US')} ${unit}`
  const rows = (product.surrenderExamples ?? []).map(({ policyYear, policyValue, charge, paid }) => [
    `第 ${policyYear} 年`,
    money(policyValue),
    money(charge),
    money(paid),
  ])
  return rows.length === 0 ? null : citeTable('提前解約的例子', ['解約時間', '保單價值', '扣掉', '領回'], rows, sources)
}

/** @returns null where no passage holds all figures of the table. */
function citeTable(caption: string, head: string[], rows: string[][], sources: readonly ItemSource[]): Table | null {
  const words = [caption, ...rows.map((row) => row.join(' '))].join('\n')
  const holding = sources.find((source) => isHeldBy(words, [source]))
  return holding ? { kind: 'table', caption, head, rows, citations: [citeSource(holding)] } : null
}

/** The long list of an article, item by item, in its own words. */
export function buildProvisionTable({ lead, items, source }: Provision): Table {
  return {
    kind: 'table',
    caption: lead.replace(/[：:]$/u, ''),
    head: ['款', '內容'],
    rows: items.slice(0, MAX_ROWS).map((item, i) => [String(i + 1), item]),
    citations: [citeSource(source)],
  }
}
