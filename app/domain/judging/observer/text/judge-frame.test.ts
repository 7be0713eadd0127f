import { describe, expect, test } from 'vitest'
import { isDisowned } from './judge-frame'
import { readUtterance } from './read-utterance'

function disowns(text: string, words: string): boolean {
  const utterance = readUtterance(text)
  const start = utterance.text.indexOf(words)
  if (start < 0) throw new Error(`${words} not in ${utterance.text}`)
  return isDisowned(utterance, { start, end: start + words.length })
}

describe('isDisowned', () => {
  test.each([
    ['我不能退佣金給您', '退佣金'],
    ['有人跟您說保證獲利？那不能信。', '保證獲利'],
    ['代簽是違法的，我不做', '代簽'],
    ['如果有業務叫您借錢來繳，千萬不要', '借錢來繳'],
    ['抱歉，我沒辦法幫您出保費', '幫您出保費'],
    ['「穩賺不賠」這種話是騙人的', '穩賺不賠'],
    ['如果有人打來說要幫您解約，請先掛掉，打公司客服查', '解約'],
    ['公司打來時，不清楚的就說不清楚', '不清楚的就說'],
  ])('%s', (text, words) => {
    expect(disowns(text, words)).toBe(true)
  })

  test.each([
    ['別擔心，我退佣金給您', '退佣金'],
    ['公司不准退佣，但我私下補給您', '補給您'],
    ['不騙您，這張保證獲利', '保證獲利'],
    ['佣金退您，不能說出去喔', '佣金退您'],
    ['鄰居說穩賺，您也來買', '穩賺'],
    ['我幫您簽就好', '幫您簽'],
    ['如果有人電訪打來，直接掛斷', '電訪'],
  ])('%s is meant', (text, words) => {
    expect(disowns(text, words)).toBe(false)
  })
})
