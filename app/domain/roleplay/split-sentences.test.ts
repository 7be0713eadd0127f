import { expect, test } from 'vitest'
import { buildSentenceKey, splitSentences } from './split-sentences'

test.each([
  ['你好。請坐。', ['你好。', '請坐。']],
  ['真的嗎？！太好了～', ['真的嗎？！', '太好了～']],
  ['嗯……我想想。好。', ['嗯……我想想。', '好。']],
  ['他說「不要！我不要。」就走了。我沒追。', ['他說「不要！我不要。」就走了。', '我沒追。']],
  ['沒有標點', ['沒有標點']],
  ['', []],
])('%s', (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences)
})

test('the key of a sentence holds letters and numbers alone, in one width', () => {
  expect(buildSentenceKey('「嗯，３０萬……好！」')).toBe('嗯30萬好')
})
