import { describe, expect, test } from 'vitest'
import { hasValidIdentityChecksum } from './find-identity-numbers'

describe('hasValidIdentityChecksum', () => {
  test('A123456789: A is 10, so 1×1 + 0×9 + 1×8 + 2×7 + 3×6 + 4×5 + 5×4 + 6×3 + 7×2 + 8×1 + 9×1 = 130', () => {
    expect(hasValidIdentityChecksum('A123456789')).toBe(true)
  })

  test('new permit A800000014: 1×1 + 0×9 + 8×8 + 1×1 + 4×1 = 70', () => {
    expect(hasValidIdentityChecksum('A800000014')).toBe(true)
  })

  test('old permit AC01234567: C is 12, of which the 2 counts: 1 + 2×8 + 0×7 + 1×6 + 2×5 + 3×4 + 4×3 + 5×2 + 6×1 + 7×1 = 80', () => {
    expect(hasValidIdentityChecksum('AC01234567')).toBe(true)
  })

  test('one wrong last digit fails, each of the nine', () => {
    for (const digit of '012345678') expect(hasValidIdentityChecksum(`A12345678${digit}`)).toBe(false)
  })

  test.each(['', 'A12345678', 'A1234567890', 'a123456789', 'A323456789', 'AE01234567', '1234567890', 'Ａ123456789'])(
    '%s has another form',
    (value) => {
      expect(hasValidIdentityChecksum(value)).toBe(false)
    },
  )
})
