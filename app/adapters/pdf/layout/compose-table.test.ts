import { describe, expect, test } from 'vitest'
import { fitColumns } from './compose-table'

const column = (wanted: number, least = 40) => ({ wanted, least })

describe('fitColumns', () => {
  test('columns that fit share what is left by their size', () => {
    expect(fitColumns([column(100), column(50)], 300)).toEqual([200, 100])
  })

  test('a short column gets what it wants, the long one the rest', () => {
    const [short, long] = fitColumns([column(60), column(2_500)], 400)
    // Roots 7.7 and 50: the short one would get 53 of 400, less than it wants, so that both go by their roots.
    expect([Math.round(short!), Math.round(long!)]).toEqual([54, 346])
    const shares = fitColumns([column(60), column(400), column(400)], 600)
    // Roots 7.7, 20 and 20: 97 would be the first one's share, it takes its 60; the others halve 540.
    expect(shares.map(Math.round)).toEqual([60, 270, 270])
  })

  test('none becomes narrower than its head allows, save when all are too wide', () => {
    const shares = fitColumns([column(50, 90), column(5_000, 90)], 400)
    expect(shares[0]).toBeGreaterThan(75)
    expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(400)
  })
})
