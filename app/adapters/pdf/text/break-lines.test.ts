import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakLines, type Measure, type TextRun } from './break-lines'

/** Full-width characters are as wide as the size, others half of it. */
const measure: Measure = (text, _weight, size) =>
  [...text].reduce((sum, one) => sum + (one.codePointAt(0)! < 0x2000 ? size / 2 : size), 0)
const run = (text: string, more: Partial<TextRun> = {}): TextRun => ({
  text,
  weight: 'regular',
  size: 10,
  colour: 'ink',
  ...more,
})
const linesOf = (text: string, characters: number) =>
  breakLines([run(text)], characters * 10, measure).map((line) => line.runs.map((one) => one.text).join(''))

describe('breakLines', () => {
  test('a mark that does not fit takes its character along', () => {
    // Seven fit; the eighth is a full stop, so the seventh character goes with it, and a fourth keeps the two company.
    expect(linesOf('要保人應誠實說明。', 8)).toEqual(['要保人應誠實', '說明。'])
  })

  test('an opening mark goes to the next line with what it opens', () => {
    expect(linesOf('本法所稱「保險人」者', 5)).toEqual(['本法所稱', '「保險人」', '者'])
  })

  test('blanks at the end of a line take no room', () => {
    expect(linesOf('滿 65 歲', 3.5)).toEqual(['滿', '65 歲'])
  })

  test('a word wider than the line is cut', () => {
    expect(linesOf('https://example.test/a-very-long-path', 8).every((line) => line.length <= 16)).toBe(true)
  })

  test('a new line of the text is one of the page, an empty one too', () => {
    expect(linesOf('一\n\n二', 8)).toEqual(['一', '', '二'])
  })

  test('a reference stays with what it follows, and the line tells of it', () => {
    const note = run('12', { size: 6, note: 7 })
    const lines = breakLines([run('保險法規定甲乙'), note, run('，並應說明')], 70, measure)
    expect(lines.map((line) => [line.runs.map((one) => one.text).join(''), line.notes])).toEqual([
      ['保險法規定甲', []],
      // 10 + 6 + 10 + 40.
      ['乙12，並應說明', [7]],
    ])
  })

  test('places runs one behind the other', () => {
    const [line] = breakLines([run('甲乙', { weight: 'bold' }), run('丙')], 100, measure)
    expect(line!.runs.map(({ text, x, width }) => [text, x, width])).toEqual([
      ['甲乙', 0, 20],
      ['丙', 20, 10],
    ])
  })

  test('whatever the text: nothing is lost, no line is too wide, and no mark stands where it must not', () => {
    const character = fc.constantFrom(...'保險業務員應說明。，、；：？！「」『』（）《》 aZ09%-/')
    fc.assert(
      fc.property(
        fc.array(character, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 12, max: 30 }),
        (text, width) => {
          const whole = text.join('')
          const lines = linesOf(whole, width)
          expect(lines.join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''))
          for (const [index, line] of lines.entries()) {
            expect(measure(line, 'regular', 10)).toBeLessThanOrEqual(width * 10)
            // A word may be wider than a line when marks follow marks; then it is cut.
            if (/[「『（《]{3}|[。，、；：？！」』）》]{3}|[aZ09%\-/]{6}/u.test(whole.replaceAll(' ', ''))) continue
            if (index > 0) expect(line).not.toMatch(/^[。，、；：？！」』）》]/u)
            if (index < lines.length - 1) expect(line.trimEnd()).not.toMatch(/[「『（《]$/u)
          }
        },
      ),
    )
  })
})
