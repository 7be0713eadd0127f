/** @returns share of the points in percent, cut (not rounded) to one decimal, so that a result under the pass mark never looks like it; 0 without points to get. */
export function countPercent(points: number, maxPoints: number): number {
  // A sum of thirds may end a hair under its whole number.
  return maxPoints === 0 ? 0 : Math.floor((points / maxPoints) * 1000 + 1e-6) / 10
}
