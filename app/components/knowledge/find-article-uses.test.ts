import { expect, test } from 'vitest'
import type { Content } from '~/domain/content'
import { findArticleUses } from './find-article-uses'

const entryOf = (code: string, polarity: string, cite: string[]) =>
  [code, { code, zh: code, en: code, polarity, cite }] as const

/** Only what is read is there. */
const CONTENT = {
  catalogue: {
    entries: new Map([
      entryOf('opening.licence', 'positive', ['規則 §3']),
      entryOf('violation.unlicensed', 'violation', ['規則 §3']),
      entryOf('violation.rebate', 'violation', ['規則 §19']),
    ]),
  },
  duties: {
    duties: [
      {
        id: 'identify',
        name: { zh: '表明身分', en: 'Identify' },
        binds: [{ cite: ['規則 §3'], why: { zh: '須出示登錄證', en: 'Show it' } }],
      },
      { id: 'purpose', name: { zh: '來意', en: 'Purpose' }, binds: [] },
    ],
  },
} as unknown as Content

test('what an article stands behind: breaches, duties with their reason, then the rest', () => {
  expect(findArticleUses(CONTENT, '規則 §3', 'zh-Hant')).toEqual([
    { id: 'violation.unlicensed', name: 'violation.unlicensed', why: null, isBreach: true },
    { id: 'identify', name: '表明身分', why: '須出示登錄證', isBreach: false },
    { id: 'opening.licence', name: 'opening.licence', why: null, isBreach: false },
  ])
  expect(findArticleUses(CONTENT, '規則 §4', 'en')).toEqual([])
})
