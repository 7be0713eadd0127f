import type { Insurer, Product } from '../../../knowledge/product-schema'
import { findNeededWords } from '../../../shared/patterns/find-needed-words'
import type { Utterance } from '../text/read-utterance'
import { findAll as findPattern, isStated } from './find-stated'
import { NUMBER_SOURCE, PERCENT_SOURCE, readNumber, readPercent } from './read-number'

/** A statement of fact at a span of the normalised utterance, held against what is known. */
export type CheckedClaim = {
  start: number
  end: number
  verdict: 'supported' | 'contradicted'
  sourceId: string
  fact: string
}

type Source = { utterance: Utterance; products: readonly Product[]; insurer: Insurer | undefined }
type Check = (source: Source) => CheckedClaim[]

type Sought = { pattern: RegExp; words: readonly string[] | null }
const SOUGHT = new Map<string, Sought>()

function readSought(source: string): Sought {
  const sought = { pattern: new RegExp(source, 'gu'), words: findNeededWords(source)?.words ?? null }
  SOUGHT.set(source, sought)
  return sought
}

/** The same patterns are looked for in every utterance: each is compiled once, and tried where a word stands that it needs. */
function findAll(utterance: Utterance, source: string): Iterable<RegExpExecArray> {
  const { pattern, words } = SOUGHT.get(source) ?? readSought(source)
  if (words !== null && !words.some((word) => utterance.text.includes(word))) return []
  return findPattern(utterance, pattern)
}

function claim(found: RegExpExecArray, isRight: boolean, sourceId: string, fact: string): CheckedClaim {
  return {
    start: found.index,
    end: found.index + found[0].length,
    verdict: isRight ? 'supported' : 'contradicted',
    sourceId,
    fact,
  }
}

const checkWaiting: Check = ({ utterance, products }) => {
  const claims: CheckedClaim[] = []
  const product = products.find((p) => p.waitingDays !== undefined || p.deferredDays !== undefined) ?? products[0]
  if (product === undefined) return claims
  const allowed = [product.waitingDays, product.deferredDays].filter((d) => d !== undefined)
  const fact =
    (product.waitingDays ?? 0) === 0
      ? `${product.shortName}無等待期`
      : `${product.shortName}等待期 ${product.waitingDays} 天`
  for (const found of findAll(
    utterance,
    `(?:等待期|觀察期|免責期)[^,。!?0-9]{0,8}?(${NUMBER_SOURCE})(天|日|個月)|(${NUMBER_SOURCE})(天|日|個月)[^,。!?]{0,4}(?:等待期|觀察期|免責期)`,
  )) {
    const count = readNumber(found[1] ?? found[3] ?? '')
    if (count === null || !isStated(utterance, found.index, found.index + found[0].length)) continue
    const days = (found[2] ?? found[4]) === '個月' ? count * 30 : count
    claims.push(
      claim(found, allowed.length === 0 ? days === 0 : allowed.includes(days), `${product.id}#waitingDays`, fact),
    )
  }
  if ((product.waitingDays ?? 0) > 0) {
    for (const found of findAll(
      utterance,
      '(?<!意外[^。!?]{0,6})(?:沒有|無|免|不用|沒什麼)(?:任何)?(?:什麼)?(?:等)?(?:等待期|觀察期)(?!屆滿)|(?:今天|現在|馬上|當天|隔天|明天|簽完|一簽)[^,。!?不]{0,8}(?:生效|就(?:有保障|能賠|可以賠|賠|能理賠|開始賠))',
    )) {
      const clause = utterance.clauses.find((c) => c.start <= found.index && c.end > found.index)
      if (clause !== undefined && /意外/u.test(clause.text)) continue
      if (isStated(utterance, found.index, found.index + 1))
        claims.push(claim(found, false, `${product.id}#waitingDays`, fact))
    }
  }
  return claims
}

const checkCoolingOff: Check = ({ utterance, insurer }) => {
  const claims: CheckedClaim[] = []
  const days = insurer?.coolingOffDays
  if (days === undefined) return claims
  for (const found of findAll(
    utterance,
    `(?:撤銷|反悔|後悔|猶豫期|鑑賞期|契撤|退掉|無條件退|收到保單|拿到保單)[^。!?0-9]{0,14}?(${NUMBER_SOURCE})(天|日|個月)|(${NUMBER_SOURCE})(天|日|個月)(?:之?內|以內)?[^。!?0-9]{0,8}(?:撤銷|反悔|後悔|無條件|鑑賞|猶豫|退保拿回)`,
  )) {
    const count = readNumber(found[1] ?? found[3] ?? '')
    if (count === null || /第/u.test(found[0]) || !isStated(utterance, found.index, found.index + found[0].length))
      continue
    const stated = (found[2] ?? found[4]) === '個月' ? count * 30 : count
    claims.push(claim(found, stated === days, 'insurer#coolingOffDays', `收到保單翌日起 ${days} 天內可撤銷契約`))
  }
  return claims
}

