/**
 * Dates are put together by hand from numbers of Taipei time: the server's and the browser's word lists differ, and a
 * difference of one space would make React draw the page twice.
 */
const PARTS = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Taipei',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function splitTaipeiTime(iso: string) {
  const found = Object.fromEntries(PARTS.formatToParts(new Date(iso)).map((part) => [part.type, part.value]))
  return {
    year: Number(found.year),
    month: Number(found.month),
    day: Number(found.day),
    time: `${found.hour}:${found.minute}`,
  }
}

/**
 * @param iso a time or a date, ISO 8601.
 * @returns 「11 月 25 日」, "25 Nov"; with the year when `withYear`.
 */
export function formatDay(iso: string, language: string, withYear = false): string {
  const { year, month, day } = splitTaipeiTime(iso)
  if (language === 'en') return `${day} ${MONTHS[month - 1]}${withYear ? ` ${year}` : ''}`
  return `${withYear ? `${year} 年 ` : ''}${month} 月 ${day} 日`
}

/** @returns the day with the time of day, 24 hours: 「11 月 25 日 19:45」. */
export function formatMoment(iso: string, language: string): string {
  return `${formatDay(iso, language)} ${splitTaipeiTime(iso).time}`
}

/** @param seconds whole or not, from 0. @returns m:ss, e.g. 3:07. */
export function formatElapsed(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
