import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasValidLuhnSum } from './find-card-numbers'
import { hasValidIdentityChecksum } from './find-identity-numbers'
import { EMPTY_MASK_MEMORY, type MaskMemory } from './mask-memory'
import { maskPersonalData } from './mask-personal-data'
import { unmaskDelta, unmaskPersonalData } from './unmask-personal-data'

const mask = (text: string, memory: MaskMemory = EMPTY_MASK_MEMORY) => maskPersonalData(text, memory)

/** Completes nine characters to a number that passes: tries the ten last digits. */
const completeIdentity = (start: string) =>
  [...'0123456789'].map((digit) => start + digit).find(hasValidIdentityChecksum)!
const completeCard = (start: string) => [...'0123456789'].map((digit) => start + digit).find(hasValidLuhnSum)!

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const nationalId = fc
  .tuple(letter, fc.constantFrom('1', '2', '8', '9', 'A', 'B', 'C', 'D'), digits(7))
  .map((parts) => completeIdentity(parts.join('')))
const mobile = digits(8).map((rest) => `09${rest}`)
const card = digits(14).map((rest) => completeCard(`4${rest}`))

const toFullWidth = (text: string) => [...text].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')
const typed = (value: fc.Arbitrary<string>) =>
  fc.tuple(value, fc.constantFrom('', '-', ' ', 'full', 'lower', 'hidden')).map(([text, how]) => {
    if (how === 'full') return toFullWidth(text)
    if (how === 'lower') return text.toLowerCase()
    return [...text].join(how === 'hidden' ? '\u200b' : how)
  })

/** Words as people write them about such numbers, none of which ends or begins with a digit or letter. */
const words = fc
  .array(
    fc.constantFrom(
      '我的',
      '保費一年36,000元，',
      '（身分證）',
      '電話：',
      '帳號是',
      '謝謝。',
      '條款第107條、',
      '生日',
      '台北市',
      '⟦電話1⟧',
      '⟦',
      '🙂',
      '\n',
      '匯到',
    ),
    { maxLength: 5 },
  )
  .map((all) => all.join(''))
const talk = fc
  .array(fc.tuple(words, fc.oneof(typed(nationalId), typed(mobile), typed(card)), words), { maxLength: 4 })
  .map((parts) => parts.flat().join('，'))
const anyText = fc.oneof(
  talk,
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'09A+1-8@.號路年月生日帳⟦⟧電話１０九零 ') }),
)

describe('maskPersonalData', () => {
  test('puts a numbered placeholder by kind, the same for the same value', () => {
    const first = mask('我是A123456789，太太F129876548，電話0912345678')
    expect(first.masked).toBe('我是⟦身分證1⟧，太太⟦身分證2⟧，電話⟦電話1⟧')
    expect(first.found).toEqual([
      { kind: 'national-id', count: 2 },
      { kind: 'phone', count: 1 },
    ])
    const second = mask('再說一次，A123456789，另一支0987654321', first.memory)
    expect(second.masked).toBe('再說一次，⟦身分證1⟧，另一支⟦電話2⟧')
    expect(unmaskPersonalData('⟦身分證2⟧您好，會打⟦電話2⟧', second.memory)).toBe('F129876548您好，會打0987654321')
  })

  test('tells another way to type the same value by a second number, so that both come back as typed', () => {
    const text = '0912345678就是０９１２－３４５－６７８，也就是0912345678'
    const { masked, memory } = mask(text)
    expect(masked).toBe('⟦電話1⟧就是⟦電話1-2⟧，也就是⟦電話1⟧')
    expect(unmaskPersonalData(masked, memory)).toBe(text)
  })

  test('never gives a value the name of a placeholder that somebody typed', () => {
    const { masked, memory } = mask('⟦電話1⟧是什麼？我的是0912345678')
    expect(masked).toBe('⟦電話1⟧是什麼？我的是⟦電話2⟧')
    expect(mask('0987654321', memory).masked).toBe('⟦電話3⟧')
  })

  test('finds what is hidden inside brackets that only look like a placeholder', () => {
    expect(mask('⟦電話0912345678⟧').masked).toBe('⟦電話⟦電話1⟧⟧')
    expect(mask('⟦A123456789⟧').masked).toBe('⟦⟦身分證1⟧⟧')
  })

  test('leaves the memory it was given alone, and needs no more than plain data', () => {
    const { memory } = mask('0912345678')
    const copy = structuredClone(memory)
    mask('0987654321', memory)
    expect(memory).toEqual(copy)
    expect(mask('0912345678', JSON.parse(JSON.stringify(memory))).masked).toBe('⟦電話1⟧')
  })

  test('does nothing to a text without personal data', () => {
    const text = '保費一年36,000元，等待期30天，依保險法第107條，有事打0800-012-345或165'
    expect(mask(text)).toEqual({ masked: text, memory: EMPTY_MASK_MEMORY, found: [] })
  })
})

