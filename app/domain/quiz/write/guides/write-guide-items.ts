import type { ItemContent, ItemSource } from '../../item'
import type { WriteContext } from '../candidate'
import { readGuide } from './read-guide'
import { writeAvoidItems } from './write-avoid-items'
import { writeEnumerationItems } from './write-enumeration-items'
import { writeLabelItems } from './write-label-items'
import { writeOrderItems } from './write-order-items'
import { writeRuleItems } from './write-rule-items'

/**
 * Writes candidates from one section of a sales guide (headings, labelled lines and lists, as in `content/knowledge/guides`).
 *
 * @param context wrong answers come from other sections of the guide and from the other guides in it.
 * @returns none for a source that is no guide's, and for check-lists, which ask and say nothing.
 */
export function writeGuideItems(source: ItemSource, context: WriteContext): ItemContent[] {
  const section = readGuide(source)
  if (!section || /檢查/u.test(section.heading)) return []
  const items = [
    ...writeAvoidItems(section, context),
    ...writeOrderItems(section),
    ...writeLabelItems(section, context),
    ...writeEnumerationItems(section, context),
    ...writeRuleItems(section, context),
  ]
  return items.filter((one) => context.types.has(one.type))
}
