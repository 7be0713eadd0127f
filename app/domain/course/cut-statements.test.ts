import { expect, test } from 'vitest'
import type { ItemSource } from '../quiz/item'
import { cutProvisions, cutStatements } from './cut-statements'

const source = (text: string, more: Partial<ItemSource> = {}): ItemSource => ({
  passageId: 'x@1#1',
  documentId: 'x',
  kind: 'regulation',
  title: '試驗法',
  article: '1',
  headings: [],
  text,
  label: '試驗法 §1',
  ...more,
})
const LIST = `業務員有下列情事之一者，應予停止招攬：\n${['不實說明', '放佣', '代簽', '誇大'].map((one, i) => `${'一二三四'[i]}、以${one}之方法為招攬，致使要保人或被保險人受有損害，且其情節經所屬公司認定為重大者，或於一年內再犯者。`).join('\n')}`

test('a ban with a limit weighs more than a plain sentence, what leans on another one less', () => {
  const [ban, plain] = cutStatements(source('業務員不得於十日內再為招攬。\n保險契約分為兩種類型。'))
  expect(ban!.weight).toBeGreaterThan(plain!.weight)
  const [whole] = cutStatements(source('保險人應於十五日內給付。'))
  const [leaning] = cutStatements(source('前項保險人應於十五日內給付。'))
  expect(leaning!.weight).toBeLessThan(whole!.weight)
})

test('questions and bare quotes are no statements', () => {
  const texts = cutStatements(
    source('外幣：匯率虧得起嗎？\n「這個不能像存款那樣明天就領。」\n已經有的舊保單不要輕易動。', {
      kind: 'guide',
      article: null,
    }),
  ).map((one) => one.text)
  expect(texts).toEqual(['已經有的舊保單不要輕易動。'])
})

test('the number of a clause is no part of its sentence', () => {
  const [one] = cutStatements(source('4.1 附加費用率是保費的 5.5% 到 12.8%。', { kind: 'product', article: '4.1' }))
  expect(one!.text).toBe('附加費用率是保費的 5.5% 到 12.8%。')
})

test('an exception stays with its rule, in the words of the text', () => {
  const rule = `${'保險費應於契約生效前交付，'.repeat(14)}不得延後。但契約另有訂定者，不在此限。`
  const texts = cutStatements(source(rule)).map((one) => one.text)
  expect(texts).toEqual([rule])
})

test('a long list of a law is a provision, a short one a sentence', () => {
  const [long] = cutProvisions(source(LIST))
  expect(long!.lead).toBe('業務員有下列情事之一者，應予停止招攬：')
  expect(long!.items).toHaveLength(4)
  expect(cutStatements(source(LIST))).toEqual([])
  const short = '保險費分為下列三種：\n一、年繳。\n二、半年繳。\n三、月繳。'
  expect(cutProvisions(source(short))).toEqual([])
  expect(cutStatements(source(short)).map((one) => one.text)).toEqual(['保險費分為下列三種：年繳。半年繳。月繳。'])
})
