import { describe, expect, test } from 'vitest'
import { createMaskOutgoing } from './mask-outgoing'

const protect = createMaskOutgoing(['0800-000-123'])
const EARLIER = '我的手機是 0912-345-678。'
const NEWEST = '那支 0912345678 白天打得通。'

describe('createMaskOutgoing', () => {
  test('the same value has the same number in all texts, and comes back as it was typed', () => {
    const out = protect([EARLIER, NEWEST])
    if (out.status !== 'allowed') throw new Error('blocked')
    expect(out.texts).toEqual(['我的手機是 ⟦電話1⟧。', '那支 ⟦電話1-2⟧ 白天打得通。'])
    expect(out.unmask('好，⟦電話1⟧跟⟦電話1-2⟧我記下了')).toBe('好，0912-345-678跟0912345678我記下了')
  })

  test('block: the newest words stay here, earlier ones are withheld', () => {
    expect(protect([EARLIER, NEWEST], 'block')).toEqual({ status: 'blocked' })
    const out = protect([EARLIER, '好的。'], 'block')
    expect(out).toMatchObject({ status: 'allowed', texts: ['（這句話含有個人資料，沒有提供。）', '好的。'] })
  })

  test('allow: all of it leaves; the hotline of the insurer is nobody’s own', () => {
    expect(protect([EARLIER], 'allow')).toMatchObject({ texts: [EARLIER] })
    expect(protect(['客服專線 0800-000-123'])).toMatchObject({ texts: ['客服專線 0800-000-123'] })
  })
})
