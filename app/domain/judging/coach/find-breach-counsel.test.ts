import { expect, test } from 'vitest'
import { hasBreachCounsel } from './find-breach-counsel'

test.each([
  '簽名欄請她先簽好，其他欄位你回辦公室補齊。',
  '她怕拿不回來的擔心先略過，等她簽完名再提就好。',
  '等待期那一段核保過了再跟她說明。',
  '我和我的父母也都買了這張。',
  '就說你太太去年也買了同一張。',
  '我的客戶也都簽了這張。',
  '匯率的風險小聲帶過，她不會注意。',
  '爸爸不在的話，請他兒子替他簽名。',
  '超過上限就拆成兩張分開送件。',
  '保費不夠可以跟朋友借一點。',
  '五年前的病不寫也沒關係。',
  '外送寫成內勤，保費比較低。',
])('counsels a way round a duty: %s', (text) => {
  expect(hasBreachCounsel(text)).toBe(true)
})

test.each([
  '不能請她先簽名，其他欄位之後再補。',
  '別把風險略過，一次說一件。',
  '等她簽完才說等待期，就太晚了。',
  '先讓她看過條款，想清楚再簽。',
  '要本人親簽，不可以代簽。',
  '別把保費拆成幾筆送件。',
  '先問她家人有沒有一起商量過。',
  '不要用自己家人買了當理由。',
  '您的先生也買了保險嗎？',
  '外送的工作要照實填，也會影響保費。',
])('warns of it, or says what is right: %s', (text) => {
  expect(hasBreachCounsel(text)).toBe(false)
})
