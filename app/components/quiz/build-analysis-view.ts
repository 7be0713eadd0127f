import type { ItemStatistics } from '~/domain/quiz/analyse-items'
import type { ItemStatus, ItemType } from '~/domain/quiz/item'
import type { QuizAnalysis } from '~/domain/quiz/quiz-ports'

export type ItemFlag = ItemStatistics['flags'][number]
export type AnalysisRowView = {
  itemId: string
  number: number
  stem: string
  type: ItemType
  status: ItemStatus
  answers: number
  difficulty: number | null
  discrimination: number | null
  /** Every option with how often it was chosen; empty for types without options. */
  options: { text: string; isKey: boolean; count: number }[]
  flags: ItemFlag[]
}
export type AnalysisView = {
  attempts: number
  meanPercent: number | null
  kr20: number | null
  rows: AnalysisRowView[]
}

/** Statistics with the items they are about, those with flags that ask for a look first. */
export function buildAnalysisView({ quiz, analysis }: QuizAnalysis): AnalysisView {
  const statistics = new Map(analysis.items.map((one) => [one.itemId, one]))
  const rows = quiz.items.flatMap(({ itemId, content, status }, at) => {
    const one = statistics.get(itemId)
    if (!one) return []
    const options =
      'options' in content
        ? content.options.map(({ id, text, isKey }) => ({ text, isKey, count: one.optionCounts[id] ?? 0 }))
        : []
    return [
      {
        itemId,
        number: at + 1,
        stem: content.stem,
        type: content.type,
        status,
        answers: one.answers,
        difficulty: one.difficulty,
        discrimination: one.discrimination,
        options,
        flags: [...one.flags],
      },
    ]
  })
  const asksForLook = (row: AnalysisRowView) => row.flags.some((flag) => flag !== 'too-few-answers')
  rows.sort((a, b) => Number(asksForLook(b)) - Number(asksForLook(a)) || a.number - b.number)
  return { attempts: analysis.attempts, meanPercent: analysis.meanPercent, kr20: analysis.kr20, rows }
}
