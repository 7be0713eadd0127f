import { expect, test } from 'vitest'
import { checkDraft, readItemDraft } from './read-item-form'

function formOf(fields: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

const check = (draft: ReturnType<typeof readItemDraft>, kept: string[] = []) =>
  checkDraft(draft, new Map([['p@1#1', { text: '應於十日內通知。', label: '保險法 §1' }]]), new Set(kept))

const option = (id: string, text: string, reason = ''): [string, string][] => [
  ['optionId', id],
  ['optionText', text],
  ['optionReason', reason],
]

test('rows, their key and the address of a passage; empty rows are dropped', () => {
  const draft = readItemDraft(
    formOf([
      ['type', 'single'],
      ['stem', ' 幾天內通知？ '],
      ...option('a', '五天'),
      ...option('b', '十天'),
      ...option('', ''),
      ['optionKey', '1'],
      ['citePassage', 'http://app.test/passages/%E4%BF%9D%E9%9A%AA%E6%B3%95%401%2358?x=1'],
      ['citeLabel', ''],
      ['citeQuote', ''],
    ]),
  )
  expect(draft.stem).toBe('幾天內通知？')
  expect(draft.options).toEqual([
    { id: 'a', text: '五天', isKey: false, reason: '' },
    { id: 'b', text: '十天', isKey: true, reason: '' },
  ])
  expect(draft.citations).toEqual([{ passageId: '保險法@1#58', label: '', quote: '' }])
})

test('what is wrong stands at its field', () => {
  const draft = readItemDraft(formOf([['type', 'single'], ...option('a', '', '只有理由')]))
  expect(check(draft)).toMatchObject({
    content: null,
    faults: { stem: 'missing', options: 'too-few', 'options.0.text': 'missing' },
  })
})

test('a cloze needs a gap for every blank', () => {
  const fields: [string, string][] = [
    ['type', 'cloze'],
    ['stem', '應於____日內以____通知'],
    ['blank', '10\n十'],
  ]
  expect(check(readItemDraft(formOf(fields))).faults).toEqual({ stem: 'gaps' })
  const { content } = check(readItemDraft(formOf([...fields, ['blank', '書面']])))
  expect(content).toMatchObject({ blanks: [{ accepted: ['10', '十'] }, { accepted: ['書面'] }] })
})

test('a citation needs a passage that is there, and its words', () => {
  const statement = (passage: string, quote: string) =>
    readItemDraft(
      formOf([
        ['type', 'true-false'],
        ['stem', '應於十日內通知'],
        ['citePassage', passage],
        ['citeQuote', quote],
      ]),
    )
  expect(check(statement('p@1#1', '十日內')).content).toMatchObject({
    citations: [{ passageId: 'p@1#1', label: '保險法 §1', quote: '十日內' }],
  })
  expect(check(statement('p@1#1', '五日內')).faults).toEqual({ 'citations.0.quote': 'not-in-passage' })
  expect(check(statement('gone@1#1', '')).faults).toMatchObject({ 'citations.0.passageId': 'unknown-passage' })
  expect(check(statement('gone@1#1', ''), ['gone@1#1']).faults).toEqual({ 'citations.0.label': 'missing' })
})
