import { describe, expect, test } from 'vitest'
import type { ItemSource } from '../../item'
import { findParentLaw, readArticle } from './read-law'

function source(text: string, title = '保險法', article = '58'): ItemSource {
  return {
    passageId: `${title}@1#${article}`,
    documentId: title,
    kind: 'regulation',
    title,
    article,
    headings: [],
    text,
    label: `${title} §${article}`,
  }
}
const statements = (text: string, title?: string, parent: string | null = null) =>
  readArticle(source(text, title), parent).statements.map((one) => one.text)

describe('statements', () => {
  test('a rule is read with its own words as quote and its exception apart', () => {
    const text = '保險人對於由要保人之過失所致之損害，負賠償責任。但出於要保人之故意者，不在此限。'
    expect(readArticle(source(text), null).statements).toEqual([
      {
        text: '保險人對於由要保人之過失所致之損害，負賠償責任',
        quote: '保險人對於由要保人之過失所致之損害，負賠償責任',
        proviso: '但出於要保人之故意者，不在此限',
      },
    ])
  })

  test.each([
    ['what points to another paragraph', '保險人未於前項規定期限內給付者，應給付遲延利息年利一分。'],
    ['what points to another article', '保險契約因第六十四條第二項之情事而解除時，保險人無須返還保險費。'],
    ['what has no subject of its own', '應於知悉後五日內以書面或其他方式通知保險人。'],
    ['what only delegates', '前條業務員資格測驗之辦法及應遵行事項，由主管機關定之。'],
    ['what says when it comes into force', '本法自中華民國一百十三年一月一日施行，但另有規定者不在此限。'],
    ['what is told by analogy', '關於海上保險之契約及其效力，準用海商法海上保險章之規定。'],
  ])('%s is left out', (_, text) => {
    expect(statements(text)).toEqual([])
  })

  test('a later sentence needs its own actor', () => {
    const text =
      '保險人接到通知後，應於十五日內給付賠償金額。無約定期限者，應於接到通知後給付之。要保人終止契約時，應以書面或其他約定方式通知保險人。'
    expect(statements(text)).toEqual([
      '保險人接到通知後，應於十五日內給付賠償金額',
      '要保人終止契約時，應以書面或其他約定方式通知保險人',
    ])
  })

  test('the law is named where a sentence begins with it, and pointed to elsewhere', () => {
    expect(statements('本法所稱保險業，指依本法組織登記，以經營保險為業之機構。')).toEqual([
      '保險法所稱保險業，指依該法組織登記，以經營保險為業之機構',
    ])
    expect(statements('業務員違反本法規定時，所屬公司應依本規則予以處分。', '保險業務員管理規則', '保險法')).toEqual([
      '業務員違反保險法規定時，所屬公司應依該規則予以處分',
    ])
  })

  test('the head of a list of cases is a rule of its own', () => {
    const text =
      '業務員有下列各款情事之一者，應予以三個月以上一年以下停止招攬行為之處分：\n一、妨害要保人告知。\n二、放佣。\n三、代簽。'
    expect(statements(text)).toEqual(['業務員有該條所列情事之一者，應予以三個月以上一年以下停止招攬行為之處分'])
  })
})

test('the law above a regulation', () => {
  expect(findParentLaw('本規則依保險法（以下簡稱本法）第一百七十七條規定訂定之。')).toBe('保險法')
  expect(findParentLaw('為保護金融消費者權益，特制定本法。')).toBeNull()
})

test('definitions, in a sentence and in a list', () => {
  const article = readArticle(source('本法所稱受益人，指被保險人或要保人約定享有賠償請求權之人。'), null)
  expect(article.definitions).toEqual([
    {
      term: '受益人',
      meaning: '被保險人或要保人約定享有賠償請求權之人',
      quote: '本法所稱受益人，指被保險人或要保人約定享有賠償請求權之人',
    },
  ])
  const list = readArticle(source('本規則用詞如下：\n一、業務員：指從事保險招攬之人員。\n二、其他：依前款。'), null)
  expect(list.definitions.map((one) => one.term)).toEqual(['業務員'])
})

test('lists keep items that stand on their own', () => {
  const text =
    '保險契約應記載左列各款事項：\n一、當事人之姓名及住所。\n二、保險之標的物。\n三、依前條規定之條件。\n四、其他事項。'
  const [listing] = readArticle(source(text), null).listings
  expect(listing!.head).toBe('保險契約應記載下列各款事項')
  expect(listing!.items.map((one) => one.text)).toEqual(['當事人之姓名及住所', '保險之標的物'])
})
