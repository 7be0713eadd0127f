import type { ScoreTone } from './tone-of-score'

export type HighlightMark = { start: number; end: number; tone: ScoreTone; label: string }
export type TextSegment = { text: string; start: number; tone: ScoreTone | null; labels: string[] }

const WEIGHT: Record<ScoreTone, number> = { good: 1, weak: 2, breach: 3 }

/**
 * Cuts a text at the borders of its marks, so that marks may overlap or lie inside each other.
 *
 * @param marks offsets in UTF-16 code units, `end` excluded; what lies outside the text is cut off, empty marks are dropped.
 * @returns segments in order that join to `text` again. Where marks overlap the gravest tone shows, and all labels are kept.
 */
export function splitHighlights(text: string, marks: readonly HighlightMark[]): TextSegment[] {
  const kept = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }))
    .filter((mark) => mark.end > mark.start)
  const borders = [...new Set([0, text.length, ...kept.flatMap((mark) => [mark.start, mark.end])])].sort(
    (a, b) => a - b,
  )
  const segments: TextSegment[] = []
  for (let i = 0; i + 1 < borders.length; i++) {
    const [start, end] = [borders[i]!, borders[i + 1]!]
    const over = kept.filter((mark) => mark.start <= start && mark.end >= end)
    const gravest = over.reduce<ScoreTone | null>(
      (tone, mark) => (tone === null || WEIGHT[mark.tone] > WEIGHT[tone] ? mark.tone : tone),
      null,
    )
    segments.push({
      text: text.slice(start, end),
      start,
      tone: gravest,
      labels: [...new Set(over.map((mark) => mark.label))],
    })
  }
  return segments
}
