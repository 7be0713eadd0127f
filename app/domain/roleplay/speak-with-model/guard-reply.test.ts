import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createReplyGuard, type GuardKnowledge } from './guard-reply'
import { gatherQuantities } from './list-quantities'
import { TRAINEE_LABELS } from './tidy-reply'

const knowledge: GuardKnowledge = {
  canary: 'KX-7Q2M-91',
  labels: { own: ['林淑芬', '林老師', '客戶'], trainee: TRAINEE_LABELS },
  allowedTexts: ['郵局那三百萬定存這個月底到期。'],
  quantities: gatherQuantities(['郵局那三百萬定存這個月底到期。', '67歲']),
  forbiddenGrams: new Set(['輕度認知障礙', '成大記憶門診']),
  earlierOwn: ['我先生每天在頂樓弄他的蘭花。是喔。'],
  mostCharacters: 90,
}

/** Feeds the text in pieces of `size` letters. */
function feed(text: string, size = 1, change: Partial<GuardKnowledge> = {}) {
  const guard = createReplyGuard({ ...knowledge, ...change })
  const pieces: string[] = []
  for (let i = 0; i < text.length; i += size) {
    const verdict = guard.push(text.slice(i, i + size))
    if (verdict.passed !== '') pieces.push(verdict.passed)
    if (verdict.fault) return { fault: verdict.fault, passed: pieces.join(''), pieces }
  }
  const last = guard.end()
  return { fault: last.fault, passed: pieces.join('') + last.passed, pieces }
}

describe('createReplyGuard lets through', () => {
  test('a reply within its plan, whole', () => {
    const text = '嗯，郵局的三百萬定存，月底就到期了。你說的那個「年金」，我可以隨時領嗎？'
    for (const size of [1, 2, 5, 100]) expect(feed(text, size)).toMatchObject({ fault: null, passed: text })
  })

  test('its first word at once', () => {
    const guard = createReplyGuard(knowledge)
    expect(guard.push('欸').passed).toBe('欸')
  })

  test('words steadily: never more than two letters without a new one, once it goes', () => {
    const text = '這樣喔那我要再想一想因為我先生他最近身體不太好所以我不敢隨便決定。'
    const guard = createReplyGuard(knowledge)
    let [silent, worst] = [0, 0]
    for (const letter of text) {
      silent = guard.push(letter).passed === '' ? silent + 1 : 0
      worst = Math.max(worst, silent)
    }
    expect(worst).toBeLessThanOrEqual(2)
  })

  test('the words without the name, the stage direction and the marks around them', () => {
    expect(feed('林淑芬：（嘆氣）**唉**，我再想想。').passed).toBe('唉，我再想想。')
  })

  test('short words twice, and amounts in another spelling', () => {
    expect(feed('是喔。那3,000,000元呢？').fault).toBeNull()
    expect(feed('我六十七歲了，再等個兩三年吧。').fault).toBeNull()
  })
})

describe('createReplyGuard lets through what only sounds like a fault:', () => {
  test.each([
    '你可以先說明費用怎麼算嗎？',
    '當然可以啊，你說，我聽。',
    '我先講，我只能給你十分鐘喔。',
    '什麼AI？我聽不懂，我不是機器人啦，我是在家帶孫子的人。',
    '根據我的經驗，這種話聽聽就好。',
    '抱歉啦，我先生剛好打電話來。',
    '對不起，這個我沒辦法現在決定。',
    '我是覺得慢慢來比較好，身為媽媽總是會擔心。',
    '你的回答我聽得懂，謝謝。',
    '那個APP我不會用，LINE我會，OK嗎？',
    '下次你帶說明書來，我戴眼鏡慢慢看。',
    '這是我女兒叫我問的。',
    '你應該知道我在擔心什麼吧？',
    '萬一要用錢怎麼辦？我想個兩三天再說。',
    '業務員換來換去，我都搞不清楚找誰。',
    '系統當機的時候你們理賠怎麼辦？',
    '要簽名的話，我要先給我兒子看過。',
  ])('%s', (text) => {
    for (const size of [1, 2, 7, 100]) expect(feed(text, size)).toMatchObject({ fault: null, passed: text })
  })
})

