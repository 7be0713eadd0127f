import type { ItemContent, ItemSource } from '../../item'
import type { WriteContext } from '../candidate'
import { type Clause, readClause } from './read-clause'
import { writeChargeItems } from './write-charge-items'
import { writeComparisonItems } from './write-comparison-items'
import { writeFactItems } from './write-fact-items'
import { writeFitItems } from './write-fit-items'
import { writeListItems } from './write-list-items'
import { writePeriodItems } from './write-period-items'
import { writeStatementItems } from './write-statement-items'
import { writeTableItems } from './write-table-items'

/**
 * Writes candidates from one point of a product sheet (a sheet in numbered points, as those in `content/knowledge/products`).
 *
 * @param context wrong answers are true values of the other products in it; with a single product they are near numbers.
 * @returns none for a source that is no product's point.
 */
export function writeProductItems(source: ItemSource, context: WriteContext): ItemContent[] {
  const clause = readClause(source)
  if (!clause || isAskedBefore(clause, context)) return []
  const items = [
    ...writeFactItems(clause, context),
    ...writeFitItems(clause, context),
    ...writeListItems(clause, context),
    ...writeComparisonItems(clause, context),
    ...writeTableItems(clause, context),
    ...writeChargeItems(clause, context),
    ...writePeriodItems(clause, context),
    ...writeStatementItems(clause, context),
  ]
  return items.filter((one) => context.types.has(one.type))
}

/** What several sheets say in the same words is asked at the first of them. */
function isAskedBefore(clause: Clause, { sources }: WriteContext): boolean {
  const text = clause.source.text.replace(/^\S+\s+/u, '')
  const first = sources.find((one) => one.kind === 'product' && one.text.endsWith(text))
  return first !== undefined && first.documentId !== clause.source.documentId
}