function yearTable(product: Product, words: string): readonly number[] | null {
  if (/前置|目標保費/u.test(words))
    return product.frontLoadPercentByYear.length > 0 ? product.frontLoadPercentByYear : null
  if (product.surrenderChargePercentByYear.length > 0) return product.surrenderChargePercentByYear
  return product.frontLoadPercentByYear.length > 0 && !/解約/u.test(words) ? product.frontLoadPercentByYear : null
}

const checkYearlyCharges: Check = ({ utterance, products }) => {
  const claims: CheckedClaim[] = []
  for (const found of findAll(utterance, `第([0-9一二三四五六七八九十]+)年[^第。!?0-9]{0,8}?(${PERCENT_SOURCE})`)) {
    const [year, percent] = [readNumber(found[1]!), readPercent(found[2]!)]
    const sentence = utterance.sentences.find((s) => s.start <= found.index && s.end > found.index)
    if (year === null || percent === null || sentence === undefined) continue
    if (!/扣|解約|費用|前置|提前/u.test(sentence.text + (utterance.sentences[sentence.index - 1]?.text ?? ''))) continue
    if (!isStated(utterance, found.index, found.index + found[0].length)) continue
    const product = products.find((p) => yearTable(p, sentence.text) !== null)
    if (product === undefined) continue
    const expected = yearTable(product, sentence.text)![year - 1] ?? 0
    claims.push(
      claim(
        found,
        Math.abs(expected - percent) < 0.01,
        `${product.id}#chargeByYear`,
        `${product.shortName}第 ${year} 年為 ${expected}%`,
      ),
    )
  }
  return claims
}

const checkRates: Check = ({ utterance, products }) => {
  const claims: CheckedClaim[] = []
  const kinds = [
    ['宣告(?:利率)?', 'declaredRatePercent', '宣告利率'],
    ['預定(?:利率)?', 'guaranteedRatePercent', '預定利率'],
  ] as const
  for (const [word, field, zh] of kinds) {
    const product = products.find((p) => p[field] !== undefined)
    if (product === undefined) continue
    for (const found of findAll(utterance, `${word}[^。!?0-9,%]{0,8}?(${PERCENT_SOURCE}|[0-9]+\\.[0-9]+)`)) {
      const stated = readPercent(found[1]!)
      if (stated === null || !isStated(utterance, found.index, found.index + found[0].length)) continue
      if (/假設|可能|如果|降到|以前|曾經|低於|升到/u.test(found[0])) continue
      claims.push(
        claim(
          found,
          Math.abs(stated - product[field]!) < 0.005,
          `${product.id}#${field}`,
          `${product.shortName}${zh} ${product[field]}%`,
        ),
      )
    }
  }
  return claims
}

const checkLoads: Check = ({ utterance, products }) => {
  const claims: CheckedClaim[] = []
  const product = products.find((p) => p.loadPercent !== undefined)
  if (product?.loadPercent !== undefined) {
    const { min, max } = product.loadPercent
    for (const found of findAll(utterance, `附加費用率?[^。!?0-9%]{0,8}?(${PERCENT_SOURCE})`)) {
      const stated = readPercent(found[1]!)
      if (stated === null || !isStated(utterance, found.index, found.index + found[0].length)) continue
      claims.push(
        claim(
          found,
          stated >= min - 0.005 && stated <= max + 0.005,
          `${product.id}#loadPercent`,
          `${product.shortName}附加費用率 ${min === max ? `${min}%` : `${min}% 至 ${max}%`}`,
        ),
      )
    }
  }
  return claims
}

function hasCharges(product: Product): boolean {
  return (
    product.surrenderChargePercentByYear.length > 0 ||
    product.frontLoadPercentByYear.length > 0 ||
    product.loadPercent !== undefined ||
    (product.monthlyFeeTwd ?? 0) > 0
  )
}

