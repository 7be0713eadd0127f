import { describe, expect, test } from 'vitest'
import { checkItem } from './check-item'
import type { ItemContent, ItemFaultCode, ItemSource } from './item'
import { buildOptions } from './write/candidate'

const NOTICE =
  '要保人、被保險人或受益人，遇有保險人應負保險責任之事故發生，除本法另有規定，或契約另有訂定外，應於知悉後五日內通知保險人。'
const SUBROGATION = '人壽保險之保險人，不得代位行使要保人或受益人因保險事故所生對於第三人之請求權。'
const COSTS =
  '保險人或被保險人為證明及估計損失所支出之必要費用，除契約另有訂定外，由保險人負擔之。\n要保人應提出書面證明。'
const CONTENTS =
  '保險契約應記載左列各款事項：\n一、當事人之姓名及住所。\n二、保險之標的物。\n三、保險事故之種類。\n四、保險金額。'
const FINE = '違反者，處新臺幣六十萬元以上六百萬元以下罰鍰，並得令其於三十日內改正。'
const TERMS = '本規則用詞如下：\n一、要保人：指負有交付保險費義務之人。\n二、受益人：指被保險人約定享有賠償請求權之人。'

function place(article: string, text: string): ItemSource {
  const passageId = `保險法@2025-06-18#${article}`
  return {
    passageId,
    documentId: '保險法',
    kind: 'regulation',
    title: '保險法',
    article,
    headings: [],
    text,
    label: `保險法 §${article}`,
  }
}
const SOURCES = new Map(
  [
    place('58', NOTICE),
    place('103', SUBROGATION),
    place('79', COSTS),
    place('55', CONTENTS),
    place('172', FINE),
    place('2', TERMS),
  ].map((one) => [one.passageId, one]),
)

type Given = Partial<Extract<ItemContent, { type: 'single' }>> & {
  keys?: string[]
  wrong?: string[]
  article?: string
  quote?: string
}

/** A sound question on article 58 unless told otherwise. */
function single({
  keys = ['五日'],
  wrong = ['三日', '十日', '三十日'],
  article = '58',
  quote,
  ...rest
}: Given): ItemContent {
  return {
    type: 'single',
    stem: '依保險法第58條規定，被保險人應於知悉保險事故後幾日內通知保險人？',
    options: buildOptions(
      keys.map((text) => ({ text, reason: '' })),
      wrong.map((text) => ({ text, reason: '' })),
    ),
    explanation: '',
    citations: [
      { passageId: `保險法@2025-06-18#${article}`, label: `保險法 §${article}`, ...(quote ? { quote } : {}) },
    ],
    difficulty: 2,
    ability: 'recall',
    dimension: null,
    ...rest,
  }
}

const common = { explanation: '', difficulty: 1, ability: 'recall', dimension: null } as const
const cite = (article: string) => [{ passageId: `保險法@2025-06-18#${article}`, label: `保險法 §${article}` }]

function codes(content: ItemContent): ItemFaultCode[] {
  return [...new Set(checkItem(content, SOURCES).map((one) => one.code))]
}

test('a sound item has no fault', () => {
  expect(checkItem(single({ quote: '應於知悉後五日內通知保險人' }), SOURCES)).toEqual([])
})

test('a fault names exactly what it is about, in codes that every language has words for', () => {
  expect(checkItem(single({ quote: '應於知悉後六日內通知保險人' }), SOURCES)).toEqual([
    { code: 'key-not-supported', detail: 'quote-missing', params: { words: '應於知悉後六日內通知保險人' } },
  ])
  expect(checkItem(single({ wrong: ['三日', '十日', '10 天'] }), SOURCES)).toContainEqual({
    code: 'equal-options',
    detail: 'same-answer',
    params: { words: '十日', other: '10 天' },
  })
  const stem = `依保險法第58條規定，${'被保險人遇有保險事故發生時，'.repeat(14)}應於幾日內通知保險人？`
  expect(checkItem(single({ stem }), SOURCES)).toContainEqual({
    code: 'too-long',
    detail: 'stem-too-long',
    params: { most: 190 },
  })
})

