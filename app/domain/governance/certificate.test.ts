import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCertificateCode, readCertificateCode } from './certificate'

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const base64url = fc
  .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'), {
    minLength: 16,
    maxLength: 43,
  })
  .map((all) => all.join(''))

describe('buildCertificateCode', () => {
  test('a code worked out by hand', () => {
    // A is 0, B is 1 of base64url. The value of 0…01 is 1: remainder 1, written 01.
    expect(buildCertificateCode('AAAAAAAAAAAAAAAB')).toBe('0000-0000-0000-0001-01')
    // 0…010 is 32: 32 = 1 × 32 + 0.
    expect(buildCertificateCode('AAAAAAAAAAAAAABA')).toBe('0000-0000-0000-0010-10')
    // 0…0100 is 1024: 1024 - 1021 = 3.
    expect(buildCertificateCode('AAAAAAAAAAAAABAA')).toBe('0000-0000-0000-0100-03')
  })

  test('a short secret, or one of other characters, makes no code', () => {
    expect(() => buildCertificateCode('AAAAAAAAAAAAAAA')).toThrow(RangeError)
    expect(() => buildCertificateCode('AAAAAAAAAAAAAAA!')).toThrow(RangeError)
  })
})

describe('readCertificateCode', () => {
  test.each([
    '0000-0000-0000-0100-03',
    '000000000000010003',
    ' oooo oooo oooo o1oo o3 ',
    '００００－００００－００００－０１００－０３',
    '0000-0000-0000-0L00-03',
  ])('%s is the code that was printed', (typed) => {
    expect(readCertificateCode(typed)).toBe('0000-0000-0000-0100-03')
  })

  test.each(['', '0000-0000-0000-0100-04', '0000-0000-0000-0100', '0000-0000-0000-0U00-03', '<script>'])(
    '%j is none',
    (typed) => {
      expect(readCertificateCode(typed)).toBeNull()
    },
  )

  test('every code is read back', () => {
    fc.assert(fc.property(base64url, (secret) => readCertificateCode(buildCertificateCode(secret)) !== null))
  })

  test('one wrong symbol, or two that changed places, are noticed wherever they stand', () => {
    const place = fc.integer({ min: 0, max: 17 })
    fc.assert(
      fc.property(base64url, place, place, fc.constantFrom(...SYMBOLS), (secret, at, other, symbol) => {
        const symbols = [...buildCertificateCode(secret).replaceAll('-', '')]
        const wrong = symbols.with(at, symbol)
        if (symbol !== symbols[at]) expect(readCertificateCode(wrong.join(''))).toBeNull()
        const swapped = symbols.with(at, symbols[other]!).with(other, symbols[at]!)
        // Check symbols that change places with others are no harm that typing does.
        if (symbols[at] !== symbols[other] && at < 16 && other < 16)
          expect(readCertificateCode(swapped.join(''))).toBeNull()
      }),
    )
  })
})
