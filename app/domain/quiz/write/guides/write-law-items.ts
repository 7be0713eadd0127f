import type { ItemContent } from '../../item'
import { buildOptions, cite, type WriteContext } from '../candidate'
import { drawSome } from '../draw-some'
import { findDimension } from './describe-section'
import { dropLaw, type GuideSection, listAllSections } from './read-guide'

const CITED = /（([^（）]*§[^（）]*)）/gu
const LAW = /(?:^|、|和)\s*(?:參考)?([\p{Script=Han}]{2,40}?(?:法|規則|辦法|條例|準則))\s*§/gu
/** Speaks of something that stands elsewhere, or of a person who is not named. */
const UNCLEAR = /[「」？。§]|這一條|這些|同款|上面|能不能|^[他她]/u
const MOST_OF_SECTION = 1
/** Where a section forbids, a line of it alone reads as if it were allowed. */
const FORBIDS = /不能|不可以|不要|避免|毛病/u
const RULES = /應|不能|不得|不可|(?<!不)要(?!保)|必須|須/u

/** Which law a rule of the guide comes from. */
export function writeLawItems(section: GuideSection, context: WriteContext): ItemContent[] {
  const own = new Set(listLaws(section.source.text))
  const all = [...new Set(listAllSections(context).flatMap((one) => listLaws(one.source.text)))]
  const others = all.filter((one) => !own.has(one) && one.length <= 16)
  const asked = section.lines.flatMap((line) => {
    if (line.label !== null || line.number !== null || FORBIDS.test(section.heading) || !RULES.test(line.text))
      return []
    const laws = [...new Set(listLaws(line.text))]
    const statement = dropLaw(line.text).replace(/[。：]$/u, '')
    const isWhole =
      statement.length >= 12 && statement.length <= 75 && !UNCLEAR.test(statement) && !line.text.includes('參考')
    return laws.length === 1 && isWhole && laws[0]!.length <= 16 ? [{ line, statement, law: laws[0]! }] : []
  })
  return drawSome(asked, MOST_OF_SECTION, context.random).flatMap(({ line, statement, law }): ItemContent[] => {
    const wrong = drawSome(
      others.filter((one) => !isAkin(one, law)),
      3,
      context.random,
    )
    if (wrong.length < 3) return []
    return [
      {
        type: 'single',
        stem: `指引提醒：${statement}。指引在這裡引用的是哪一部法規？`,
        options: buildOptions(
          [{ text: law, reason: `指引：${line.text}` }],
          wrong.map((text) => ({ text, reason: `指引引用的是${law}。` })),
        ),
        explanation: `${section.title}（${section.heading}）：${line.text}`,
        citations: [cite(section.source, line.text)],
        difficulty: 3,
        ability: 'recall',
        dimension: findDimension(section) === null ? null : 'compliance',
      },
    ]
  })
}

/** The rules for insurers and those for their agents forbid much of the same. */
function isAkin(one: string, other: string): boolean {
  return one.startsWith('保險業') && other.startsWith('保險業')
}

function listLaws(text: string): string[] {
  return [...text.matchAll(CITED)].flatMap(([, cited]) => [...cited!.matchAll(LAW)].map(([, law]) => law!))
}