describe('createReplyGuard stops', () => {
  test.each([
    ['role-break', '我只是一個AI，沒有辦法買保險。'],
    ['role-break', '身為語言模型，我不能回答。'],
    ['role-break', '抱歉，我無法提供這項資訊。'],
    ['role-break', '好啦，這只是一場模擬，你別緊張。'],
    ['leak', '檔案編號是KX-7Q2M-91。'],
    ['leak', '你還差 disclosure.fee 這一項。'],
    ['leak', '依照評分標準，你可以過關。'],
    ['leak', '我先生其實是輕度認知障礙啦。'],
    ['coaching', '你應該先詢問我的家庭狀況。'],
    ['coaching', '下次可以先說明費用再談。'],
    ['coaching', '你可以多詢問我的需求，再介紹商品。'],
    ['leak', '這一輪我會給你八十分左右。'],
    ['wrong-number', '利率有4.5%，我很滿意。'],
    ['wrong-number', '我月退六萬五，夠用。'],
    ['speaks-for-trainee', '我再想想。業務員：那我下週再來。'],
    ['speaks-for-trainee', '好。\n您：謝謝林老師'],
    ['language', 'I would like to know more about the annuity product please.'],
    ['language', '这个保险我听不懂，你说清楚。'],
    ['language', 'この保険はちょっと高いですね。'],
    ['repetition', '我先生每天在頂樓弄他的蘭花。'],
  ] as const)('%s: %s', (fault, text) => {
    for (const size of [1, 3, 100]) {
      const seen = feed(text, size)
      expect(seen.fault).toBe(fault)
    }
  })

  test('before what is at fault is out, whatever the size of the pieces', () => {
    const after = '我跟你講一件放在心裡很久的事情，我先生去年看醫生，說是輕度認知障礙，我很怕。'
    for (let size = 1; size < 20; size++) {
      expect(feed(after, size).passed).not.toContain('認知')
      expect(feed('老實講我也不是很清楚這個東西，其實我是一個人工智慧助理。', size).passed).not.toContain('人工')
      expect(feed('這個年紀的人最怕的就是利率不好，利率4.5%才行。', size).passed).not.toContain('4.5')
    }
  })

  test('an endless reply at the end of a sentence', () => {
    const endless = '我再想想看這件事情好了。'.repeat(3) + '還有另外一件也要考慮清楚才行。'.repeat(20)
    const seen = feed(endless, 4, { mostCharacters: 40 })
    expect(seen.fault).toBe('over-long')
    expect(seen.passed).toBe('我再想想看這件事情好了。'.repeat(3))
  })

  test('words that look like a fault are none when the plan holds them', () => {
    expect(feed('我以前當老師，打分數，滿分一百分。', 2, { allowedTexts: ['滿分'] }).fault).toBeNull()
  })
})

test('whatever comes in whatever pieces, only what came in goes out, and the canary never does', () => {
  const part = fc.constantFrom(
    '嗯，',
    '我再想想。',
    knowledge.canary,
    'KX',
    '-7Q2M',
    '-91',
    '三百萬',
    '4%',
    '業務員：',
    '（笑）',
    'AI',
    '我是',
    '\n',
    '？',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), fc.integer({ min: 1, max: 7 }), (parts, size) => {
      const text = parts.join('')
      const { passed } = feed(text, size)
      expect(passed.includes(knowledge.canary)).toBe(false)
      let at = 0
      for (const letter of passed) {
        at = text.indexOf(letter, at)
        expect(at).toBeGreaterThanOrEqual(0)
        at++
      }
    }),
    { numRuns: 300 },
  )
})
