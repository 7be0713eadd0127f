import { NUMBER_SOURCE, readChineseNumber } from './read-chinese-number'

const ROC_DATE = new RegExp(`(?:中華民國|民國)?(${NUMBER_SOURCE})年(${NUMBER_SOURCE})月(${NUMBER_SOURCE})日`, 'gu')

/** @returns `2024-07-01` for `20240701`; null for what is no date, and for 99991231, the ministry's mark of "not yet determined". */
export function readCompactDate(text: string): string | null {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim())
  if (!parts || parts[1] === '9999') return null
  return formatDate(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** @returns every date of the Republic's calendar in the text, in its order: 一百十三年七月一日 2024-07-01. Line breaks inside a date do not matter. */
export function findRocDates(text: string): string[] {
  const dates: string[] = []
  for (const [, year, month, day] of text.replace(/\s+/gu, '').matchAll(ROC_DATE)) {
    const numbers = [year, month, day].map((one) => readChineseNumber(one!))
    const date = formatDate((numbers[0] ?? 0) + 1911, numbers[1] ?? 0, numbers[2] ?? 0)
    if (date !== null) dates.push(date)
  }
  return dates
}

/** @returns the date moved by whole days. */
export function addDays(localDate: string, days: number): string {
  return new Date(Date.parse(`${localDate}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function formatDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : null
}
