import {
  buildPattern,
  type Found,
  keepDigits,
  matchBothViews,
  NO_QUANTITY,
  type PersonalDataFinder,
} from './personal-data-finder'

const digits = (least: number, most: number) =>
  `(?<it>\\(?\\d(?:\\)?[ \\-]{0,2}\\d){${least - 1},${most - 1}})(?!\\d)(?![,.]\\d)${NO_QUANTITY}`
/** Between a label and its number; words about a sum (餘額, 有, 存了) end the link. */
const LINK = '[^0-9\\u0000。！？!?；;餘有存剩金額值積累提領扣]'

const BANKS =
  '銀行|郵局|農會|信用合作社|信合社|國泰世華|中國信託|中信|玉山|台新|富邦|永豐|兆豐|第一銀|華南|彰銀|合庫|土銀|台銀|台企銀|元大|聯邦|遠東商銀|凱基|星展|匯豐|渣打|一銀|華銀'
/** 帳號 and the like name the number itself; an account of the product (帳戶價值) is none. */
const LABELLED = buildPattern(
  `(?:帳號|帳戶號碼|帳戶(?!價值|金額|餘額|型)|戶頭|薪轉戶|薪資戶|交割戶|外幣戶|局號|存簿(?:號碼)?|存摺|銀行代碼|iban|swift|(?:bank )?account(?: no\\.?| number)?)${LINK}{0,10}?`,
  digits(7, 16),
)
/** Who moves money to somewhere names an account; ten digits and more are no sum that people move. */
const MOVED = buildPattern(
  `(?:匯(?:款|錢)?(?:到|進|入|給|去)|轉帳?(?:到|進|入|給)|存到|存進|扣款|(?:${BANKS}))(?:(?![,、;電手])${LINK}){0,12}?`,
  digits(10, 17),
)
const DATE = /^(?:19|20)\d\d[-/. ]?(?:0?[1-9]|1[0-2])[-/. ]?(?:0?[1-9]|[12]\d|3[01])$/

/** After a bank's name alone, a number in the form of a mobile phone is one. */
const MOBILE = /^09\d{8}$/

/** Bank and post office accounts, known by the words before them. */
export const findBankAccounts: PersonalDataFinder = (text) =>
  [
    ...matchBothViews(text, LABELLED),
    ...matchBothViews(text, MOVED).filter(({ words }) => !MOBILE.test(keepDigits(words))),
  ]
    .filter(({ words }) => !DATE.test(words))
    .map(({ start, end, words }): Found => ({ kind: 'bank-account', start, end, value: keepDigits(words) }))
