import { describe, expect, test } from 'vitest'
import { en as englishTexts } from './en'
import { createI18n } from './i18n'
import { zhHant } from './zh-hant'

/** Every text of a tree with its path, e.g. `talk.mood.warm`. */
function listTexts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : listTexts(value as object, `${path}${key}.`),
  )
}
const listSlots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

const zh = new Map(listTexts(zhHant))
const en = new Map(listTexts(englishTexts))

describe('locale files', () => {
  test('both languages hold the same keys', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
  })

  test('a text has the same slots in both languages', () => {
    const different = [...zh].filter(([key, text]) => String(listSlots(text)) !== String(listSlots(en.get(key) ?? '')))
    expect(different).toEqual([])
  })

  test('no text is empty, and no English text was left in Chinese', () => {
    expect([...zh].filter(([, text]) => text.trim() === '')).toEqual([])
    const named = new Set(['frame.languageSwitch'])
    expect([...en].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !named.has(key))).toEqual([])
  })

  test('Chinese texts avoid office language', () => {
    expect([...zh].filter(([, text]) => /請您|進行|之動作|予以|敬請/.test(text))).toEqual([])
  })
})

describe('createI18n', () => {
  test('is ready at once and keeps languages apart', () => {
    const [chinese, english] = [createI18n('zh-Hant'), createI18n('en')]
    expect(chinese.t('talk:mood.worried')).toBe('有點擔心')
    expect(english.t('talk:mood.worried')).toBe('A little worried')
    expect(chinese.t('talk:face.worried', { who: '林老師' })).toBe('林老師看起來有點擔心')
  })
})
