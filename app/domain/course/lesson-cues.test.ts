import { expect, test } from 'vitest'
import type { ItemSource } from '../quiz/item'
import { findLessonCodes } from './lesson-cues'

const section = (heading: string, text: string): ItemSource => ({
  passageId: `guide@1.0#${heading}`,
  documentId: 'guide',
  kind: 'guide',
  title: '指南',
  article: null,
  headings: [heading],
  text,
  label: `指南 › ${heading}`,
})

test('a heading tells more than a mention', () => {
  const codes = findLessonCodes([
    section('5. 匯率風險', '美元會漲會跌。'),
    section('6. 其他', '宣告利率會變，以後的宣告利率可能更低。'),
  ])
  expect(codes.slice(0, 2)).toEqual(['disclosure.fx_risk', 'disclosure.non_guaranteed'])
})

test('a single mention makes no lesson', () => {
  expect(findLessonCodes([section('1. 開始', '撤銷的事之後再說。')])).toEqual([])
})
