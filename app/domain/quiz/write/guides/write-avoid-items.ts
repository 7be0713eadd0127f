import type { ItemContent } from '../../item'
import { buildOptions, cite, type WriteContext } from '../candidate'
import { drawSome } from '../draw-some'
import { findDimension } from './describe-section'
import { dropLaw, type GuideSection, listAllSections, listSections, shorten } from './read-guide'

const AVOIDED = /不能說|不能做|不要做|常見毛病|常見的開場毛病/u
const ADVISED =
  /怎麼說|怎麼問|句型|可以問|說明的句子|說話的方式|怎麼看能力|請家人一起|接到他說過|說不要的時候|問完之後|她堅持|事後|先想其他路|臉色不好|幫客戶準備|得過重病/u
const LONGEST = 70

/** What a guide warns of: told from what the same guide advises. */
export function writeAvoidItems(section: GuideSection, context: WriteContext): ItemContent[] {
  return [...writeAvoided(section, context), ...writeReplies(section, context), ...writeAcceptance(section, context)]
}

const isQuote = (text: string) => text.startsWith('「')

function listPlain(section: GuideSection): string[] {
  return section.lines
    .map((one) => shorten(dropLaw(one.label && !isQuote(one.label) ? one.body : one.text)))
    .filter((one) => one.length >= 8 && one.length <= LONGEST && !/：$|^「[^」]*$|^(?:業務員|客戶)：/u.test(one))
}

function writeAvoided(section: GuideSection, context: WriteContext): ItemContent[] {
  if (!AVOIDED.test(section.heading)) return []
  const own = /開場毛病/u.test(section.heading)
    ? section.lines.flatMap((one) => one.label ?? []).filter((one) => one.length >= 8)
    : listPlain(section)
  const quotes = own.filter(isQuote)
  const areQuotes = /不能說/u.test(section.heading) && quotes.length >= 3
  const keys = drawSome(areQuotes ? quotes : own.filter((one) => !isQuote(one)), 3, context.random)
  const advised = listSections(section.source.documentId, context)
    .filter((one) => ADVISED.test(one.heading))
    .flatMap(listPlain)
    .filter((one) => isQuote(one) === areQuotes && !/不|別|沒有/u.test(one))
  const wrong = drawSome(advised, 2, context.random)
  if (keys.length < 2 || wrong.length < 2) return []
  return [
    {
      type: 'multiple',
      stem: `談「${section.title}」時，下列哪些${areQuotes ? '話' : '做法'}是指引提醒業務員要避免的？`,
      options: buildOptions(
        keys.map((text) => ({ text, reason: `列在「${section.heading}」。` })),
        wrong.map((text) => ({ text, reason: '這是指引建議的做法。' })),
      ),
      explanation: `${section.title}（${section.heading}）：${keys.map((one) => one.replace(/。$/u, '')).join('；')}。`,
      citations: [cite(section.source)],
      difficulty: 1,
      ability: 'apply',
      dimension: findDimension(section),
    },
  ]
}

/** 「太貴了」: a section on one thing that clients say. */
const SAYING = /^「[^」]+」$/u

function findLine(section: GuideSection, label: string) {
  return section.lines.find((one) => one.label === label) ?? null
}

/** What each thing that clients say is answered with, or never: put together four at a time, at the first of the four. */
const REPLIES: readonly { label: string; stem: string }[] = [
  { label: '接納', stem: '處理異議，第一步先接納。請把客戶的話和接納的說法配起來' },
  { label: '不可以', stem: '請把客戶的話和這時候業務員要避免的說法或做法配起來' },
]
const GROUP = 4

function writeReplies(section: GuideSection, context: WriteContext): ItemContent[] {
  if (!SAYING.test(section.heading)) return []
  const sayings = listSections(section.source.documentId, context).filter((one) => SAYING.test(one.heading))
  return REPLIES.flatMap(({ label, stem }): ItemContent[] => {
    const all = sayings.flatMap((one) => {
      const line = findLine(one, label)
      return line ? [{ section: one, line, right: shorten(dropLaw(line.body)).replace(/，見.*$/u, '') }] : []
    })
    const at = all.findIndex((one) => one.section.source.passageId === section.source.passageId)
    const group = at >= 0 && at % GROUP === 0 ? all.slice(at, at + GROUP) : []
    if (group.length < 3) return []
    return [
      {
        type: 'matching',
        stem: `${stem}（${group[0]!.section.heading}等）。`,
        pairs: group.map((one) => ({ left: one.section.heading, right: one.right })),
        extraRights: [],
        explanation: group.map((one) => `${one.section.heading}${label}：${one.line.body}`).join('\n'),
        citations: group.map((one) => cite(one.section.source, one.line.text)),
        difficulty: 2,
        ability: 'apply',
        dimension: 'objection',
      },
    ]
  })
}

/** The first thing to say to an objection, against what guides forbid to say. */
function writeAcceptance(section: GuideSection, context: WriteContext): ItemContent[] {
  const accepted = findLine(section, '接納')
  if (!SAYING.test(section.heading) || !accepted || !isQuote(accepted.body)) return []
  const forbidden = listAllSections(context)
    .filter((one) => one.heading !== section.heading)
    .flatMap((one) => [findLine(one, '不可以'), findLine(one, '爭辯')])
    .flatMap((one) => [...(one?.body.match(/「[^」]+」/gu) ?? [])])
    .filter((one) => one.length * 1.6 >= accepted.body.length)
  const wrong = drawSome(forbidden, 3, context.random)
  if (wrong.length < 3) return []
  return [
    {
      type: 'single',
      stem: `客戶說：${section.heading}第一步要先接納。下列哪一句是在接納客戶的擔心？`,
      options: buildOptions(
        [{ text: accepted.body, reason: '先承認這個擔心有道理。' }],
        wrong.map((text) => ({ text, reason: '這是指引提醒要避免的說法：否定、催促或沒有根據。' })),
      ),
      explanation: `${section.title}（${section.heading}）：接納：${accepted.body}`,
      citations: [cite(section.source, accepted.body)],
      difficulty: 1,
      ability: 'apply',
      dimension: 'objection',
    },
  ]
}
