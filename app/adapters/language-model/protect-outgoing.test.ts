import { expect, test } from 'vitest'
import { createStreamUnmasker } from './protect-outgoing'

const unmask = (text: string) => text.replaceAll('⟦電話1⟧', '0912345678')

test('a placeholder is unmasked however the stream is cut, and nothing else is changed', () => {
  const text = '打⟦電話1⟧，或⟦別的⟧。⟦'
  for (let size = 1; size <= text.length; size++) {
    const run = createStreamUnmasker(unmask)
    const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g'))!
    expect(pieces.map((piece) => run(piece)).join('') + run('', true)).toBe('打0912345678，或⟦別的⟧。⟦')
  }
})

test('words before a placeholder are not kept waiting, and a bracket that never closes is let go', () => {
  const run = createStreamUnmasker(unmask)
  expect(run('您好，⟦電')).toBe('您好，')
  expect(run('話這裡沒有要結束的樣子所以就當作是一般的文字說出去')).toBe(
    '⟦電話這裡沒有要結束的樣子所以就當作是一般的文字說出去',
  )
})
