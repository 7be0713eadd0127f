import { expect, test } from 'vitest'
import { parsePlainText } from './parse-plain-text'

test('reads headings, clauses and pages', () => {
  const result = parsePlainText({ kind: 'product', title: '安心條款' }, [
    '一、投保規則\n零歲起。\n\n第三條 撤銷\n十日內。',
    '二、除外\n酒駕。',
  ])
  if (result.status !== 'parsed') throw new Error('refused')
  expect(result.document.passages.map((one) => [one.article, one.headings, one.text, one.page])).toEqual([
    [null, ['一、投保規則'], '零歲起。', 1],
    ['第三條', ['一、投保規則'], '第三條 撤銷\n十日內。', 1],
    [null, ['二、除外'], '酒駕。', 2],
  ])
})

test('takes the first line as title, and a law as a law', () => {
  const plain = parsePlainText({ kind: 'guide' }, ['新人須知\n先聽再說。'])
  expect(plain.status === 'parsed' && plain.document.title).toBe('新人須知')
  const law = parsePlainText({ kind: 'guide' }, ['法規名稱：茶會法\n修正日期：20240110\n\n第 1 條\n應有茶。'])
  expect(law.status === 'parsed' && law.document.kind).toBe('regulation')
  expect(parsePlainText({ kind: 'guide' }, ['', ' ']).status).toBe('refused')
})
