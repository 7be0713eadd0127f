import { describe, expect, test } from 'vitest'
import type { ItemSource } from '../quiz/item'
import { buildCourseLibrary, citeLaw } from './course-library'

const article = (title: string, number: string, text: string): ItemSource => ({
  passageId: `${title}@2024-01-01#${number}`,
  documentId: title,
  kind: 'regulation',
  title,
  article: number,
  headings: [],
  text,
  label: `${title} §${number}`,
})
const guide = (heading: string, text: string): ItemSource => ({
  passageId: `guide@1.0#${heading}`,
  documentId: 'guide',
  kind: 'guide',
  title: '指南',
  article: null,
  headings: [heading],
  text,
  label: `指南 › ${heading}`,
})

const RULES = article(
  '業務員規則',
  '19',
  '業務員有下列各款情事之一者，應予停止招攬：\n一、不實說明。\n二、唆使不實告知。\n三、放佣。\n前項期間累計達二年者，應予撤銷登錄。',
)
const DUTIES = article(
  '招攬辦法',
  '6',
  '保險業應訂定下列事項：\n一、應瞭解之事項：\n（一）基本資料：\n1. 姓名。\n2. 電話。\n3. 行動電話號碼。\n（二）關係。\n（三）投保目的及需求。\n二、應填之報告書。',
)

describe('with the law at hand', () => {
  const library = buildCourseLibrary([RULES, DUTIES])
  test.each([
    ['業務員規則 §19-1-3', '業務員有下列各款情事之一者，應予停止招攬：放佣。'],
    ['業務員規則 §19-2', '前項期間累計達二年者，應予撤銷登錄。'],
    // One paragraph only: the number behind the article is the item. （三） is not 「3.」 below （一）.
    ['招攬辦法 §6-1-1(3)', '保險業應訂定下列事項：應瞭解之事項：投保目的及需求。'],
  ])('%s', (cite, words) => {
    const found = citeLaw(library, cite, '')
    expect(found?.text).toBe(words)
    expect(found?.citations[0]?.label).toBe(cite)
  })

  test('without a place in the article, the paragraph that is most about the matter', () => {
    const found = citeLaw(library, '業務員規則 §19', '撤銷登錄')
    expect(found?.text).toBe('前項期間累計達二年者，應予撤銷登錄。')
  })
})

describe('without the law', () => {
  const library = buildCourseLibrary([
    guide('a', '假的期限就是施壓（業務員規則 §19-1-17）。'),
    guide('b', '不能說成保本（業務員規則 §19-1-1）。\n說錯商品內容也不行（業務員規則 §19-1-1）。'),
    guide('c', '辨識能力要評估（招攬辦法 §6-1-7(6)）。'),
  ])
  test('a sentence of a guide that names this very place', () => {
    expect(citeLaw(library, '業務員規則 §19-1-1', '保證獲利或保本')?.text).toBe('不能說成保本（業務員規則 §19-1-1）。')
    expect(citeLaw(library, '業務員規則 §19-1-1', '商品內容說錯')?.text).toBe(
      '說錯商品內容也不行（業務員規則 §19-1-1）。',
    )
  })
  test('a place near it is another place', () => {
    expect(citeLaw(library, '招攬辦法 §6-1-7', '')).toBeNull()
    expect(citeLaw(library, '業務員規則 §19-1', '')).toBeNull()
    expect(citeLaw(library, '別的法 §1', '')).toBeNull()
  })
  test('the law and the place belong together', () => {
    const mixed = buildCourseLibrary([guide('d', '要適合（消保法 §9）；健康要照實寫（全民健康保險法 §10、§64）。')])
    expect(citeLaw(mixed, '全民健康保險法 §64', '')).not.toBeNull()
    expect(citeLaw(mixed, '消保法 §10', '')).toBeNull()
    expect(citeLaw(mixed, '保險法 §64', '')).toBeNull()
  })
})
