import { expect, test } from 'vitest'
import { readArticleNumber, readHeading } from './build-law'

test('reads article numbers in both spellings', () => {
  expect(readArticleNumber('第 107-1 條')).toBe('107-1')
  expect(readArticleNumber('第一百零七條之一')).toBe('107-1')
  expect(readArticleNumber('第十條')).toBe('10')
  expect(readArticleNumber('第 1 條規定')).toBeNull()
})

test('reads headings and their depth', () => {
  expect(readHeading('   第 二 章 保險契約')).toEqual({ level: 1, text: '第二章 保險契約' })
  expect(readHeading('第四節之一 合會')).toEqual({ level: 2, text: '第四節之一 合會' })
  expect(readHeading('總則')).toBeNull()
})
