/** By hand in one way for server and browser: 12,345. */
export const formatNumber = (value: number): string => Math.round(value).toLocaleString('en-US')

/** @returns 「12 (3.4%)」; the number alone when there is nothing to share in. */
export function formatShare(count: number, of: number): string {
  return of === 0 ? formatNumber(count) : `${formatNumber(count)} (${((100 * count) / of).toFixed(1)}%)`
}
