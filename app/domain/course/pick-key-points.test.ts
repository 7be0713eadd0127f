import { expect, test } from 'vitest'
import type { ItemSource } from '../quiz/item'
import { isHeldBy, pickKeyPoints } from './pick-key-points'

const source = (place: string, text: string): ItemSource => ({
  passageId: `sheet@1.0#${place}`,
  documentId: 'sheet',
  kind: 'product',
  title: '試驗保險',
  article: place,
  headings: ['1. 費用'],
  text: `${place} ${text}`,
  label: `試驗保險 › ${place}`,
})
const FEE = source('1.1', '附加費用率是保費的 5%，先從保費裡扣。')
const WAIT = source('1.2', '疾病的等待期是 30 日，這段時間不給付。')
const PLAIN = source('1.3', '這張保單很多人問起，內容請慢慢看。')

test('the weightiest sentences in the order of the text, each with its place and its own words', () => {
  const points = pickKeyPoints([PLAIN, FEE, WAIT], { limit: 2 })
  expect(points).toEqual([
    {
      text: '附加費用率是保費的 5%，先從保費裡扣。',
      citations: [
        { passageId: 'sheet@1.0#1.1', label: '試驗保險 › 1.1', quote: '附加費用率是保費的 5%，先從保費裡扣。' },
      ],
    },
    {
      text: '疾病的等待期是 30 日，這段時間不給付。',
      citations: [
        { passageId: 'sheet@1.0#1.2', label: '試驗保險 › 1.2', quote: '疾病的等待期是 30 日，這段時間不給付。' },
      ],
    },
  ])
})

test('the same said twice is told once', () => {
  const again = source('2.1', '疾病的等待期是 30 日，這段時間不給付。')
  expect(pickKeyPoints([WAIT, again])).toHaveLength(1)
})

test('only what is about the matter, when that is asked', () => {
  const points = pickKeyPoints([FEE, WAIT, PLAIN], { matter: [/等待期/u], isStrict: true })
  expect(points.map((one) => one.citations[0]!.label)).toEqual(['試驗保險 › 1.2'])
})

test('a figure that the passage does not hold is not borne out', () => {
  expect(isHeldBy('等待期是三十天', [WAIT])).toBe(true)
  expect(isHeldBy('等待期是 60 日', [WAIT])).toBe(false)
  expect(isHeldBy('等待期見試驗法第 3 條', [WAIT])).toBe(false)
})
