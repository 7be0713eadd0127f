import type { ItemContent } from '../../item'
import { cite } from '../candidate'
import { findDimension } from './describe-section'
import type { GuideSection } from './read-guide'

/** Headings of lists whose order matters. */
const ORDERED = /順序|步驟|骨架|寫法|三個動作/u
/** A rule about order is no step: 先大後小. */
const RULE = /^先.+後/u

/** The steps of a numbered list, to be put in order. */
export function writeOrderItems(section: GuideSection): ItemContent[] {
  if (!ORDERED.test(section.heading)) return []
  const numbered = section.lines.filter((one) => one.number !== null)
  const steps = numbered.map((one) => (one.label ?? one.text).replace(/[。，].*$/u, ''))
  if (steps.length < 3 || steps.some((one) => RULE.test(one) || one.length > 40)) return []
  return [
    {
      type: 'ordering',
      stem: `依指引「${section.title}」，請把「${section.heading}」照先後順序排好。`,
      steps: steps.slice(0, 8),
      explanation: numbered.map((one, i) => `${i + 1}. ${one.text}`).join('\n'),
      citations: [cite(section.source)],
      difficulty: 2,
      ability: 'understand',
      dimension: findDimension(section),
    },
  ]
}
