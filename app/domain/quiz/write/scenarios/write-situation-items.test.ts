import { expect, test } from 'vitest'
import { loadContent } from '../../../../adapters/files/load-content'
import type { ItemSource } from '../../item'
import type { ReplySet } from './situation-reply-schema'
import { writeSituationItems } from './write-situation-items'

const content = await loadContent('.')
const scenario = content.scenarios.get('retired-teacher-deposit-matures')!
const SOURCE: ItemSource = {
  passageId: 'objection-handling@1#p6',
  documentId: 'objection-handling',
  kind: 'guide',
  title: '處理異議',
  article: null,
  headings: ['5. 「解約會虧」'],
  text: '接納：「您會這樣想，是因為真的會。」',
  label: '處理異議 › 5. 「解約會虧」',
}
const REPLIES: ReplySet = {
  id: 'surrender',
  about: ['retired-teacher/surrender-loss'],
  products: ['annuity'],
  dimension: 'disclosure',
  difficulty: 1,
  asks: '中途解約會不會少拿',
  why: '直接承認會少拿，並說出數字。',
  best: ['會少拿。先扣 {load} 附加費用，第 1 年解約再扣 {surrenderY1}。'],
  wrong: [
    {
      say: '不會少啦，最差也是拿回當初放的 100 萬，放心。',
      code: 'violation.guaranteed_return',
      why: '不能保證拿回本金',
    },
    { say: '第 1 年的事不用想那麼多，我們先看每月領多少。', code: 'listening.ignore', why: '沒有回答' },
    { say: '先簽 50 萬試試看，覺得不錯以後再慢慢加就好。', code: 'violation.pressure', cite: 'none', why: '催他簽' },
  ],
  cite: [{ guide: 'objection-handling', heading: '「解約會虧」' }],
}
const write = (replies: Partial<ReplySet> = {}, sources = [SOURCE], seed = 's') =>
  writeSituationItems({ ...content, situationReplies: [{ ...REPLIES, ...replies }] }, scenario, seed, sources)

test('the place, what is known, the words of the client, and four replies', () => {
  const [item, ...more] = write()
  expect(more).toEqual([])
  if (item?.type !== 'situation') throw new Error('no situation')
  expect(item.scenarioId).toBe('retired-teacher-deposit-matures')
  expect(item.stem).toBe('林老師在意的是「中途解約會不會少拿」。下面哪一個回應最好？')
  expect(item.situation).toContain(scenario.briefing.where.zh)
  expect(item.situation).toContain(content.products.get('annuity')!.shortName)
  const worry = content.personas.get('retired-teacher')!.worries.find((one) => one.id === 'surrender-loss')!
  expect(item.clientSays).toBe(worry.lines[0])
  expect(item.options).toHaveLength(4)
  expect(item.explanation).toBe('直接承認會少拿，並說出數字。參考：處理異議「5. 「解約會虧」」。')
  expect(item.citations).toEqual([{ passageId: SOURCE.passageId, label: SOURCE.label }])
})

test('figures come from the product, reasons from the catalogue', () => {
  const [item] = write()
  const reasons = item?.type === 'situation' ? new Map(item.options.map((one) => [one.text, one.reason])) : new Map()
  // The annuity takes 3 % at the start and 4 % on surrender in year 1.
  expect(reasons.get('會少拿。先扣 3% 附加費用，第 1 年解約再扣 4%。')).toBe('直接承認會少拿，並說出數字。')
  expect(reasons.get(REPLIES.wrong[0]!.say)).toBe('保證獲利或保本：不能保證拿回本金（保險業務員管理規則 §19-1-1）。')
  expect(reasons.get(REPLIES.wrong[1]!.say)).toBe('答非所問：沒有回答。')
  expect(reasons.get(REPLIES.wrong[2]!.say)).toBe('施壓利誘：催他簽。')
})

test('nothing where the product is another one, the client says no such thing, or nothing supports it', () => {
  expect(write({ products: ['accident'] })).toEqual([])
  expect(write({ about: ['nurse/cooling'] })).toEqual([])
  expect(write({}, [])).toEqual([])
})

test('a reply that its looks would give away is not shown', () => {
  const best = [`${REPLIES.best[0]!}${'我把每一年的數字都寫在這張紙上給您看，'.repeat(2)}`]
  expect(write({ best })).toEqual([])
})
