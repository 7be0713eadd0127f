import { describe, expect, test } from 'vitest'
import { createStemKeeper, isNearDuplicate } from './is-near-duplicate'

const stem = '依保險法第58條規定，要保人、被保險人或受益人，應於知悉後幾日內通知保險人？'

describe('isNearDuplicate', () => {
  test('the same rule asked in another form is near', () => {
    expect(isNearDuplicate('依保險法第58條規定，要保人、被保險人或受益人，應於知悉後五日內通知保險人。', [stem])).toBe(
      true,
    )
  })

  test('the law in front makes no difference, and neither does spelling', () => {
    expect(isNearDuplicate('要保人、被保險人或受益人應於知悉後幾日內通知保險人？', [stem])).toBe(true)
    expect(isNearDuplicate(stem.replaceAll('，', ','), ['無關的題目', stem])).toBe(true)
  })

  test('another rule of the same law is not near', () => {
    expect(isNearDuplicate('依保險法第58條規定，保險人應於幾日前通知要保人終止契約？', [stem])).toBe(false)
    expect(isNearDuplicate(stem, [])).toBe(false)
  })

  test('stems that leave the question to their options are told apart by their articles', () => {
    const asks = '依保險法第64條規定，下列敘述何者正確？'
    expect(isNearDuplicate('依保險法第65條規定，下列敘述何者正確？', [asks])).toBe(false)
    expect(isNearDuplicate(asks, [asks])).toBe(true)
  })
})

test('a keeper knows what it was given and what it kept', () => {
  const keeper = createStemKeeper([stem])
  const other = '依保險法第109條規定，被保險人故意自殺者，保險人應如何處理？'
  expect(keeper.isNear(stem)).toBe(true)
  expect(keeper.isNear(other)).toBe(false)
  keeper.keep(other)
  expect(keeper.isNear(other)).toBe(true)
})
