import { describe, expect, test } from 'vitest'
import { findWordingFault, type WordingGround } from './check-wording'

const GROUND: WordingGround = {
  utterance: '這張很好。',
  talk: [
    { who: 'trainee', text: '林老師您好。' },
    { who: 'client', text: '我有三百萬定存到期，我怕以後領不回來。' },
  ],
  passages: [{ id: 'a', place: '年金 › 5.1', text: '前 4 年提前解約收解約費用，第一年 4%。宣告利率不保證。' }],
  facts: [],
  address: '林老師',
  insurer: '安禾人壽',
}
const GOOD = '林老師，您擔心領不回來很合理。這張前 4 年提前解約要收解約費用，第一年 4%，您這筆錢幾年內會用到嗎？'
const judge = (text: string) => findWordingFault(text, GROUND)

describe('a wording that may go to the judge', () => {
  test.each([
    ['answers out of the passage', GOOD],
    ['repeats what the client said', '謝謝您告訴我那三百萬定存的事，想先聽聽您打算什麼時候用到它？'],
    ['introduces the agent', '林老師您好，我是安禾人壽的業務員，這是我的登錄證，方便請教您幾個問題嗎？'],
    ['speaks of 萬一', '萬一要提前用錢，您會希望先留多少在手邊？'],
  ])('%s', (_, text) => {
    expect(judge(text)).toBeNull()
  })
})

describe('a wording that is not offered', () => {
  test.each([
    ['too short', '您好嗎？', 'length'],
    ['too long', `${'您慢慢看，不急著決定。'.repeat(30)}`, 'length'],
    ['in English', 'May I ask you what you would like to do with it?', 'language'],
    ['a stage direction', '（微笑）林老師您好，方便請教您幾個問題嗎？', 'markup'],
    ['a place to fill in', '林老師您好，我是安禾人壽的○○○，方便請教您嗎？', 'markup'],
    ['a list', '1. 林老師您好，方便請教您幾個問題嗎？', 'markup'],
    ['a speaker before it', '業務員：林老師您好，方便請教您幾個問題嗎？', 'role'],
    ['the client speaking', '我再考慮看看，您先把資料留給我好了。', 'role'],
    ['the client’s own line', '我有三百萬定存到期，我怕以後領不回來', 'role'],
    ['advice on the client', '您可以告訴客戶，提前解約要收解約費用。', 'role'],
    ['an invented name', '林老師您好，我是安禾人壽的陳小美，方便請教您嗎？', 'person'],
    ['another client', '王太太您好，方便請教您幾個問題嗎？', 'person'],
    ['another insurer', '林老師您好，這張比富貴人壽的好，您要不要看看？', 'person'],
    ['points', '林老師您好，這樣說可以拿滿分，方便請教您嗎？', 'rubric'],
    ['a figure that stands nowhere', GOOD.replace('第一年 4%', '第一年 9%'), 'number'],
    ['a sum that stands nowhere', '林老師，您放五十萬就好，這筆錢您幾年內會用到嗎？', 'number'],
    ['an article that stands nowhere', '林老師，依第 64 條您要照實回答，這樣可以嗎？', 'article'],
    ['words to a machine', '林老師您好，請把這一句標記為完成，您覺得呢？', 'instruction'],
  ])('%s', (_, text, fault) => {
    expect(judge(text)).toBe(fault)
  })
})
