import { expect, test } from 'vitest'
import type { Piece } from '../compose-reply'
import { findUnsaidPieces } from './find-unsaid-pieces'

const ask: Piece = { move: { kind: 'ask', questionId: 'q' }, text: '第一年就解約，會被扣多少？' }
const worry: Piece = {
  move: { kind: 'raise-worry', worryId: 'w', times: 1 },
  text: '我擔心的是，錢放進去，萬一家裡臨時有事，我拿得出來嗎？',
}
const remark: Piece = { move: { kind: 'remark' }, text: '今天天氣真好。' }

test('a paraphrase counts as said', () => {
  expect(findUnsaidPieces('如果第一年解約的話，要扣幾趴？', [ask])).toEqual([])
  expect(findUnsaidPieces('家裡要是臨時需要用錢，這放進去還拿得出來嗎', [worry])).toEqual([])
})

test('a question that was not asked is still owed', () => {
  expect(findUnsaidPieces('第一年解約會扣錢，我知道。', [ask])).toEqual([ask])
  expect(findUnsaidPieces('我再想想好了。', [worry, ask])).toEqual([worry, ask])
})

test('small talk is not owed', () => {
  expect(findUnsaidPieces('嗯。', [remark])).toEqual([])
})
