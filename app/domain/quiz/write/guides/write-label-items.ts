import type { ItemContent } from '../../item'
import { buildOptions, cite, type WriteContext } from '../candidate'
import { drawSome } from '../draw-some'
import { tellsItself } from '../tells-itself'
import { findDimension, findForm } from './describe-section'
import { dropLaw, type GuideSection, listLabelled, shorten } from './read-guide'

const MOST_PAIRS = 5
/** Labels of the talk around the list, not of the list. */
const OF_TALK = /^(?:你可以說|可以說|口語版|說明|注意|客戶|業務員|用例子|你|他)$/u
/** As an option a longer label could not be told from a sentence of the same section. */
const LONGEST_LABEL = 8
/** Of a list that is put together in one question already. */
const MOST_SINGLES = 2
const MOST_OF_LONG = 4
const MOST_TERMS = 8

type Pair = { left: string; right: string; line: string }

/** From labelled lines (接納：…): put left and right together, and tell the label from its words. */
export function writeLabelItems(section: GuideSection, context: WriteContext): ItemContent[] {
  const pairs = listPairs(section)
  if (pairs.length < 3) return []
  return [...writeMatching(section, pairs), ...writeSingles(section, pairs, context)]
}

function listPairs(section: GuideSection): Pair[] {
  const labelled = listLabelled(section).filter((one) => one.label.length > 1 && !OF_TALK.test(one.label))
  // What is forbidden stands among what is advised: asked in another way.
  if (labelled.some((one) => one.label === '不可以')) return []
  const pairs = labelled.map((one) => ({ left: one.label, right: shorten(dropLaw(one.body)), line: one.text }))
  const isClear = ({ left, right }: Pair) => right.length >= 4 && right.length <= 100 && !right.includes(left)
  return pairs.filter(isClear).filter((one, _, all) => all.filter((other) => other.right === one.right).length === 1)
}

function writeMatching(section: GuideSection, pairs: readonly Pair[]): ItemContent[] {
  const groups = pairs.length > MOST_PAIRS + 2 ? cut(pairs, MOST_PAIRS) : [pairs.slice(0, MOST_PAIRS + 1)]
  const stem = findForm(section).match(section)
  return groups.slice(0, 3).flatMap((group, i): ItemContent[] => {
    if (group.length < 3) return []
    return [
      {
        type: 'matching',
        stem: groups.length > 1 ? `${stem.slice(0, -1)}（${group[0]!.left}、${group[1]!.left}等）。` : stem,
        pairs: group.map(({ left, right }) => ({ left, right })),
        extraRights: [],
        explanation: group.map(({ line }) => line).join('\n'),
        citations: [cite(section.source)],
        difficulty: i === 0 ? 1 : 2,
        ability: 'understand',
        dimension: findDimension(section),
      },
    ]
  })
}

function cut<T>(all: readonly T[], size: number): T[][] {
  return all.length === 0 ? [] : [all.slice(0, size), ...cut(all.slice(size), size)]
}

function writeSingles(section: GuideSection, pairs: readonly Pair[], context: WriteContext): ItemContent[] {
  const short = pairs.filter((one) => one.left.length <= LONGEST_LABEL && one.right.length <= 60)
  if (short.length < 4) return []
  const form = findForm(section)
  const isGlossary = /用語|名詞/u.test(section.heading)
  const most = isGlossary ? MOST_TERMS : pairs.length > MOST_PAIRS ? MOST_OF_LONG : MOST_SINGLES
  return drawSome(short, most, context.random).flatMap((pair): ItemContent[] => {
    const others = drawSome(
      short.filter((one) => one !== pair),
      3,
      context.random,
    )
    const labels = others.map((one) => one.left)
    if (tellsItself(pair.left, pair.right, labels)) return []
    return [
      {
        type: 'single',
        stem: form.name(pair.right, section),
        options: buildOptions(
          [{ text: pair.left, reason: `指引：${pair.line}` }],
          others.map((one) => ({ text: one.left, reason: `「${one.left}」是：${one.right}` })),
        ),
        explanation: `${section.title}（${section.heading}）：${pair.line}`,
        citations: [cite(section.source, pair.line)],
        difficulty: 1,
        ability: 'understand',
        dimension: findDimension(section),
      },
    ]
  })
}
