import { describe, expect, test } from 'vitest'
import type { ItemSource } from '../quiz/item'
import type { CitedText } from './course'
import type { WrittenLesson, WrittenStatement } from './course-writer'
import { mergeWritten } from './merge-written'

const NOTICE = '要保人應於事故發生後十日內通知保險人。'
const PAYMENT = '保險人應於通知到達後十五日內給付保險金。'
const SIGNING = '業務員不得代要保人簽名，並應出示登錄證。'
const RECEIPT = '所屬公司應於每年底前對業務員辦理在職訓練。'
const source: ItemSource = {
  passageId: '法#1',
  documentId: '法',
  kind: 'regulation',
  title: '測驗保險法',
  article: '1',
  headings: [],
  text: [NOTICE, PAYMENT, SIGNING, RECEIPT].join('\n'),
  label: '測驗保險法 §1',
}
const SOURCES = new Map([[source.passageId, source]])
const point = (text: string): CitedText => ({
  text,
  citations: [{ passageId: source.passageId, label: '測驗保險法 §1-1', quote: text }],
})
const write = (text: string, quote: string): WrittenStatement => ({ text, passageId: source.passageId, quote })
const merge = (more: Partial<WrittenLesson>, points = [NOTICE, PAYMENT, SIGNING].map(point)) =>
  mergeWritten(
    { introduction: [], goals: [], points: [], unreadable: 0, ...more },
    { points, goals: ['說得出「通知」的重點，也知道出自哪裡'] },
    SOURCES,
  )
const textsOf = ({ points }: ReturnType<typeof merge>) => points.map((one) => one.text)

const PLAIN_NOTICE = '事故發生後，要保人要在 10 日內通知保險公司。'

describe('points', () => {
  test('plainer words take the place of the sentence that they tell, under its label', () => {
    const merged = merge({ points: [write(PLAIN_NOTICE, NOTICE)] })
    expect(textsOf(merged)).toEqual([PLAIN_NOTICE, PAYMENT, SIGNING])
    expect(merged.points[0]).toEqual({
      text: PLAIN_NOTICE,
      citations: [{ passageId: '法#1', label: '測驗保險法 §1-1', quote: NOTICE }],
      writtenBy: 'model',
    })
    expect(merged.points[1]).not.toHaveProperty('writtenBy')
    expect(merged).toMatchObject({ kept: 1, dropped: {} })
  })

  test('what is refused leaves the source’s own sentence where it is, and is counted', () => {
    const merged = merge({ points: [write('要保人可以在事故發生後 10 日內通知保險公司。', NOTICE)], unreadable: 2 })
    expect(textsOf(merged)).toEqual([NOTICE, PAYMENT, SIGNING])
    expect(merged).toMatchObject({ kept: 0, dropped: { duty: 1, unreadable: 2 } })
  })

  test('words that tell less than the sentence do not replace it', () => {
    // True, but the duty to show the registration is lost.
    const thin = write('業務員不可以代要保人簽名。', SIGNING)
    expect(merge({ points: [thin] })).toMatchObject({ kept: 0, dropped: { thinner: 1 } })
    // Both halves together tell all of it.
    const rest = write('業務員要出示登錄證。', SIGNING)
    expect(textsOf(merge({ points: [thin, rest] }))).toEqual([NOTICE, PAYMENT, thin.text, rest.text])
    // The number is lost.
    expect(merge({ points: [write('事故發生後，要保人要通知保險公司。', NOTICE)] }).dropped).toEqual({ thinner: 1 })
  })

  test('a statement that quotes everything still replaces one sentence only', () => {
    const merged = merge({ points: [write(PLAIN_NOTICE, source.text)] })
    expect(textsOf(merged)).toEqual([PLAIN_NOTICE, PAYMENT, SIGNING])
  })

  test('what the extract does not tell comes behind it; the same twice is kept once', () => {
    const added = write('所屬公司每年底前要對業務員辦理在職訓練。', RECEIPT)
    const merged = merge({ points: [added, { ...added, text: '每年底前，所屬公司要對業務員辦理在職訓練。' }] })
    expect(textsOf(merged)).toEqual([NOTICE, PAYMENT, SIGNING, added.text])
    expect(merged).toMatchObject({ kept: 1, dropped: { near: 1 } })
  })
})

test('the source’s own words are no words of the model', () => {
  const merged = merge({ points: [write('要保人應於事故發生後 10 日內通知保險人。', NOTICE), write(RECEIPT, RECEIPT)] })
  expect(textsOf(merged)).toEqual([NOTICE, PAYMENT, SIGNING])
  expect(merged.points.some((one) => one.writtenBy)).toBe(false)
  expect(merged).toMatchObject({ kept: 0, dropped: { copied: 2 } })
})

test('an introduction of two sentences, which no point repeats', () => {
  const introduction = [
    write('所屬公司每年底前要對業務員辦理在職訓練。', RECEIPT),
    write('業務員不得代要保人簽名，也要出示登錄證。', SIGNING),
    write('要保人要於事故發生後十日內通知保險公司。', NOTICE),
  ]
  const merged = merge({ introduction }, [NOTICE].map(point))
  expect(merged.introduction.map((one) => one.text)).toEqual(introduction.slice(0, 2).map((one) => one.text))
  expect(merged).toMatchObject({ kept: 2, dropped: { near: 1 } })
})

test('goals of the model come first, and none that was there is lost', () => {
  const goals = [write('說得出要保人 10 日內要通知誰', NOTICE), write('說得出要保人 99 日內要通知誰', NOTICE)]
  const merged = merge({ goals })
  expect(merged.goals).toEqual([goals[0]!.text, '說得出「通知」的重點，也知道出自哪裡'])
  expect(merged).toMatchObject({ kept: 1, dropped: { number: 1 } })
})