describe('key and source', () => {
  test('a citation is needed, and it must be of a passage at hand', () => {
    expect(codes(single({ citations: [] }))).toContain('key-not-supported')
    expect(codes(single({ article: '999' }))).toContain('stale-source')
  })

  test('the quote must stand in the passage', () => {
    expect(codes(single({ quote: '應於知悉後六日內通知保險人' }))).toEqual(['key-not-supported'])
  })

  test('the number of the key must stand there', () => {
    expect(codes(single({ keys: ['七日'] }))).toContain('key-not-supported')
    expect(codes(single({ keys: ['5天'], wrong: ['3天', '10天', '30天'] }))).toEqual([])
  })

  test('a key that turns a prohibition into a permission is not supported', () => {
    const stem = '依保險法第103條規定，關於人壽保險之代位權，下列何者正確？'
    const wrong = ['保險人經法院許可後始可代位行使', '保險人經被保險人書面同意可代位', '保險人代位金額以保險金額為限']
    expect(codes(single({ stem, article: '103', keys: ['保險人不得代位行使要保人之請求權'], wrong }))).toEqual([])
    expect(codes(single({ stem, article: '103', keys: ['保險人得代位行使要保人或受益人之請求權'], wrong }))).toContain(
      'key-not-supported',
    )
  })

  test('a key that names another role, or makes a duty a choice, is not supported', () => {
    const stem = '依保險法第79條規定，關於證明損失之必要費用，下列何者正確？'
    const wrong = ['除契約另有訂定外，由公會平均分擔之', '除契約另有訂定外，由國庫全數支出之']
    const key = (text: string) => codes(single({ stem, article: '79', keys: [text], wrong }))
    expect(key('除契約另有訂定外，由保險人負擔之')).toEqual([])
    expect(key('除契約另有訂定外，由要保人負擔之')).toContain('key-not-supported')
    expect(key('要保人得提出書面證明')).toContain('key-not-supported')
  })

  test('an item without a key', () => {
    expect(codes(single({ keys: [] }))).toContain('no-key')
  })

  test('a true statement must be what the passage says, a false one must not', () => {
    const statement = (stem: string, isTrue: boolean): ItemContent => ({
      type: 'true-false',
      ...common,
      stem,
      isTrue,
      reason: '',
      citations: cite('103'),
    })
    const truth = `依保險法第103條規定，${SUBROGATION}`
    expect(codes(statement(truth, true))).toEqual([])
    expect(codes(statement(truth, false))).toContain('key-not-supported')
    expect(codes(statement(truth.replace('不得代位', '得代位'), false))).toEqual([])
    expect(codes(statement(truth.replace('不得代位', '得代位'), true))).toContain('key-not-supported')
  })

  test('a cloze must be the passage once its blanks are filled, with spellings of one number', () => {
    const cloze = (
      accepted: string[],
      stem = '依保險法第58條規定，受益人應於知悉後____日內通知保險人。',
    ): ItemContent => ({
      type: 'cloze',
      ...common,
      stem,
      blanks: [{ accepted }],
      citations: cite('58'),
    })
    expect(codes(cloze(['五', '5']))).toEqual([])
    expect(codes(cloze(['五'], '依保險法第58條規定，受益人應於知悉後____日內，即五日內通知保險人。'))).toContain(
      'grammar-gives-away',
    )
    expect(codes(cloze(['十', '10']))).toContain('key-not-supported')
    expect(codes(cloze(['五', '6']))).toContain('key-not-supported')
    expect(codes(cloze(['五'], '依保險法第58條規定，受益人應於知悉後五日內通知保險人。'))).toContain('no-key')
  })

  test('the steps of an order must follow each other in the passage', () => {
    const order = (steps: string[]): ItemContent => ({
      type: 'ordering',
      ...common,
      stem: '請依保險法第55條排列應記載事項的順序。',
      steps,
      citations: cite('55'),
    })
    expect(codes(order(['當事人之姓名及住所', '保險之標的物', '保險金額']))).toEqual([])
    expect(codes(order(['保險之標的物', '當事人之姓名及住所', '保險金額']))).toContain('key-not-supported')
  })
})

