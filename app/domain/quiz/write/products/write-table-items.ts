import type { ItemContent } from '../../item'
import { cite, type WriteContext } from '../candidate'
import type { Clause } from './read-clause'

/** 「第 1 年 40%、第 2 年 28%…」: percentages by policy year. */
const ROW = /第 (\d+) 年 ([\d.]+%)/gu

/** Blanks in a table that is written out as a sentence; what stands in another year cannot be a wrong answer beside it. */
export function writeTableItems(clause: Clause, { random }: WriteContext): ItemContent[] {
  return clause.sentences.flatMap((sentence): ItemContent[] => {
    const rows = [...sentence.matchAll(ROW)]
    if (rows.length < 3) return []
    const first = random.index(Math.min(3, rows.length - 1))
    const blanks = [rows[first]!, rows[first + 1]!]
    let stem = sentence
    for (const row of [...blanks].reverse()) {
      const at = row.index + row[0].length - row[2]!.length
      stem = `${stem.slice(0, at)}____${stem.slice(at + row[2]!.length)}`
    }
    const lead = clause.label && sentence === clause.sentences[0] ? `${clause.label}：` : ''
    return [
      {
        type: 'cloze',
        stem: `依「${clause.title}」的商品說明，${lead}${stem}`,
        blanks: blanks.map((row) => ({ accepted: [row[2]!] })),
        explanation: `${clause.title}（${clause.section}）：${lead}${sentence}`,
        citations: [cite(clause.source, sentence)],
        difficulty: 3,
        ability: 'recall',
        dimension: 'disclosure',
      },
    ]
  })
}
