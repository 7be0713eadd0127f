import {
  buildPattern,
  type Found,
  GAP,
  keepDigits,
  matchBothViews,
  NO_QUANTITY,
  type PersonalDataFinder,
} from './personal-data-finder'

const SPOKEN_GAP = '[ \\-.·,、()/]{0,2}'
const EXTENSION = '(?: ?(?:#|轉|分機|ext\\.?) ?:?\\d{1,6})?'
const LINK = '[是為在:號碼 #()]{0,5}'

/** 0912-345-678, also digit by digit or with pauses, as dictation writes it. */
const MOBILE = buildPattern(`(?<!\\d)\\(?0[ \\-]?9(?:${SPOKEN_GAP}\\d){8}(?!\\d)`)
const TAIWAN_ABROAD = buildPattern(
  `(?<!\\d)(?:\\+|00[29]?[ \\-]?)?\\(?886\\)?${GAP}\\(?0?\\)?${GAP}[2-9](?:${GAP}\\d){7,8}(?!\\d)${EXTENSION}`,
)
const LANDLINE = buildPattern(
  `(?<!\\d)\\(?0\\d{1,3}\\)?[ \\-.]{0,2}\\d{3,4}[ \\-.]?\\d{3,4}(?!\\d)${EXTENSION}`,
  `|(?<!\\d)\\(?0\\d{1,3}\\)?[ \\-.]{0,2}\\d{5,8}(?!\\d)${EXTENSION}`,
)
const ABROAD = buildPattern(`(?<![\\d+])\\+\\d{1,3}(?:[ \\-.()]{0,2}\\d){7,13}(?!\\d)${NO_QUANTITY}`)
/** Without an area code only its label tells a phone number from a sum. */
const LOCAL = buildPattern(
  `(?:電話|市話|家電|住家|宅電|傳真|fax|tel|phone)${LINK}(?<it>[2-9]\\d{2,3}[ \\-]?\\d{4}(?!\\d)${EXTENSION})${NO_QUANTITY}`,
)
const MOBILE_WITHOUT_ZERO = buildPattern(
  `(?:手機|電話|門號|行動|聯絡|mobile|cell|phone)${LINK}(?<it>9\\d{2}[ \\-]?\\d{3}[ \\-]?\\d{3})(?!\\d)${NO_QUANTITY}`,
)

/** Area codes and lengths of the national numbering plan: Taipei 8 digits, Taichung 8, Nantou 7, elsewhere 7 or 6. */
const NATIONAL = /^0(?:9\d{8}|2[2-8]\d{7}|4[2-4]\d{7}|4[5-8]\d{6}|49[2-9]\d{6}|[35678][2-9]\d{6})$/

/** @returns the number as dialled within Taiwan, its extension after #; other countries keep their code. */
function readNational(words: string): string {
  const [number = '', extension] = words.split(/#|轉|分機|ext\.?/iu)
  const digits = keepDigits(number)
  const national = digits.replace(/^(?:00[29]?)?8860?(?=[2-9])/, '0')
  return extension === undefined ? national : `${national}#${keepDigits(extension)}`
}

const isNational = (value: string) => NATIONAL.test(value.split('#')[0]!)
/** 0800 and 0809 are free lines of firms, 412 is dialled to reach a firm's branch. */
const isBusinessLine = (value: string) => /^0?80[09]|^412/.test(value)

/** Mobile and landline numbers of Taiwan, and numbers abroad with a plus sign. */
export const findPhoneNumbers: PersonalDataFinder = (text) => {
  const read = (pattern: RegExp) =>
    matchBothViews(text, pattern).map(
      ({ start, end, words }): Found => ({ kind: 'phone', start, end, value: readNational(words) }),
    )
  const national = [MOBILE, TAIWAN_ABROAD, LANDLINE].flatMap(read).filter(({ value }) => isNational(value))
  const labelled = [LOCAL, ABROAD].flatMap(read).filter(({ value }) => !isBusinessLine(value))
  const short = read(MOBILE_WITHOUT_ZERO).map((found) => ({ ...found, value: `0${found.value}` }))
  return [...national, ...labelled, ...short]
}