describe('wrong options', () => {
  test('two spellings of one answer', () => {
    expect(codes(single({ wrong: ['三日', '十日', '10 天'] }))).toContain('equal-options')
    expect(codes(single({ wrong: ['三十日', '一個月', '十日'] }))).toContain('equal-options')
    expect(codes(single({ wrong: ['十日', '十年', '三日'] }))).not.toContain('equal-options')
  })

  test('a role that the sentence names beside the key is right too', () => {
    const stem = '依保險法第58條規定，遇有保險事故發生時，何人應通知保險人？'
    const quote = '要保人、被保險人或受益人，遇有保險人應負保險責任之事故發生'
    expect(codes(single({ stem, quote, keys: ['被保險人'], wrong: ['受益人', '主管機關', '同業公會'] }))).toContain(
      'distractor-also-right',
    )
  })

  test('a role that the passage names in another place is wrong', () => {
    const stem = '依保險法第79條規定，證明及估計損失之必要費用，除契約另有訂定外，由何人負擔？'
    const quote = '由保險人負擔之'
    expect(
      codes(single({ stem, quote, article: '79', keys: ['保險人'], wrong: ['要保人', '受益人', '公證人'] })),
    ).toEqual([])
  })

  test('a wrong option that stands in the passage is right too, unless it is said of another term', () => {
    const stem = '依保險法第55條規定，保險契約應記載下列何種事項？'
    const wrong = ['保險事故之種類', '運送路線及方法', '受僱人之職稱']
    expect(codes(single({ stem, article: '55', keys: ['保險之標的物'], wrong }))).toContain('distractor-also-right')
    const term = '保險法所稱的「要保人」，是指下列何者？'
    const meanings = ['被保險人約定享有賠償請求權之人', '經營保險事業之組織或公司', '向保險人收取費用之人']
    expect(codes(single({ stem: term, article: '2', keys: ['負有交付保險費義務之人'], wrong: meanings }))).toEqual([])
  })

  test('where the stem asks what does not belong, the wrong options must be listed and the key must not', () => {
    const stem = '下列何者【不是】保險法第55條所列，保險契約應記載之事項？'
    const listed = ['當事人之姓名及住所', '保險之標的物', '保險事故之種類']
    expect(codes(single({ stem, article: '55', keys: ['運送路線及方法'], wrong: listed }))).toEqual([])
    expect(codes(single({ stem, article: '55', keys: ['保險金額'], wrong: listed }))).toContain('distractor-also-right')
    expect(
      codes(single({ stem, article: '55', keys: ['運送路線及方法'], wrong: ['交運及取貨地點', '保險之標的物'] })),
    ).toContain('key-not-supported')
  })

  test('no right of a matching may go with another left', () => {
    const match = (extraRights: string[]): ItemContent => ({
      type: 'matching',
      ...common,
      stem: '請將保險法的用語配對到正確的定義。',
      pairs: [
        { left: '要保人', right: '負有交付保險費義務之人' },
        { left: '受益人', right: '約定享有賠償請求權之人' },
      ],
      extraRights,
      citations: cite('2'),
    })
    expect(codes(match(['經營保險事業之組織']))).toEqual([])
    expect(codes(match(['交付保險費義務']))).toContain('distractor-also-right')
    expect(codes(match(['負有交付保險費義務之人。']))).toContain('equal-options')
  })
})

describe('what gives the key away', () => {
  const stem = '依保險法第58條規定，下列何者正確？'

  test('a key much longer or shorter than all others', () => {
    const long = '受益人遇有保險人應負保險責任之事故發生應於知悉後五日內通知'
    expect(codes(single({ stem, keys: [long], wrong: ['應通知主管機關', '應通知公會', '無須通知'] }))).toContain(
      'length-gives-away',
    )
    const wrong = [
      '應以存證信函通知主管機關並副知同業公會',
      '應親自到場向業務員口頭說明事故之發生',
      '應委託公證人查勘後再行決定是否提出申請',
    ]
    expect(codes(single({ stem, keys: ['應通知保險人'], wrong }))).toContain('length-gives-away')
  })

  test('a number or a unit that only the key has', () => {
    expect(codes(single({ wrong: ['立即', '儘速', '隨時'] }))).toContain('grammar-gives-away')
    expect(codes(single({ wrong: ['五個月', '一年', '二年'] }))).toContain('grammar-gives-away')
    const told = '依保險法第58條規定，五日內應通知者，被保險人應於知悉後幾日內通知？'
    expect(codes(single({ stem: told }))).toContain('grammar-gives-away')
  })

  test('all others absolute, or only the key with a reservation', () => {
    const wrong = ['保險人一律不必通知', '保險人絕對不得拒絕通知', '任何情況都應通知公會']
    expect(codes(single({ stem, keys: ['受益人應通知保險人'], wrong }))).toContain('grammar-gives-away')
    const keys = ['除契約另有訂定外，應於知悉後五日內通知保險人']
    const plain = [
      '保險人應於十日內通知要保人及主管機關',
      '業務員應於三日內親自通知保險公司總公司',
      '公會應於十日內轉知全體會員公司及業務員',
    ]
    expect(codes(single({ stem, keys, wrong: plain }))).toContain('grammar-gives-away')
  })
})

