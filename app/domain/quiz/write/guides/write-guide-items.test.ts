import { expect, test } from 'vitest'
import { createSeededRandom } from '../../../shared/seeded-random'
import { checkItem } from '../../check-item'
import { ITEM_TYPES, type ItemContent, type ItemSource } from '../../item'
import { writeGuideItems } from './write-guide-items'

const section = (guide: string, at: number, heading: string, ...lines: string[]): ItemSource => ({
  passageId: `${guide}#p${at}`,
  documentId: guide,
  kind: 'guide',
  title: guide,
  article: null,
  headings: [`${at}. ${heading}`],
  text: lines.join('\n'),
  label: `${guide} › ${at}. ${heading}`,
})
const STEPS = section(
  '處理異議',
  1,
  '四個步驟',
  '1. 接納：先承認這個擔心有道理。',
  '2. 釐清：問他真正卡的是哪一點。',
  '3. 回應：用事實和文件回答他。',
  '4. 確認：問他有沒有比較清楚。',
)
const AVOIDED = section(
  '處理異議',
  2,
  '不能說的話',
  '「保險都是騙人的才怪。」',
  '「今天不簽就沒有了。」',
  '「大家都買了，您還想什麼？」',
)
const SAYINGS = section('處理異議', 3, '怎麼說', '「我先回答您，再看要繼續嗎？」', '「您的擔心很合理，我懂。」')
const RULES = section(
  '據實告知',
  1,
  '代簽',
  '要保書要本人親簽，不能代簽（保險業務員管理規則 §15-4）。',
  '收到保單的隔天起 10 日內可以撤銷契約。',
)
const LAWS = section(
  '法規',
  1,
  '來源',
  '蒐集個資要先告知（個人資料保護法 §8）。',
  '不實告知可以解除契約（保險法 §64）。',
  '訂約前要充分了解客戶（金融消費者保護法 §9）。',
)
const CHECKS = section('處理異議', 4, '檢查表', '我有沒有接納？')
const SOURCES = [STEPS, AVOIDED, SAYINGS, RULES, LAWS, CHECKS]
const BY_ID = new Map(SOURCES.map((one) => [one.passageId, one]))

function write(source: ItemSource, types: readonly ItemContent['type'][] = ITEM_TYPES, seed = 's') {
  return writeGuideItems(source, {
    sources: SOURCES,
    listSiblings: (id) => SOURCES.filter((one) => one.documentId === id),
    random: createSeededRandom(`${seed} ${source.passageId}`),
    types: new Set(types),
  })
}

test('steps are put in order', () => {
  const [item] = write(STEPS, ['ordering'])
  expect(item).toMatchObject({ type: 'ordering', steps: ['接納', '釐清', '回應', '確認'], dimension: 'objection' })
  expect(checkItem(item!, BY_ID)).toEqual([])
})

test('labels and their words are put together, and told from one another', () => {
  const [matching] = write(STEPS, ['matching'])
  expect(matching?.type === 'matching' && matching.pairs[1]).toEqual({ left: '釐清', right: '問他真正卡的是哪一點' })
  const singles = write(STEPS, ['single'])
  expect(singles).toHaveLength(2)
  for (const item of singles) {
    expect(item.type === 'single' && item.options.map((one) => one.text).sort()).toEqual([
      '回應',
      '接納',
      '確認',
      '釐清',
    ])
    expect(checkItem(item, BY_ID)).toEqual([])
  }
})

test('a list in no order of time is not put in order', () => {
  const rules = section(
    '需求探索',
    1,
    '問問題的順序',
    '1. 先大後小：從近況談起。',
    '2. 先人後錢：錢的事後面再問。',
    '3. 先開放後封閉：後面才問數字。',
  )
  expect(write(rules, ['ordering'])).toEqual([])
})

test('what must not be said, told from what may', () => {
  const [item] = write(AVOIDED, ['multiple'])
  if (item?.type !== 'multiple') throw new Error('no multiple')
  const textsOf = (isKey: boolean) =>
    item.options
      .filter((one) => one.isKey === isKey)
      .map((one) => one.text)
      .sort()
  expect(textsOf(true)).toHaveLength(3)
  expect(textsOf(false)).toEqual(['「您的擔心很合理，我懂。」', '「我先回答您，再看要繼續嗎？」'])
})

test('a rule is right as it stands or wrong the other way round', () => {
  const items = Array.from({ length: 20 }, (_, i) => write(RULES, ['true-false'], `seed ${i}`)).flat()
  const stems = new Set(items.map((one) => `${one.type === 'true-false' && one.isTrue} ${one.stem}`))
  expect(stems).toEqual(
    new Set([
      'true 依指引「據實告知」，要保書要本人親簽，不能代簽。',
      'false 依指引「據實告知」，要保書要本人親簽，可以代簽。',
    ]),
  )
})

test('the one number of a sentence is left blank', () => {
  const [item] = write(RULES, ['cloze'])
  expect(item).toMatchObject({
    stem: '依指引「據實告知」，收到保單的隔天起 ____ 日內可以撤銷契約。',
    blanks: [{ accepted: ['10', '十'] }],
  })
  expect(checkItem(item!, BY_ID)).toEqual([])
})

test('a check-list asks and says nothing', () => {
  expect(write(CHECKS)).toEqual([])
  expect(write({ ...STEPS, kind: 'regulation' })).toEqual([])
})
