import type { ItemContent } from '../../item'
import { buildOptions, cite, type WriteContext } from '../candidate'
import { drawSome } from '../draw-some'
import { type Clause, listAllClauses } from './read-clause'
import { findFacts } from './write-fact-items'

/** A trait by which products differ: what the sheets of those that have it say. */
const TRAITS: readonly { id: string; has: RegExp; lacks: RegExp; section: RegExp; stem: string; reason: string }[] = [
  {
    id: 'no-surrender-value',
    section: /解約金/u,
    has: /本商品沒有解約金/u,
    lacks: /可以解約|提前解約時，會|解約費用|沒有解約費用/u,
    stem: '客戶問：「不想繳了，解約拿得回錢嗎？」依商品說明，下列哪些商品沒有解約金？',
    reason: '有解約金，只是可能比已繳的少。',
  },
  {
    id: 'declared-rate',
    section: /宣告利率/u,
    has: /目前的宣告利率是/u,
    lacks: /本商品沒有宣告利率/u,
    stem: '客戶拿利率來問，業務員要先分清楚。依商品說明，下列哪些商品有宣告利率（每月調整、不保證）？',
    reason: '商品說明寫明沒有宣告利率。',
  },
  {
    id: 'illness-waiting',
    section: /等待期/u,
    has: /契約生效後 \d+ 天內|疾病 \d+ 天/u,
    lacks: /沒有(?:疾病)?等待期/u,
    stem: '說明「剛買的前幾天生病不賠」時，依商品說明，下列哪些商品訂有疾病等待期？',
    reason: '商品說明寫明沒有疾病等待期。',
  },
  {
    id: 'recorded',
    section: /投保規定/u,
    has: /客戶滿 65 歲時，銷售過程要|滿 65 歲的客戶：本商品有解約金，銷售過程要/u,
    lacks: /不適用銷售錄音錄影/u,
    stem: '客戶滿 65 歲，商品說明寫明銷售過程要經同意後錄音、錄影或保存作業軌跡的，是下列哪些商品？',
    reason: '商品說明沒有這項要求。',
  },
]

/** Questions over several products; asked once, at the first of them. */
export function writeComparisonItems(clause: Clause, context: WriteContext): ItemContent[] {
  const all = listAllClauses(context)
  return [...writeTraits(clause, all, context), ...writeValues(clause, all)]
}

function writeTraits(clause: Clause, all: readonly Clause[], { random }: WriteContext): ItemContent[] {
  return TRAITS.flatMap((trait): ItemContent[] => {
    const inSection = all.filter((one) => trait.section.test(one.section))
    const having = inSection.filter((one) => trait.has.test(one.source.text))
    if (having[0]?.source.passageId !== clause.source.passageId) return []
    const names = new Set(having.map((one) => one.title))
    const lacking = [
      ...new Set(
        inSection
          .filter((one) => !names.has(one.title) && (trait.id === 'recorded' || trait.lacks.test(one.source.text)))
          .map((one) => one.title),
      ),
    ]
    const keys = drawSome(having, having.length > 3 ? 3 : 2, random)
    const wrong = drawSome(lacking, 2, random)
    if (keys.length < 2 || wrong.length < 2) return []
    return [
      {
        type: 'multiple',
        stem: trait.stem,
        options: buildOptions(
          keys.map(({ title, source }) => ({ text: title, reason: `商品說明：${bare(source.text)}` })),
          wrong.map((text) => ({ text, reason: trait.reason })),
        ),
        explanation: keys.map(({ title, source }) => `${title}：${bare(source.text)}`).join('\n'),
        citations: keys.map(({ source }) => cite(source)),
        difficulty: 2,
        ability: 'understand',
        dimension: 'disclosure',
      },
    ]
  })
}

const bare = (text: string) => text.replace(/^\d+(?:\.\d+)+\s+/u, '')

const COMPARED: readonly { fact: string; stem: string }[] = [
  { fact: 'issue-age', stem: '請把商品和它的投保年齡配起來。' },
  { fact: 'sum-range', stem: '請把商品和它的保額範圍配起來。' },
]
const MOST_PAIRS = 5

function writeValues(clause: Clause, all: readonly Clause[]): ItemContent[] {
  return COMPARED.flatMap(({ fact, stem }): ItemContent[] => {
    const found = all.flatMap((one) => findFacts(one).filter((two) => two.fact.id === fact))
    const distinct = found.filter((one, i) => found.findIndex((two) => two.value === one.value) === i)
    // The first five are asked at the first product, the next at the sixth.
    const at = distinct.findIndex((one) => one.clause.source.passageId === clause.source.passageId)
    if (at < 0 || at % MOST_PAIRS !== 0) return []
    const group = distinct.slice(at, at + MOST_PAIRS)
    if (group.length < 3) return []
    return [
      {
        type: 'matching',
        stem,
        pairs: group.map(({ clause: own, value }) => ({ left: own.title, right: value })),
        extraRights: [],
        explanation: group.map(({ clause: own, value }) => `${own.title}：${value}`).join('\n'),
        citations: group.map(({ clause: own, sentence }) => cite(own.source, sentence)),
        difficulty: 2,
        ability: 'recall',
        dimension: 'explanation',
      },
    ]
  })
}
