import { buildPattern, type Found, type Match, matchView, type PersonalDataFinder } from './personal-data-finder'

const HAN = '[\\u3400-\\u9fff]'
const NUMBER = '[0-9零○一二三四五六七八九十百]{1,5}'
const NEXT = '[ ,]{0,2}'
const COUNTY =
  '(?:(?:台灣省)?(?:(?:台北|新北|桃園|台中|台南|高雄|基隆|新竹|嘉義)市|(?:台北|桃園|台中|台南|高雄|新竹|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|花蓮|台東|澎湖|金門|連江)縣|台北|新北|桃園|台中|台南|高雄))'
const DISTRICT = `${HAN}{1,3}[區鄉鎮市]`
const VILLAGE = `(?:${HAN}{1,4}[里裡村]${NEXT})?(?:${NUMBER}鄰${NEXT})?`
const ROAD = `${HAN}{1,6}(?:路|街|大道)(?:${NEXT}${NUMBER}段)?`
const LANE = `(?:${NEXT}${NUMBER}(?:巷|弄|衖)){0,3}`
const HOUSE = `${NEXT}${NUMBER}(?: ?(?:之|-) ?${NUMBER})? ?號(?: ?(?:之|-) ?${NUMBER})?`
const FLOOR = `(?: ?[a-z0-9甲乙丙丁]{1,2}棟)?(?:${NEXT}(?:地下)?${NUMBER} ?(?:樓|f)(?: ?(?:之|-) ?${NUMBER})?)?(?:${NEXT}[a-z]?${NUMBER} ?室)?`
const HEAD = `(?:(?:\\d{3,6} ?)?${COUNTY}${NEXT})?(?:${DISTRICT}${NEXT})?`

/** Down to the house, or at least to the lane. */
const STREET = buildPattern(`${HEAD}${VILLAGE}${ROAD}(?:${LANE}${HOUSE}${FLOOR}|(?:${NEXT}${NUMBER}(?:巷|弄|衖)){1,3})`)
/** In the country a village or neighbourhood with a number is enough. */
const COUNTRY = buildPattern(
  `${HEAD}(?:${HAN}{1,4}[里裡村]${NEXT}${NUMBER}鄰|${HAN}{1,4}村|${NUMBER}鄰)${NEXT}(?:(?!${NUMBER}號)${HAN}){0,5}${HOUSE}${FLOOR}`,
)
/** A lane or house with nothing but its county or district before it (地名 such as 頂社). */
const PLACE = buildPattern(`${COUNTY}${NEXT}${DISTRICT}${NEXT}(?:(?!${NUMBER}號)${HAN}){0,6}${LANE}${HOUSE}${FLOOR}`)
/** Told as an address, a road is enough. */
const LABELLED = buildPattern(
  `(?:地址|住址|戶籍地?|通訊處|居住地|寄到|寄去)[是為在:, 就]{0,4}(?<it>${HEAD}${ROAD})(?=[^\\u3400-\\u9fff]|$|[的上旁那附])`,
)
const POST_BOX = buildPattern(`(?:${COUNTY})?${HAN}{0,4}郵政(?:第 ?)?(?:信箱)? ?${NUMBER}(?:-\\d+)? ?號(?:信箱)?`)
const ENGLISH = buildPattern(
  '(?:\\d{1,2}f\\.?(?:-\\d+)?,? ?)?no\\.? ?\\d{1,4}(?:-\\d{1,3})?,? ?(?:(?:aly\\.?|alley|ln\\.?|lane|sec\\.?|section) ?\\d{1,4},? ?){0,3}[a-z0-9\\- ]{2,30}(?:rd\\.?|road|st\\.?|street|ave\\.?|avenue|blvd\\.?|boulevard)(?![a-z])(?:,? ?[a-z\\- ]{2,20}(?:dist\\.?|district|township|city|county)){0,3}',
)

/** Words that lead up to an address and are no part of its name. */
const LEAD = /^[\s\S]*(?:[我你您妳他她住在是於到寄址去從搬叫給送說找往駐]|老家|公司|戶籍地?|通訊處|附近)(?=.)/u
/** Not streets: 網路, 高速公路, 出路 and so on. */
const NO_STREET =
  /(?:網路|公路|鐵路|馬路|道路|思路|電路|線路|套路|後路|退路|出路|一路|走路|上路|半路|逛街|過街|上街|國道|生路|活路|門路|通路|末路)(?:[ ,]{0,2}[0-9零○一二三四五六七八九十百])/u

function trimLead(match: Match): Match {
  const road = /(?:路|街|大道|村|[里裡]|區|鄉|鎮|市|縣|鄰)/u.exec(match.words)
  const head = match.words.slice(0, road?.index ?? 0)
  const cut = LEAD.exec(`${head}.`)?.[0].length ?? 0
  return { start: match.start + cut, end: match.end, words: match.words.slice(cut) }
}

/** Street addresses of Taiwan, in Chinese and in the post office's English form. */
export const findAddresses: PersonalDataFinder = ({ plain }) => {
  const chinese = [STREET, COUNTRY, PLACE, LABELLED].flatMap((pattern) => matchView(plain, pattern)).map(trimLead)
  const others = [POST_BOX, ENGLISH].flatMap((pattern) => matchView(plain, pattern))
  return [...chinese.filter(({ words }) => !NO_STREET.test(words)), ...others].map(
    ({ start, end, words }): Found => ({
      kind: 'address',
      start,
      end,
      value: words.replace(/[ ,]/g, '').toLowerCase(),
    }),
  )
}
