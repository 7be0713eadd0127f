import type { Dimension } from '~/domain/shared/dimensions'

type Level = '1' | '2' | '3' | '4' | '5'

/** Words that the pages of the app and the printed documents share; the composition root takes them from the Chinese locale and the catalogue. */
export type DocumentWords = {
  dimension: Readonly<Record<Dimension, string>>
  level: Readonly<Record<Level, string>>
  notApplicable: string
  notScored: string
  /** Name of an observation code, or of a line of arithmetic. */
  nameOf(code: string): string
  how: Readonly<Record<'perceive' | 'limitRaters' | 'limitLaw' | 'limitMachine' | 'seedText', string>>
}

export const FOOT_LINE = '對練訓練教材，不是法律意見；客戶、保險公司與商品均為虛構。'

/** 2026 年 3 月 5 日. @param localDate ISO 8601. */
export function writeDate(localDate: string): string {
  const [year, month, day] = localDate.split('-').map(Number)
  return `${year} 年 ${month} 月 ${day} 日`
}
