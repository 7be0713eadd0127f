const TAIPEI_DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Taipei' })
const DAY_MS = 24 * 60 * 60 * 1000

/** @returns the date in Taiwan at that moment, ISO 8601. */
export const toLocalDate = (moment: Date): string => TAIPEI_DATE.format(moment)

/** @returns the date so many days before; `days` below 0 goes forward. */
export function subtractDays(localDate: string, days: number): string {
  return new Date(Date.parse(`${localDate}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)
}
