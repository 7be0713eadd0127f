import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../../shared/seeded-random'
import { tellCase } from './tell-case'

const tell = (text: string) => tellCase(text, createSeededRandom('1'))

describe('tellCase', () => {
  test('a case that one person can meet becomes a sentence; what follows is left', () => {
    const text = '要保人終止保險契約，而保險費已付足一年以上者，保險人應於接到通知後一個月內償付解約金'
    const happened = tell(text)!
    expect(happened.told).toMatch(/^要保人(?:..生|..姐)終止保險契約，而保險費已付足一年以上。$/u)
    expect(text.slice(happened.length)).toBe('保險人應於接到通知後一個月內償付解約金')
  })

  test.each([
    ['more than one case', '要保人隱匿或遺漏不為說明者，保險人得解除契約並請求返還'],
    ['more than one person', '要保人或被保險人終止契約時，保險人應於一個月內償付解約金'],
    ['what follows names no subject', '要保人終止契約者，應於接到通知後五日內以書面通知之'],
    ['no person', '保險契約終止時，保險人應返還其保單價值準備金予要保人'],
  ])('none of %s', (_, text) => {
    expect(tell(text)).toBeNull()
  })
})
