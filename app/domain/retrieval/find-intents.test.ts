import { expect, test } from 'vitest'
import { extractObligations } from '../knowledge/extract-obligations'
import { findIntents, markObligations } from './find-intents'

test('a question for a limit meets a passage that sets one', () => {
  expect(findIntents('多久要通知')).toEqual(['@limit'])
  expect(markObligations(extractObligations('應於五日內通知'))).toEqual(['@limit'])
})

test('a question for a fine or a ban meets those', () => {
  expect(findIntents('會被罰多少')).toEqual(['@sum', '@forbidden'])
  expect(markObligations(extractObligations('不得退佣，違者處三十萬元罰鍰'))).toEqual(['@sum', '@forbidden'])
  expect(findIntents('受益人')).toEqual([])
})
