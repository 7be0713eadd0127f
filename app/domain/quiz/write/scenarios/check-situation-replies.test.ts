import { expect, test } from 'vitest'
import { loadContent } from '../../../../adapters/files/load-content'
import { checkSituationReplies } from './check-situation-replies'
import type { ReplySet } from './situation-reply-schema'

const content = await loadContent('.')
const known = {
  catalogue: content.catalogue,
  personas: content.personas,
  scenarios: content.scenarios,
  productIds: new Set(content.products.keys()),
  guideIds: new Set(content.guides.keys()),
}
const [sound] = content.situationReplies
const check = (...sets: Partial<ReplySet>[]) =>
  checkSituationReplies(
    sets.map((one, i) => ({ ...sound!, id: `set-${i}`, ...one })),
    known,
  ).map(({ path, message }) => `${path.join('.')}: ${message}`)

test('what is sound has no problem', () => {
  expect(check({})).toEqual([])
})

test('what leads nowhere is told with its place', () => {
  expect(check({ about: ['retired-teacher/no-such-line'], products: ['no-such-product'] })).toEqual([
    "sets.0.about: there is no line 'retired-teacher/no-such-line'",
    "sets.0.products: there is no product 'no-such-product'",
  ])
  expect(check({ cite: [{ guide: 'no-such-guide', heading: '一' }] })).toEqual([
    'sets.0.cite: names a guide that does not exist',
  ])
})

test('a wrong reply shows a fault, and breaks a rule of its own code', () => {
  const [first, ...rest] = sound!.wrong
  expect(check({ wrong: [{ ...first!, code: 'listening.empathy' }, ...rest] })).toEqual([
    "sets.0.wrong: 'listening.empathy' is no fault or violation",
  ])
  expect(check({ wrong: [{ ...first!, code: 'violation.rebate', cite: '保險法 §64' }, ...rest] })).toEqual([
    "sets.0.wrong: 'violation.rebate' has no rule '保險法 §64'",
  ])
})

test('one line is answered once for a product', () => {
  const about = [sound!.about[0]!]
  expect(check({ about, products: ['annuity'] }, { about, products: ['usd-whole-life'] })).toEqual([])
  expect(check({ about, products: ['annuity'] }, { about, products: ['annuity'] })).toEqual([
    `sets.1.about: '${about[0]} annuity' is answered before`,
  ])
  expect(check({ id: 'same' }, { id: 'same', about: ['nurse/cooling'] })).toEqual(["sets.1.id: 'same' occurs twice"])
})