describe('the stem', () => {
  test.each([
    ['依保險法第58條規定，下列何者不得代位求償？', 'negative-not-marked'],
    ['依保險法第58條規定，關於通知，下列何者錯誤？', 'negative-not-marked'],
    ['依保險法規定，前項通知應於知悉後幾日內為之？', 'stem-incomplete'],
    ['依第五十九條規定，應於知悉後幾日內通知保險人？', 'stem-incomplete'],
    ['除本法另有規定外，應於知悉後幾日內通知保險人？', 'stem-incomplete'],
    ['依保險法第58條規定，本基金之運用應於幾日內公告？', 'stem-incomplete'],
    ['但被保險人應於知悉後幾日內通知保險人？', 'stem-incomplete'],
    ['幾日內通知？', 'stem-incomplete'],
    ['被保險人應於知悉後幾日內通知（保險人？', 'stem-incomplete'],
    ['被保險人應於知悉事故後通知保險人。', 'stem-incomplete'],
    ['依保險法第58條規定，於該文件送達後幾日內應通知保險人？', 'unclear-reference'],
    [`依保險法第58條規定，${'被保險人遇有保險事故發生時，'.repeat(14)}應於幾日內通知保險人？`, 'too-long'],
  ] as const)('%s', (stem, code) => {
    expect(codes(single({ stem }))).toContain(code)
  })

  test.each([
    '依保險法第58條規定，被保險人【不得】遲延通知，應於知悉後幾日內通知保險人？',
    '依保險法第58條規定，被保險人通知之期限不得超過幾日？',
    '依保險法第58條規定，受益人知悉事故發生，就該事故應於幾日內通知保險人？',
  ])('%s is sound', (stem) => {
    expect(codes(single({ stem }))).toEqual([])
  })

  test('an option that points to another text', () => {
    expect(
      codes(
        single({ stem: '依保險法第58條規定，應通知何人？', keys: ['保險人'], wrong: ['前項之人', '公會', '法院'] }),
      ),
    ).toContain('unclear-reference')
  })
})

describe('numbers', () => {
  test('a number of the stem or the explanation that the passage does not hold', () => {
    expect(codes(single({ stem: '依保險法第58條規定，滿六十五歲之被保險人應於知悉後幾日內通知保險人？' }))).toEqual([
      'number-not-in-source',
    ])
    expect(codes(single({ explanation: '保險法第59條：應於十日內通知。' }))).toEqual(['number-not-in-source'])
    expect(codes(single({ explanation: `保險法第58條：${NOTICE}` }))).toEqual([])
  })

  test('a sum where a period is asked for, and a period where a sum is', () => {
    expect(codes(single({ wrong: ['三日', '十日', '五萬元'] }))).toContain('number-out-of-place')
    const stem = '依保險法第172條規定，違反者處新臺幣多少元罰鍰？'
    const keys = ['新臺幣六十萬元以上六百萬元以下']
    const wrong = ['新臺幣三十萬元以上三百萬元以下', '新臺幣十萬元以上一百萬元以下', '三十日以上六十日以下']
    expect(codes(single({ stem, article: '172', keys, wrong }))).toContain('number-out-of-place')
    expect(codes(single({ stem, article: '172', keys, wrong: wrong.slice(0, 2) }))).toEqual([])
  })
})
