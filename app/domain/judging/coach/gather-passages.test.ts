import { expect, test } from 'vitest'
import { catalogue } from '../../../../tests/fixtures/judging-content'
import type { SourceText } from '../law-claims/claim-facts'
import { type GatherInput, gatherPassages } from './gather-passages'

const PRODUCT: SourceText[] = [
  { id: 'p#1', cite: '樂退年金 › 1', heading: '特色', text: '累積期間至少十年，之後按期領年金。' },
  { id: 'p#4', cite: '樂退年金 › 4', heading: '費用', text: '附加費用率 3%，從保費先扣。' },
  { id: 'p#9', cite: '樂退年金 › 9', heading: '申訴', text: '有疑問先打客服專線。' },
]
const ARTICLE: SourceText = {
  id: '保險業招攬及核保理賠辦法@2023-07-07#6',
  cite: '保險業招攬及核保理賠辦法 §6',
  heading: '第 6 條',
  text: [
    '保險業訂定其處理制度，應包括下列事項：',
    '一、業務人員資格。',
    '五、業務人員應充分瞭解之事項：',
    '（一）基本資料：',
    '1.姓名；',
    '2.關係；',
    '3.電子信箱；',
    '（二）投保之條件。',
    '（三）投保目的及需求。',
    '六、適合度政策。',
  ].join('\n'),
}
const INPUT: GatherInput = {
  codes: ['discovery.goal'],
  items: [],
  about: ['附加費用怎麼扣？'],
  facts: { laws: [], products: [{ productId: 'annuity', passages: PRODUCT }] },
  findArticle: (law, article) => (law === '保險業招攬及核保理賠辦法' && article === '6' ? ARTICLE : null),
}
const gather = (more: Partial<GatherInput>) => gatherPassages({ ...INPUT, ...more }, catalogue)

test('the provision behind an advised behaviour, with what stands above it, then what the products say on the matter', () => {
  const [first, second, ...rest] = gather({})
  expect(first).toEqual({
    id: ARTICLE.id,
    place: '保險業招攬及核保理賠辦法 §6-1-5(3)',
    text: '保險業訂定其處理制度，應包括下列事項：\n業務人員應充分瞭解之事項：\n投保目的及需求。',
  })
  expect(second?.id).toBe('p#4')
  expect(rest).toEqual([])
})

test('what contradicts the words comes first, whatever it shares with them', () => {
  const items = [{ code: 'violation.false_statement', points: -40, passageId: 'p#9' }]
  expect(gather({ items }).map((one) => one.id)).toEqual(['p#9', ARTICLE.id, 'p#4'])
})

test('a law that is not at hand is left out, and nothing is invented for it', () => {
  expect(gather({ findArticle: () => null }).map((one) => one.id)).toEqual(['p#4'])
  expect(gather({ findArticle: () => null, facts: undefined })).toEqual([])
})
