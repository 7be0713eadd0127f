import { expect, test } from 'vitest'
import { buildLawNames, parseLawQuery } from './parse-law-query'

const names = buildLawNames(['保險法', '保險法施行細則', '保險業務員管理規則', '民法'], {
  保險業務員管理規則: ['業管規', '業務員管理規則'],
})
const read = (query: string) =>
  parseLawQuery(query, names).references.map(({ law, article }) => `${law ?? '?'}§${article ?? '?'}`)

test('reads every way to name an article', () => {
  expect(read('保險法64')).toEqual(['保險法§64'])
  expect(read('保險法 64-1')).toEqual(['保險法§64-1'])
  expect(read('業管規19條')).toEqual(['保險業務員管理規則§19'])
  expect(read('保險法第64條之1')).toEqual(['保險法§64-1'])
  expect(read('保險法第一百零七條之一')).toEqual(['保險法§107-1'])
  expect(read('民法第1138條')).toEqual(['民法§1138'])
  expect(read('民法第一千一百三十八條')).toEqual(['民法§1138'])
  expect(read('保险法第６４条')).toEqual(['保險法§64'])
  expect(read('保險法§64')).toEqual(['保險法§64'])
  expect(read('保險法54之1')).toEqual(['保險法§54-1'])
})

test('the longest name wins', () => {
  expect(read('保險法施行細則第4條')).toEqual(['保險法施行細則§4'])
})

test('a law alone, an article alone, and an article told apart from its law', () => {
  expect(read('民法的繼承')).toEqual(['民法§?'])
  expect(read('第64條')).toEqual(['?§64'])
  expect(read('§64')).toEqual(['?§64'])
  expect(read('保險法裡面的第64條')).toEqual(['保險法§64'])
})

test('money, days and ages are no articles', () => {
  expect(read('保險法 30 天')).toEqual(['保險法§?'])
  expect(read('保險法15歲')).toEqual(['保險法§?'])
  expect(read('十天內')).toEqual([])
})

test('keeps the rest of the query', () => {
  expect(parseLawQuery('依保險法第64條第2項 隱匿病史', names).rest).toBe('依  隱匿病史')
})
