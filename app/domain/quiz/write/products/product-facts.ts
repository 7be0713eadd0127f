/**
 * One thing that product sheets state with a number. `v` in `pattern` is the value, other groups may be used by `ask`.
 *
 * Sheets are written in one form, so that the same pattern finds the same fact of other products: their values are the wrong answers.
 */
export type ProductFact = {
  id: string
  /** Heading that the fact stands under, where the words alone could mean something else. */
  section?: RegExp
  pattern: RegExp
  /** @param name title of the product in 「」. */
  ask: (name: string, found: Readonly<Record<string, string | undefined>>) => string
  /** Wrong values that a learner would work out, where near numbers would be far-fetched. */
  wrong?: (found: Readonly<Record<string, string | undefined>>) => string[]
  /** A term that every contract of the insurer has: asked once, whatever product it stands under first. */
  isShared?: true
  /** 1 easy to 3 hard. */
  difficulty: 1 | 2 | 3
}

const readSum = (text: string | undefined) => Number((text ?? '').replace(/[^\d]/gu, ''))
/** What is paid out of a value when half, twice … the charge is taken. */
function payOther({ value, v }: Readonly<Record<string, string | undefined>>): string[] {
  const [whole, paid] = [readSum(value), readSum(v)]
  const unit = (v ?? '').replace(/[\d, ]/gu, '')
  return [0.5, 0.75, 1.25, 1.5, 2].map(
    (times) => `${Math.round(whole - (whole - paid) * times).toLocaleString('en-US')} ${unit}`,
  )
}

const MONEY = '[\\d,]+ (?:美元|元)'

