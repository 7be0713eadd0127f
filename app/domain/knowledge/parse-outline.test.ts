import { expect, test } from 'vitest'
import { parseOutline } from './parse-outline'

const passagesOf = (result: ReturnType<typeof parseOutline>) => {
  if (result.status !== 'parsed') throw new Error('refused')
  return result.document.passages
}

test('a deeper heading is kept under the one above, a higher one ends both', () => {
  const passages = passagesOf(
    parseOutline({ kind: 'guide' }, [
      { kind: 'heading', level: 1, text: '手冊', page: 1 },
      { kind: 'heading', level: 2, text: '甲' },
      { kind: 'heading', level: 3, text: '甲一' },
      { kind: 'text', text: '一', page: 1 },
      { kind: 'heading', level: 2, text: '乙' },
      { kind: 'text', text: '二', page: 2 },
    ]),
  )
  expect(passages.map((one) => [one.headings, one.text, one.page])).toEqual([
    [['甲', '甲一'], '一', 1],
    [['乙'], '二', 2],
  ])
})

test('cuts long sections between paragraphs and at clauses', () => {
  const long = '長'.repeat(500)
  const passages = passagesOf(
    parseOutline({ kind: 'product', title: '條款' }, [
      { kind: 'text', text: long },
      { kind: 'text', text: long },
      { kind: 'text', text: '第三條 契約撤銷權' },
      { kind: 'text', text: '十日內得撤銷。' },
      { kind: 'text', text: '第 四 條之1【寬限】三十日。' },
    ]),
  )
  expect(passages.map((one) => [one.article, one.text.length])).toEqual([
    [null, 500],
    [null, 500],
    ['第三條', 17],
    ['第四條之1', 15],
  ])
})
