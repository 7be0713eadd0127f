import { expect, test } from 'vitest'
import { statesUnheldCover } from './find-unheld-cover'

const SHEET = [
  '開始給付後，生存期間按期領年金。這不是壽險，沒有醫療保障。投保當天沒有辦法先說定每期領多少。',
  '住院憑收據理賠，收到文件十五日內給付。',
]
const SAID = ['我太太五年前得過癌症。']
const judge = (text: string) => statesUnheldCover(text, SHEET, SAID)

test.each([
  ['cover that no document gives', '這張附有手術的保障，您放心。'],
  ['cover that a document denies', '再說這張附加了醫療保障。'],
  ['a benefit', '期滿還有生存金可以領。'],
  ['cover put as a question', '這張也有豁免保費，您知道嗎？'],
  ['cover that the client only spoke of', '癌症這張也有賠。'],
  ['renewal for ever', '這張保證續保到終身。'],
  ['money on the day', '解約以後錢當天就會進您的戶頭。'],
  ['money at once', '送件之後立刻撥款。'],
  ['money within days', '三天內就會理賠。'],
  ['cover that is not all there is', '這張不只住院，連手術都有給付。'],
])('finds %s', (_, text) => {
  expect(judge(text)).toBe(true)
})

test.each([
  ['cover that a document gives', '住院是憑收據理賠的。'],
  ['that there is none', '這張是年金，沒有手術的保障。'],
  ['a question after other policies', '您之前有買過醫療險嗎？'],
  ['a question of health', '您這幾年有沒有動過手術？'],
  ['duty to tell', '手術的紀錄要照實告知。'],
  ['what the client said', '謝謝您告訴我太太癌症的事。'],
  ['a promise to look it up', '理賠的問題我馬上查清楚，當天回覆您。'],
  ['a time that a document gives', '文件收到以後，十五日內給付。'],
])('lets %s pass', (_, text) => {
  expect(judge(text)).toBe(false)
})