const checkNoCharges: Check = ({ utterance, products }) => {
  const claims: CheckedClaim[] = []
  const charged = products.find(hasCharges)
  if (charged !== undefined) {
    for (const found of findAll(
      utterance,
      '(?:沒有|沒|免|不收|零|不用|完全沒|都沒)(?:任何|什麼|額外|其他|半點)?(?:的)?(?:費用|附加費用|前置費用|管理費|手續費|內扣|成本|隱藏費用)(?!率|以外)|(?:一毛|一塊|半毛)(?:錢)?(?:都|也)?(?:不|沒)(?:會)?(?:扣|收|抽)|(?:錢|保費)?全(?:部|數|額)(?:都)?(?:進|放進|拿去|投入)(?:去)?(?:投資|滾|帳戶|生利息)',
    )) {
      const sentence = utterance.sentences.find((s) => s.start <= found.index && s.end > found.index)
      if (sentence !== undefined && /解約/u.test(sentence.text) && charged.surrenderChargePercentByYear.length === 0)
        continue
      if (sentence !== undefined && /第(?:七|六|7|6|五|5)年(?:以)?(?:後|起)|年後/u.test(sentence.text)) continue
      if (isStated(utterance, found.index, found.index + 1))
        claims.push(claim(found, false, `${charged.id}#charges`, `${charged.shortName}收取費用，詳見商品說明`))
    }
  }
  const surrender = products.find(
    (p) => p.surrenderChargePercentByYear.length > 0 || (!p.hasSurrenderValue && p.kind !== 'accident'),
  )
  if (surrender !== undefined) {
    const fact =
      surrender.surrenderChargePercentByYear.length > 0
        ? `${surrender.shortName}第 1 年解約費用率 ${surrender.surrenderChargePercentByYear[0]}%`
        : `${surrender.shortName}無解約金`
    for (const found of findAll(
      utterance,
      '(?:隨時|什麼時候|任何時候|提前|中途|第一年|第二年|明年|頭幾年|前幾年)?[^,。!?]{0,4}(?:解約|領出來|拿出來|領回|贖回|提領)[^,。!?]{0,8}(?:都|也|完全|一毛|根本)?(?:不(?:會|用)?(?:被)?扣|沒有(?:損失|費用|解約費用)|不用(?:付)?(?:解約)?費用|全(?:部|額|數)?(?:拿回|退|領回|還)|拿回(?:全部|全額|本金)|一毛不少|免(?:費|解約費用)|沒(?:有)?損失|不會(?:有)?損失)|(?:隨時|什麼時候)[^,。!?]{0,6}(?:都)?(?:可以|能)(?:全部|全額|全數|整筆|原封不動)?[^,。!?]{0,4}(?:拿回|領回|退|提領|領出來|解約拿回)',
    )) {
      const sentence = utterance.sentences.find((s) => s.start <= found.index && s.end > found.index)
      if (
        sentence !== undefined &&
        /第?[0-9一二三四五六七八九十]+年(?:以)?(?:後|起|之後)|滿[0-9六七]/u.test(sentence.text)
      )
        continue
      if (isStated(utterance, found.index, found.index + 1))
        claims.push(claim(found, false, `${surrender.id}#surrender`, fact))
    }
  }
  return claims
}

const checkCopies: Check = ({ utterance, products }) => {
  const product = products.find((p) => p.acceptsReceiptCopies !== undefined)
  if (product?.acceptsReceiptCopies !== false && products.length > 0) return []
  const claims: CheckedClaim[] = []
  const sourceId = product === undefined ? 'product#acceptsReceiptCopies' : `${product.id}#acceptsReceiptCopies`
  const fact = '副本理賠不適用，須正本收據；損害填補，不重複理賠'
  for (const found of findAll(
    utterance,
    '(?:副本|影本|收據影本|拷貝)[^。!?不]{0,10}(?:可以|能|也行|就行|就好|沒問題|ok|收|理賠|申請|就可以|都賠|照賠|賠)|(?:用|拿)(?:副本|影本)(?:就|也|都)?(?:可以|能|好|行|賠|ok)|(?:兩|2|二)(?:家|邊|張|份)[^。!?不]{0,6}(?:都|各|一起)?(?:賠|理賠|領|請|給付|申請)(?:得到|到|一次|滿|兩)?|(?:賠|領|理賠)(?:兩|2|雙|二)(?:次|份|倍|遍)|(?:團保|健保|別家|公司)[^。!?不]{0,6}(?:賠|領)(?:了|過|一次|完)?[^。!?不]{0,8}(?:再|也|又|還|這邊)[^。!?不]{0,4}(?:賠|領)(?:一次|一份|滿)?|(?:雙|重複)(?:重)?(?:理賠|領)',
  )) {
    if (
      /不(?:能|可以|會|適用|行|得)/u.test(
        utterance.text.slice(Math.max(0, found.index - 6), found.index + found[0].length + 6),
      )
    )
      continue
    if (isStated(utterance, found.index, found.index + found[0].length))
      claims.push(claim(found, false, sourceId, fact))
  }
  return claims
}

