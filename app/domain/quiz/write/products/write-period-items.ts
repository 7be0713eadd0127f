import { addDays, calculate, spellDay } from '../../calculation'
import type { ItemContent } from '../../item'
import { cite, type WriteContext } from '../candidate'
import { drawDay, listDayOptions } from '../list-day-options'
import type { Clause } from './read-clause'

/** Periods of a product sheet that begin with the day after something. */
const PERIODS: readonly { pattern: RegExp; ask: (title: string, day: string) => string }[] = [
  {
    pattern: /收到保單的隔天起算 (\d+) 日內/u,
    ask: (title, day) => `客戶在 ${day}收到「${title}」的保單，過幾天想撤銷契約。依商品說明，最晚哪一天要提出？`,
  },
  {
    pattern: /催告到達的翌日起 (\d+) 日的寬限期/u,
    ask: (title, day) => `「${title}」的保費忘了繳，公司的催告在 ${day}到達。依商品說明，寬限期的最後一天是哪一天？`,
  },
]

/** Puts a date to a period: until when a policy can be cancelled, or a premium paid. */
export function writePeriodItems(clause: Clause, { random, types }: WriteContext): ItemContent[] {
  if (!types.has('single')) return []
  return clause.sentences.flatMap((sentence) =>
    PERIODS.flatMap(({ pattern, ask }): ItemContent[] => {
      const count = Number(pattern.exec(sentence)?.[1])
      if (!count) return []
      const from = drawDay(random)
      const calculation = { kind: 'deadline', from, count, unit: '日' } as const
      return [
        {
          type: 'single',
          stem: ask(clause.title, spellDay(from)),
          options: listDayOptions(calculation, '商品說明寫的', random),
          explanation: `${clause.title}（${clause.section}）：${sentence}從隔天 ${spellDay(addDays(from, 1))}起算 ${count} 日，到 ${calculate(calculation)}為止。`,
          citations: [cite(clause.source, sentence)],
          difficulty: 2,
          ability: 'apply',
          dimension: 'disclosure',
          calculation,
        },
      ]
    }),
  )
}
