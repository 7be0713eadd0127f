import { expect, test } from 'vitest'
import { exemplarFileSchema, listExemplars, parseExemplarLine } from './exemplar-schema'

test('client words, utterance and further codes', () => {
  expect(parseExemplarLine('a.b', true, '太貴了 >> 可以月繳 # objection.respond, disclosure.premium')).toEqual({
    code: 'a.b',
    isShown: true,
    clientText: '太貴了',
    text: '可以月繳',
    alsoShows: ['objection.respond', 'disclosure.premium'],
  })
  expect(parseExemplarLine('a.b', false, '您好')).toEqual({
    code: 'a.b',
    isShown: false,
    clientText: '',
    text: '您好',
    alsoShows: [],
  })
})

test('a file is lines by code, blank ones left out', () => {
  const file = exemplarFileSchema.parse({ 'a.b': { shows: '一\n\n二\n', near: '三' } })
  expect(listExemplars(file).map((one) => [one.text, one.isShown])).toEqual([
    ['一', true],
    ['二', true],
    ['三', false],
  ])
})