describe('for any text', () => {
  test('unmasking gives it back letter by letter', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { masked, memory } = mask(text)
        expect(unmaskPersonalData(masked, memory)).toBe(text)
      }),
      { numRuns: 1500 },
    )
  })

  test('masking twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const first = mask(text)
        const second = mask(first.masked, first.memory)
        expect(second.masked).toBe(first.masked)
        expect(second.found).toEqual([])
        expect(second.memory).toEqual(first.memory)
      }),
      { numRuns: 1500 },
    )
  })

  test('later turns come back too, with one memory for the talk', () => {
    fc.assert(
      fc.property(fc.array(talk, { minLength: 2, maxLength: 4 }), (turns) => {
        const names = turns.join('').match(/⟦電話\d+(?:-\d+)?⟧/gu) ?? []
        // A name typed in a later turn that a value has by then stands for that value.
        fc.pre(names.length === 0)
        let memory = EMPTY_MASK_MEMORY
        const masked = turns.map((turn) => {
          const result = mask(turn, memory)
          memory = result.memory
          return result.masked
        })
        expect(masked.map((turn) => unmaskPersonalData(turn, memory))).toEqual(turns)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['national IDs and permits', nationalId],
    ['mobile numbers', mobile],
    ['card numbers', card],
  ])('%s do not survive, however typed', (_, value) => {
    fc.assert(
      fc.property(
        words,
        value.chain((plain) => fc.tuple(fc.constant(plain), typed(fc.constant(plain)))),
        words,
        (before, [plain, shown], after) => {
          const { masked } = mask(`${before}，${shown}，${after}`)
          const left = masked
            .replace(/⟦[^⟦⟧]*⟧/gu, '')
            .normalize('NFKC')
            .replace(/[^A-Za-z0-9]/g, '')
            .toUpperCase()
          expect(left).not.toContain(plain)
          expect(masked).not.toContain(shown)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('unmaskDelta', () => {
  const { memory } = mask('0912345678')

  test('holds the start of a placeholder back until it ends', () => {
    expect(unmaskDelta('', '好，我打⟦電', memory)).toEqual({ text: '好，我打', pending: '⟦電' })
    expect(unmaskDelta('⟦電', '話1⟧給您', memory)).toEqual({ text: '0912345678給您', pending: '' })
  })

  test('does not wait for a bracket that begins nothing', () => {
    // Fourteen letters from the bracket on are more than any placeholder has before its end.
    expect(unmaskDelta('', '⟦一二三四五六七八九十一二三', memory)).toEqual({
      text: '⟦一二三四五六七八九十一二三',
      pending: '',
    })
  })

  test('gives the same words as at once, wherever the text is cut', () => {
    const whole = 'A⟦電話1⟧B⟦電話9⟧⟦電話1⟧⟦'
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: whole.length }), { maxLength: 6 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), whole.length]
        let shown = ''
        let pending = ''
        for (let i = 1; i < at.length; i++) {
          const step = unmaskDelta(pending, whole.slice(at[i - 1], at[i]), memory)
          shown += step.text
          pending = step.pending
        }
        expect(shown + pending).toBe(unmaskPersonalData(whole, memory))
      }),
    )
  })
})
