import type { ItemContent } from '../../item'
import { buildOptions, cite, type WriteContext } from '../candidate'
import { tellsItself } from '../tells-itself'
import { type Clause, listClauses } from './read-clause'

/** What a sheet explains point by point, to be put together again; asked once, at the first of the points. */
export function writeListItems(clause: Clause, context: WriteContext): ItemContent[] {
  const points = listClauses(clause.source.documentId, context).filter((one) => one.section === clause.section)
  return [...writeMatching(clause, points), ...writeExclusions(clause, context)]
}

const MATCHED: readonly { section: RegExp; label: RegExp; stem: (name: string) => string }[] = [
  {
    section: /風險揭露/u,
    label: /風險|損失|自負/u,
    stem: (name) => `${name}的商品說明揭露了幾種風險。請把每一種風險和它的說明配起來。`,
  },
  {
    section: /給付項目/u,
    label: /保險金|分享金|費$|障礙/u,
    stem: (name) => `請把${name}的給付項目和給付內容配起來。`,
  },
]

function writeMatching(clause: Clause, points: readonly Clause[]): ItemContent[] {
  const kind = MATCHED.find((one) => one.section.test(clause.section))
  if (!kind) return []
  const matched = points.flatMap((one) =>
    one.label && kind.label.test(one.label) ? [{ ...one, label: one.label, right: firstSentence(one) }] : [],
  )
  const rights = matched.map((one) => one.label)
  const told = matched.filter(({ label, right }) =>
    tellsItself(
      label,
      right,
      rights.filter((one) => one !== label),
    ),
  )
  if (matched.length < 3 || matched[0]!.source.passageId !== clause.source.passageId) return []
  return [
    {
      type: 'matching',
      stem: kind.stem(`「${clause.title}」`),
      pairs: matched.map(({ label, right }) => ({ left: label, right })),
      extraRights: [],
      explanation: matched.map(({ label, right }) => `${label}：${right}`).join('\n'),
      citations: matched.map(({ source, right }) => cite(source, right)),
      // Where most of them can be put together by their words alone, little is asked.
      difficulty: told.length * 2 > matched.length ? 1 : 2,
      ability: 'understand',
      dimension: /風險/u.test(clause.section) ? 'disclosure' : 'explanation',
    },
  ]
}

/** Two where the first one says little. */
function firstSentence({ sentences }: Clause): string {
  const [first = '', second = ''] = sentences
  return (first.length < 14 ? first + second : first).replace(/。$/u, '')
}

const EXCLUDED = /^(?<list>[^，。；]+?)(?:所?造成的[^，。]{0,3})?，都?不(?:賠|給付)/u

/** 「美容整形、…、酒駕造成的傷病，都不賠」 against what the product does pay. */
function writeExclusions(clause: Clause, context: WriteContext): ItemContent[] {
  if (!/除外/u.test(clause.section)) return []
  const sentence = clause.sentences.find((one) => EXCLUDED.test(one))
  const keys = EXCLUDED.exec(sentence ?? '')?.groups?.list?.split('、') ?? []
  const paid = listClauses(clause.source.documentId, context).flatMap((one) =>
    /給付項目/u.test(one.section) && one.label ? [one.label] : [],
  )
  if (keys.length < 3 || paid.length < 2 || !sentence) return []
  return [
    {
      type: 'multiple',
      stem: `客戶問：「什麼情形這張會不賠？」下列哪些是「${clause.title}」商品說明列出的不賠情形？`,
      options: buildOptions(
        keys.map((text) => ({ text, reason: '列在除外責任裡，不賠。' })),
        paid.slice(0, 3).map((text) => ({ text, reason: '這是給付項目。' })),
      ),
      explanation: `${clause.title}（${clause.section}）：${sentence}`,
      citations: [cite(clause.source, sentence)],
      difficulty: 1,
      ability: 'recall',
      dimension: 'disclosure',
    },
  ]
}
