import { expect, test } from 'vitest'
import { ITEM_FAULT_DETAILS } from '~/domain/quiz/item'
import english from '~/locales/en/quiz.json'
import chinese from '~/locales/zh-Hant/quiz.json'

const gapsOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name).sort()

test.each(ITEM_FAULT_DETAILS)('%s is said in both languages, about the same words', (detail) => {
  expect(english.fault[detail]).not.toMatch(/\p{Script=Han}/u)
  expect(chinese.fault[detail]).toMatch(/\p{Script=Han}/u)
  expect(gapsOf(english.fault[detail])).toEqual(gapsOf(chinese.fault[detail]))
})