export const PRODUCT_FACTS: readonly ProductFact[] = [
  {
    id: 'issue-age',
    section: /投保規定/u,
    pattern: /投保年齡 (?<v>\d+ 歲到 \d+ 歲)/u,
    ask: (name) => `${name}的投保年齡是幾歲到幾歲？`,
    difficulty: 1,
  },
  {
    id: 'sum-range',
    section: /投保規定|保費/u,
    pattern: new RegExp(`保額 (?<v>${MONEY}到 ${MONEY})`, 'u'),
    ask: (name) => `${name}的保額，最低和最高各是多少元？`,
    difficulty: 2,
  },
  {
    id: 'sum-across',
    section: /商品特色/u,
    pattern: new RegExp(`所有保險公司[^。]*最高保額 (?<v>${MONEY})`, 'u'),
    ask: (name) => `${name}的保額要和其他保險公司的同類保單合計，最高是多少元？`,
    difficulty: 1,
  },
  {
    id: 'sum-min',
    pattern: new RegExp(`最低保額 (?<v>${MONEY})`, 'u'),
    ask: (name) => `${name}的最低保額是多少？`,
    difficulty: 2,
  },
  {
    id: 'waiting',
    section: /等待期/u,
    pattern: /契約生效後 (?<v>\d+ 天)內|^疾病 (?<v2>\d+ 天)，從契約生效日/u,
    ask: (name) => `${name}的疾病等待期是幾天？`,
    difficulty: 1,
  },
  {
    id: 'deferred',
    section: /等待期/u,
    pattern: /符合條件後要持續 (?<v>\d+ 天)/u,
    ask: (name) => `符合${name}的給付條件後，還要持續幾天才開始按月給付？`,
    difficulty: 2,
  },
  {
    id: 'cooling-off',
    isShared: true,
    pattern: /收到保單的隔天起算 (?<v>\d+ 日)內/u,
    ask: (name) => `收到${name}保單的隔天起算，要保人在幾日內可以用書面申請撤銷契約？`,
    difficulty: 1,
  },
  {
    id: 'grace',
    isShared: true,
    pattern: /翌日起 (?<v>\d+ 日)的寬限期/u,
    ask: (name) => `${name}忘了繳費，從公司催告到達的翌日起，寬限期有幾日？`,
    difficulty: 2,
  },
  {
    id: 'reinstatement',
    isShared: true,
    pattern: /停效後 (?<v>\d+ 年)內可以申請復效/u,
    ask: (name) => `${name}停效以後，在幾年內可以申請復效？`,
    difficulty: 2,
  },
  {
    id: 'complaint',
    isShared: true,
    pattern: /收到申訴的 (?<v>\d+ 日)內處理/u,
    ask: () => '客戶向保險公司申訴，公司要在收到申訴後的幾日內處理並回覆？',
    difficulty: 1,
  },
  {
    id: 'ombudsman',
    isShared: true,
    pattern: /期限屆滿的 (?<v>\d+ 日)內/u,
    ask: () => '客戶不接受公司的申訴處理結果，要在收到結果後的幾日內向金融消費評議中心申請評議？',
    difficulty: 2,
  },
  {
    id: 'pay-to-age',
    pattern: /最高領到 (?<v>\d+ 歲)/u,
    ask: (name) => `${name}的年金最高可以領到幾歲？`,
    difficulty: 2,
  },
  {
    id: 'accumulation',
    pattern: /「累積期間」，至少 (?<v>\d+ 年)/u,
    ask: (name) => `${name}的累積期間至少要幾年？`,
    difficulty: 1,
  },
  {
    id: 'start-age',
    section: /保費與年期/u,
    pattern: /開始給付的 (?<v>\d+ 歲到 \d+ 歲)之間/u,
    ask: (name) => `${name}的年金，可以選在幾歲到幾歲之間開始給付？`,
    difficulty: 2,
  },
  {
    id: 'premium-min',
    section: /保費與年期/u,
    pattern: new RegExp(`一次繳清[^。]*最低 (?<v>${MONEY})`, 'u'),
    ask: (name) => `${name}採一次繳清，保費最低是多少元？`,
    difficulty: 2,
  },
  {
    id: 'load',
    pattern: /附加費用率 (?<v>[\d.]+%)/u,
    ask: (name) => `${name}的附加費用率是百分之多少？`,
    difficulty: 2,
  },
  {
    id: 'load-range',
    pattern: /附加費用率是保費的 (?<v>[\d.]+% 到 [\d.]+%)/u,
    ask: (name) => `${name}的附加費用率，是保費的百分之多少到多少？`,
    difficulty: 3,
  },
  {
    id: 'declared-rate',
    section: /宣告利率/u,
    pattern: /目前的宣告利率是 (?<v>[\d.]+%)/u,
    ask: (name) => `${name}商品說明所載「目前的」宣告利率（非保證）是百分之多少？`,
    difficulty: 2,
  },
  {
    id: 'guaranteed-rate',
    section: /宣告利率/u,
    pattern: /預定利率 (?<v>[\d.]+%) 是計算保費/u,
    ask: (name) => `計算${name}的保費時，用的預定利率是百分之多少？`,
    difficulty: 2,
  },
  {
    id: 'monthly-fee',
    section: /費用/u,
    pattern: new RegExp(`每月 (?<v>${MONEY})`, 'u'),
    ask: (name) => `${name}的保單管理費，每月是多少元？`,
    difficulty: 2,
  },
  {
    id: 'limit',
    section: /給付項目/u,
    pattern: new RegExp(`(?<plan>計畫.)(?<per>每日|每次住院|每次)上限 (?<v>${MONEY})`, 'u'),
    ask: (name, { plan, per, label }) => `${name}${plan}的「${label}」，${per}上限是多少元？`,
    difficulty: 2,
  },
  {
    id: 'limit-also',
    section: /給付項目/u,
    pattern: new RegExp(`；(?<what>[^，。；\\d]{2,8})每次上限 (?<v>${MONEY})`, 'u'),
    ask: (name, { what }) => `${name}計畫二的「${what}」，每次上限是多少元？`,
    difficulty: 2,
  },
  {
    id: 'per-accident',
    pattern: new RegExp(`每次事故最高 (?<v>${MONEY})`, 'u'),
    ask: (name) => `${name}的意外醫療實支，每次事故最高給付多少元？`,
    difficulty: 1,
  },
  {
    id: 'early-death',
    section: /給付項目/u,
    pattern: /前 (?<years>\d+) 年身故[^。]*總和的 (?<v>[\d.]+ 倍)/u,
    ask: (name, { years }) => `被保險人在投保${name}的前 ${years} 年身故，給付的是所繳保費總和的幾倍？`,
    difficulty: 2,
  },
  {
    id: 'full-benefit',
    section: /給付項目/u,
    pattern: /投保(?<v>第 \d+ 年)過後身故/u,
    ask: (name) => `被保險人要在投保${name}的第幾年過後身故，才給付保險金額？`,
    difficulty: 2,
  },
  {
    id: 'care-monthly',
    section: /商品特色/u,
    pattern: new RegExp(`每月給付 (?<v>${MONEY}到 ${MONEY})`, 'u'),
    ask: (name) => `符合條件並經過免責期後，${name}每月給付的範圍是多少元？`,
    difficulty: 2,
  },
  {
    id: 'care-years',
    section: /商品特色/u,
    pattern: /最長給付 (?<v>\d+ 年)/u,
    ask: (name) => `${name}的長期照顧保險金，最長給付幾年？`,
    difficulty: 1,
  },
  {
    id: 'activities',
    section: /給付項目/u,
    pattern: /(?<all>\d) 項日常活動當中 (?<v>\d 項)不能自己做/u,
    ask: (name, { all }) => `${name}的「生理功能障礙」，是指 ${all} 項日常活動當中有多少不能自己做？`,
    difficulty: 1,
  },
  {
    id: 'cdr',
    section: /給付項目/u,
    pattern: /失智達到 (?<v>CDR \d) 以上/u,
    ask: (name) => `${name}的「認知功能障礙」，失智要達到臨床失智量表的哪一級以上？`,
    difficulty: 2,
  },
  {
    id: 'disability-levels',
    section: /給付項目/u,
    pattern: /按 (?<v>\d+ 到 \d+ 級)的程度/u,
    ask: (name) => `${name}的意外失能保險金，按哪些等級的程度給付一定比例？`,
    difficulty: 2,
  },
  {
    id: 'occupation-classes',
    section: /商品特色/u,
    pattern: /職業分成 (?<v>\d+ 到 \d+ 類)/u,
    ask: (name) => `${name}的保費，按職業分成哪幾類？`,
    difficulty: 1,
  },
  {
    id: 'break-even',
    section: /解約金/u,
    pattern: /在(?<v>第 \d+ 年)以前，領回的金額會低於/u,
    ask: (name) => `${name}大約在第幾年以前提前解約，領回的金額會低於已繳的總保費？`,
    difficulty: 1,
  },
  {
    id: 'maturity',
    section: /給付項目/u,
    pattern: /活到 (?<v>\d+ 歲)時給付/u,
    ask: (name) => `被保險人活到幾歲時，${name}給付祝壽保險金？`,
    difficulty: 1,
  },
  {
    id: 'pay-years',
    pattern: /繳費年期可以選 (?<v>\d+ 年、\d+ 年或 \d+ 年)/u,
    ask: (name) => `${name}的繳費年期有哪些可以選？`,
    difficulty: 2,
  },
  {
    id: 'cover-years',
    pattern: /保障一段時間：可以選 (?<v>\d+ 年、\d+ 年或 \d+ 年)|^可以選 (?<v2>\d+ 年、\d+ 年或 \d+ 年)/u,
    section: /商品特色/u,
    ask: (name) => `${name}的保障期間有哪些可以選？`,
    difficulty: 2,
  },
  {
    id: 'guarantee-period',
    section: /給付項目/u,
    pattern: /保證期間可以選 (?<v>\d+ 年、\d+ 年或 \d+ 年)/u,
    ask: (name) => `${name}的保證期間有哪些可以選？`,
    difficulty: 2,
  },
  {
    id: 'rescission',
    isShared: true,
    section: /投保規定/u,
    pattern: /訂約後經過 (?<v>\d+ 年)/u,
    ask: (name) => `投保${name}沒有照實告知，訂約後經過幾年，公司就不能再解除契約？`,
    difficulty: 2,
  },
  {
    id: 'suicide',
    isShared: true,
    section: /除外/u,
    pattern: /訂約 (?<v>\d+ 年)內故意自殺/u,
    ask: (name) => `${name}的被保險人在訂約後幾年內故意自殺，公司不給付保險金？`,
    difficulty: 2,
  },
  {
    id: 'renewal-age',
    section: /商品特色/u,
    pattern: /保證續保到 (?<v>\d+ 歲)/u,
    ask: (name) => `${name}保證續保到幾歲？`,
    difficulty: 1,
  },
  {
    id: 'cover-to-age',
    section: /保費與年期/u,
    pattern: /保障到 (?<v>\d+ 歲)/u,
    ask: (name) => `${name}除了定期的年期以外，也可以選擇保障到幾歲？`,
    difficulty: 2,
  },
  {
    id: 'not-accepted',
    section: /投保規定/u,
    pattern: /，(?<v>\d+ 歲)以上不受理/u,
    ask: (name) => `從幾歲起，${name}不受理投保？`,
    difficulty: 2,
  },
  {
    id: 'surrender-example',
    section: /解約金/u,
    pattern: new RegExp(`^保單價值 (?<value>${MONEY})，(?<year>第 \\d+ 年)解約扣 ${MONEY}，領回 (?<v>${MONEY})`, 'u'),
    ask: (name, { value, year }) => `${name}的保單價值是 ${value}，在${year}解約，扣掉解約費用後領回多少？`,
    wrong: payOther,
    difficulty: 2,
  },
  {
    id: 'surrender-example-later',
    section: /解約金/u,
    pattern: new RegExp(`；(?<year>第 \\d+ 年)解約扣 (?<v>${MONEY})，領回`, 'u'),
    ask: (name, { year, value }) => `${name}的保單價值是 ${value}，在${year}解約，要扣多少解約費用？`,
    difficulty: 3,
  },
]