const EXCLUDED: readonly (readonly [string, RegExp])[] = [
  ['(?:酒駕|酒後(?:開車|騎車)?|喝酒(?:開車|騎車))', /酒/u],
  ['(?:醫美|美容|整形|割雙眼皮)', /美容|整形/u],
  ['(?:不孕|試管|人工受孕)', /不孕/u],
  ['(?:健檢|健康檢查)', /健康檢查|健檢/u],
  ['(?:既往症|以前的病|舊疾|舊病|老毛病|之前得過的|原本就有的病|帶病)', /既往症|已罹患/u],
  ['(?:自殺)', /自殺|109/u],
  ['(?:犯罪|吸毒)', /犯罪|非法/u],
  ['(?:賽車|飆車|競賽|比賽)', /競賽/u],
  ['(?:生病|疾病|感冒|癌症|中風|心肌梗塞)', /^疾病|疾病所致/u],
]

const checkExclusions: Check = ({ utterance, products }) => {
  const claims: CheckedClaim[] = []
  for (const [word, listed] of EXCLUDED) {
    const product = products.find((p) => p.exclusions.some((e) => listed.test(e.zh)))
    if (product === undefined) continue
    const exclusion = product.exclusions.find((e) => listed.test(e.zh))!
    for (const found of findAll(
      utterance,
      `${word}[^。!?不沒]{0,8}(?:也|都|照樣|照|一樣|還是|通通|可以|會|有|能)(?:會|能|有|可以|算|在)?(?:賠|理賠|給付|保|cover|在保障|算在內|保障)`,
    )) {
      if (/不|沒|除外/u.test(utterance.text.slice(found.index + found[0].length, found.index + found[0].length + 3)))
        continue
      if (isStated(utterance, found.index, found.index + found[0].length))
        claims.push(claim(found, false, `${product.id}#exclusions`, `除外：${exclusion.zh}`))
    }
  }
  return claims
}

const checkAges: Check = ({ utterance, products }) => {
  const product = products[0]
  if (product === undefined) return []
  const claims: CheckedClaim[] = []
  const fact = `${product.shortName}投保年齡 ${product.issueAge.min} 至 ${product.issueAge.max} 歲`
  for (const found of findAll(
    utterance,
    `(${NUMBER_SOURCE})歲(?:以下|以內|之前|以前|的人)?[^,。!?不沒]{0,4}(?:都|也|還|照樣)?(?:可以|能|收)(?:買|保|投保|進|加入)?`,
  )) {
    const age = readNumber(found[1]!)
    if (
      age === null ||
      age < 1 ||
      age > 110 ||
      !/買|保|投保|收|加入/u.test(found[0]) ||
      !isStated(utterance, found.index, found.index + found[0].length)
    )
      continue
    claims.push(
      claim(found, age >= product.issueAge.min && age <= product.issueAge.max, `${product.id}#issueAge`, fact),
    )
  }
  for (const found of findAll(
    utterance,
    `投保年齡[^。!?0-9]{0,8}?(?:(${NUMBER_SOURCE})歲?)?(?:到|至|~|-)(${NUMBER_SOURCE})歲?`,
  )) {
    const max = readNumber(found[2]!)
    if (max === null || !isStated(utterance, found.index, found.index + found[0].length)) continue
    claims.push(claim(found, max === product.issueAge.max, `${product.id}#issueAge`, fact))
  }
  if (product.coverToAge !== undefined) {
    for (const found of findAll(utterance, `保證續保[^,。!?0-9]{0,4}?(${NUMBER_SOURCE})歲`)) {
      const age = readNumber(found[1]!)
      if (age !== null && isStated(utterance, found.index, found.index + found[0].length))
        claims.push(
          claim(found, age === product.coverToAge, `${product.id}#coverToAge`, `保證續保至 ${product.coverToAge} 歲`),
        )
    }
  }
  return claims
}

/** A sum of money: at least hundreds, so that 「一次」 is none. */
const AMOUNT_SOURCE =
  '[0-9][0-9,]*(?:\\.[0-9]+)?[萬千百]?|[一二兩三四五六七八九十百千]*[百千萬][一二兩三四五六七八九十百千萬]*'

