import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../../shared/seeded-random'
import { alterStatement } from './alter-statement'

const LAW = '要保人、被保險人、受益人及保險人'
const alter = (text: string, proviso = '') =>
  alterStatement({ text, quote: text, proviso }, text, LAW, createSeededRandom('1'))

describe('alterStatement', () => {
  test('a number: exactly one is changed, and the reason names both', () => {
    const [altered] = alter('保險人終止契約時，應於十五日前為預告')
    expect(altered!.kind).toBe('number')
    const wrong = /應於(.+)前為預告/u.exec(altered!.text)![1]!
    expect(wrong).not.toBe('十五日')
    expect(altered!.reason).toBe(`法條規定是「十五日」，不是「${wrong}」。`)
  })

  test('a role, among those of a contract', () => {
    const [altered] = alter('危險減少時，被保險人得請求重新核定保費')
    expect(altered!.kind).toBe('role')
    expect(altered!.text).toMatch(/^危險減少時，(?:要保人|受益人|保險人)得請求重新核定保費$/u)
  })

  test('half of a joint subject is not changed', () => {
    expect(alter('要保人或被保險人得請求重新核定保費')).toEqual([])
  })

  test('a legal effect', () => {
    expect(alter('保險標的物完全滅失時，保險契約即為終止')).toEqual([
      {
        kind: 'effect',
        text: '保險標的物完全滅失時，保險契約仍繼續有效',
        reason: '法條規定是「契約即為終止」，不是「契約仍繼續有效」。',
      },
    ])
  })

  test('a prohibition, unless an exception would make the turned rule true, or nobody would believe it', () => {
    const rule = '再保險公司不得向要保人請求交付保險費'
    expect(alter(rule).map((one) => one.text)).toContain('再保險公司得向要保人請求交付保險費')
    expect(alter(rule, '但契約另有約定者，不在此限').map((one) => one.kind)).toEqual(['role'])
    expect(alter('董事會成員不得有詐欺之行為')).toEqual([])
  })
})
