import { describe, expect, test } from 'vitest'
import { type HighlightMark, splitHighlights } from './split-highlights'

const mark = (start: number, end: number, tone: HighlightMark['tone'], label: string = tone): HighlightMark => ({
  start,
  end,
  tone,
  label,
})

describe('splitHighlights', () => {
  test('without marks the text stays whole', () => {
    expect(splitHighlights('保證不會虧', [])).toEqual([{ text: '保證不會虧', start: 0, tone: null, labels: [] }])
  })

  test('overlapping marks are cut at every border, the gravest tone wins, all labels are kept', () => {
    // 0123456789: good 0-6, breach 4-8 → 0-4 good, 4-6 both, 6-8 breach, 8-10 none
    expect(splitHighlights('0123456789', [mark(0, 6, 'good', 'g'), mark(4, 8, 'breach', 'b')])).toEqual([
      { text: '0123', start: 0, tone: 'good', labels: ['g'] },
      { text: '45', start: 4, tone: 'breach', labels: ['g', 'b'] },
      { text: '67', start: 6, tone: 'breach', labels: ['b'] },
      { text: '89', start: 8, tone: null, labels: [] },
    ])
  })

  test('a mark inside another splits it in three, and the same words marked twice keep both names', () => {
    expect(
      splitHighlights('abcde', [mark(0, 5, 'weak', 'w'), mark(2, 3, 'good', 'g')]).map(({ text, tone }) => [
        text,
        tone,
      ]),
    ).toEqual([
      ['ab', 'weak'],
      ['c', 'weak'],
      ['de', 'weak'],
    ])
    expect(splitHighlights('ab', [mark(0, 2, 'good', 'x'), mark(0, 2, 'good', 'y')])).toEqual([
      { text: 'ab', start: 0, tone: 'good', labels: ['x', 'y'] },
    ])
  })

  test('marks beyond the text are cut, empty and reversed ones dropped, and the parts join to the text', () => {
    const text = '這張保單保證不會虧'
    const segments = splitHighlights(text, [
      mark(-3, 2, 'good'),
      mark(4, 99, 'breach'),
      mark(3, 3, 'weak'),
      mark(6, 5, 'weak'),
    ])
    expect(segments.map((segment) => segment.text).join('')).toBe(text)
    expect(segments.map(({ text: part, tone }) => [part, tone])).toEqual([
      ['這張', 'good'],
      ['保單', null],
      ['保證不會虧', 'breach'],
    ])
  })
})