const LIMIT_WORDS = ['門診手術', '病房', '雜費', '手術'] as const

const checkLimits: Check = ({ utterance, products }) => {
  const claims: CheckedClaim[] = []
  for (const product of products) {
    for (const word of LIMIT_WORDS) {
      const limits = product.limits.filter((l) => l.zh.includes(word) && (word !== '手術' || !l.zh.includes('門診')))
      if (limits.length === 0) continue
      const lead = word === '手術' ? '(?<!門診)手術' : word
      for (const found of findAll(utterance, `${lead}費?[^,。!?0-9、]{0,6}?(${AMOUNT_SOURCE})(?![%趴成年歲天])`)) {
        const amount = readNumber(found[1]!)
        if (amount === null || amount < 500 || !isStated(utterance, found.index, found.index + found[0].length))
          continue
        const isRight = limits.some((l) => l.amount === amount)
        claims.push(
          claim(
            found,
            isRight,
            `${product.id}#${limits[0]!.id}`,
            `${limits.map((l) => `${l.zh} ${l.amount}`).join('、')}`,
          ),
        )
      }
    }
  }
  return claims
}

const checkSurvival: Check = ({ utterance, products }) => {
  const product = products.find((p) => !p.hasSurrenderValue)
  if (product === undefined) return []
  const claims: CheckedClaim[] = []
  for (const found of findAll(
    utterance,
    '(?:期滿|滿期|到期|時間到|二十年後|20年後|沒用到|沒出事|沒事)[^。!?不沒]{0,10}(?:領回|拿回|還本|退還|退(?:您|回|給)|還(?:給)?您|領得回)|(?:保費|錢)[^,。!?不沒]{0,6}(?:全(?:部|額|數))?(?:退還|還給您|領得回來|拿得回來)',
  )) {
    if (isStated(utterance, found.index, found.index + found[0].length))
      claims.push(claim(found, false, `${product.id}#hasSurrenderValue`, `${product.shortName}期滿無給付、無解約金`))
  }
  return claims
}

const checkExamples: Check = ({ utterance, products }) => {
  const claims: CheckedClaim[] = []
  const product = products.find((p) => p.kind === 'accident' && p.premiumExamples.length > 0)
  if (product === undefined) return claims
  const prices = new Map<string, number>()
  for (const example of product.premiumExamples) {
    const occupation = /第([一二三四五六])類/u.exec(example.zh)
    if (occupation !== null) prices.set(occupation[1]!, example.yearlyPremium)
  }
  const CLASS: Readonly<Record<string, string>> = { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六' }
  for (const found of findAll(
    utterance,
    '第?([1-6一二三四五六])類[^。!?]{0,14}?(?:一?百萬)?[^。!?0-9]{0,8}([1-9][0-9]?,?[0-9]{2,3})(?![0-9萬])',
  )) {
    const price = prices.get(CLASS[found[1]!] ?? found[1]!)
    const stated = readNumber(found[2]!)
    if (
      price === undefined ||
      stated === null ||
      stated < 200 ||
      !isStated(utterance, found.index, found.index + found[0].length)
    )
      continue
    claims.push(
      claim(
        found,
        stated % price === 0,
        `${product.id}#premiumExamples`,
        `第${CLASS[found[1]!] ?? found[1]}類每百萬 ${price} 元`,
      ),
    )
  }
  for (const found of findAll(
    utterance,
    '(?:外送|送貨|騎車跑單)[^。!?不]{0,8}(?:算|是|屬於|歸|當)(?:在)?第?([1-3一二三])類',
  )) {
    if (isStated(utterance, found.index, found.index + found[0].length))
      claims.push(claim(found, false, `${product.id}#premiumExamples`, '外送員為第四類'))
  }
  return claims
}

const CHECKS: readonly Check[] = [
  checkWaiting,
  checkCoolingOff,
  checkYearlyCharges,
  checkRates,
  checkLoads,
  checkNoCharges,
  checkCopies,
  checkExclusions,
  checkAges,
  checkLimits,
  checkSurvival,
  checkExamples,
]

/**
 * Holds what the trainee states about the products against their facts.
 *
 * @returns supported and contradicted claims; what no fact speaks of is not returned.
 */
export function checkClaims(
  utterance: Utterance,
  products: readonly Product[],
  insurer: Insurer | undefined,
): CheckedClaim[] {
  return CHECKS.flatMap((check) => check({ utterance, products, insurer }))
}
