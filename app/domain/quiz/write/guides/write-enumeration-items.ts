import type { ItemContent } from '../../item'
import { buildOptions, cite, type WriteContext } from '../candidate'
import { drawSome } from '../draw-some'
import { findDimension } from './describe-section'
import { dropLaw, type GuideSection, listAllSections } from './read-guide'

const SHORTEST_LIST = 4

/** What belongs to a numbered list, told from what belongs to the lists of other guides. */
export function writeEnumerationItems(section: GuideSection, context: WriteContext): ItemContent[] {
  const own = listEntries(section)
  if (own.length < SHORTEST_LIST) return []
  const lists = listAllSections(context).filter((one) => one.source.documentId !== section.source.documentId)
  const others = lists.filter((one) => listEntries(one).length >= SHORTEST_LIST).flatMap(listEntries)
  const keys = drawSome(own, 3, context.random)
  const wrong = drawSome(others, 2, context.random)
  if (wrong.length < 2) return []
  return [
    {
      type: 'multiple',
      stem: `指引「${section.title}」列出「${section.heading}」的各個項目，下列哪些在裡面？`,
      options: buildOptions(
        keys.map((text) => ({ text, reason: `列在「${section.heading}」。` })),
        wrong.map((text) => ({ text, reason: '不是這張清單裡的項目。' })),
      ),
      explanation: `${section.title}（${section.heading}）：\n${own.map((one, i) => `${i + 1}. ${one}`).join('\n')}`,
      citations: [cite(section.source)],
      difficulty: 2,
      ability: 'recall',
      dimension: findDimension(section),
    },
  ]
}

/** Entries without a label, as they can be read alone. */
function listEntries(section: GuideSection): string[] {
  const numbered = section.lines.filter((one) => one.number !== null)
  if (numbered.some((one) => one.label !== null && one.label.length < 12)) return []
  return numbered.map((one) => dropLaw(one.text).replace(/[。？]$/u, ''))
}
