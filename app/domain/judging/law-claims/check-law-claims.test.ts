import { describe, expect, test } from 'vitest'
import { readUtterance } from '../observer/text/read-utterance'
import { checkLawClaims } from './check-law-claims'
import type { SourceText } from './claim-facts'
import { type LawClaim, lawClaimsFileSchema } from './law-claim-schema'
import { readLawFacts } from './read-law-facts'

const [grace, suicide, payment, rebate] = lawClaimsFileSchema.parse([
  {
    id: 'grace',
    kind: 'measure',
    measure: 'time',
    law: '試驗法',
    article: '1',
    words: ['寬限'],
    reads: '催告到達後屆{n}',
    says: ['寬限期?[^。!?0-9]{0,8}?{n}'],
    fact: '催告到達後滿{n}才停效',
  },
  {
    id: 'suicide',
    kind: 'measure',
    measure: 'time',
    law: '試驗法',
    article: '2',
    words: ['自殺'],
    reads: '訂約{n}後始生效力',
    says: ['自殺[^。!?0-9]{0,14}?{n}', '{n}[^。!?]{0,6}自殺'],
    fact: '訂約{n}後才生效',
  },
  {
    id: 'payment',
    kind: 'measure',
    measure: 'time',
    law: '試驗法',
    article: '3',
    words: ['理賠'],
    holds: 'most',
    reads: '接到通知後{n}內給付',
    says: ['理賠[^。!?0-9]{0,8}?{n}內'],
    fact: '接到通知後{n}內給付',
  },
  {
    id: 'rebate',
    kind: 'rule',
    law: '試驗法',
    article: '4',
    words: ['退佣'],
    reads: '不得放佣',
    wrong: ['退佣[^。!?]{0,6}合法'],
    right: ['退佣[^。!?]{0,6}違法'],
    fact: '業務員不得放佣',
  },
]) as [LawClaim, LawClaim, LawClaim, LawClaim]
const claims = [grace, suicide, payment, rebate]
const OLD = {
  1: '經催告到達後屆二十日\n仍不交付時，停止效力。',
  2: '條款於訂約二年後始生效力。',
  3: '應於接到通知後十五日內給付之。',
  4: '業務員不得放佣。',
}
const NEW = { ...OLD, 1: '經催告到達後屆三十日仍不交付時，停止效力。' }
const findIn =
  (texts: Record<string, string>) =>
  (_law: string, article: string): SourceText | null =>
    texts[article] === undefined
      ? null
      : { id: `試驗法@v#${article}`, cite: `試驗法 §${article}`, heading: '', text: texts[article] }
const check = (text: string, texts: Record<string, string>) =>
  checkLawClaims(readUtterance(text), readLawFacts(claims, findIn(texts))).map((one) => one.verdict)

describe('checkLawClaims', () => {
  test('the text of the day decides', () => {
    expect(check('寬限期有30天', OLD)).toEqual(['contradicted'])
    expect(check('寬限期有30天', NEW)).toEqual(['supported'])
    expect(check('寬限期有二十天', OLD)).toEqual(['supported'])
  })

  test('without the article, or where it does not say it, nothing is known', () => {
    expect(check('寬限期有30天', {})).toEqual(['unknown'])
    expect(check('寬限期有30天', { 1: '本條刪除。' })).toEqual(['unknown'])
  })

  test('a verdict tells the passage and what it says', () => {
    const [verdict] = checkLawClaims(readUtterance('自殺滿一年就會賠'), readLawFacts(claims, findIn(OLD)))
    expect(verdict).toMatchObject({
      verdict: 'contradicted',
      passageId: '試驗法@v#2',
      fact: '試驗法 §2：訂約二年後才生效',
      claimId: 'suicide',
    })
  })

  test.each([
    ['投保兩年內自殺不賠', ['supported']],
    ['24個月內自殺不賠', ['supported']],
    ['自殺要滿三年才會賠', ['contradicted']],
    // Quicker than the law asks is no claim about the law.
    ['理賠都在五天內', []],
    ['理賠十五天內', ['supported']],
    ['理賠三十天內', ['contradicted']],
    ['退佣是合法的', ['contradicted']],
    ['退佣是違法的', ['supported']],
    // Said by others, or asked.
    ['有人跟您說退佣是合法的嗎', []],
    ['寬限期是三十天嗎？', []],
    ['今天天氣很好', []],
  ])('%s', (text, expected) => {
    expect(check(text, OLD)).toEqual(expected)
  })
})
