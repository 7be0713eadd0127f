import { buildPattern, type Found, matchView, type PersonalDataFinder } from './personal-data-finder'

const NUMBER = '[0-9零○一二三四五六七八九十百]'
const YEAR = `(?:(?:民國|民前|西元) ?)?${NUMBER}{2,4}`
const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])'
const DAY_NUMBER = '(?:[12]\\d|3[01]|0?[1-9])'
const DATE = [
  `(?:${YEAR} ?年 ?(?:次 ?)?)?(?:農曆|國曆|陰曆|陽曆)?${NUMBER}{1,3} ?月 ?(?:初)?${NUMBER}{1,3} ?[日號]?`,
  `(?:民國 ?)?(?:\\d{2,4}) ?[/.\\-] ?${MONTH_NUMBER} ?[/.\\-] ?${DAY_NUMBER}(?!\\d)`,
  `${MONTH_NUMBER} ?[/.\\-] ?${DAY_NUMBER} ?[/.\\-] ?(?:19|20)\\d{2}(?!\\d)`,
  `(?:民國 ?)?(?:(?:19|20)\\d{2}|[01]?\\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)`,
  `${MONTHS} ?\\d{1,2}(?:st|nd|rd|th)?,? ?(?:19|20)\\d{2}`,
  `\\d{1,2}(?:st|nd|rd|th)? ?(?:of )?${MONTHS},? ?(?:19|20)\\d{2}`,
].join('|')

const BEFORE = buildPattern(
  '(?:生日|出生(?!率|地|體重|證明)|生於|誕生|生辰|birth ?day|date of birth|d\\.?o\\.?b\\.?|born)',
  '(?:年月日|日期|日子|的|應該|就|我|他|她|是|為|在|於|於在|呢|:|,|\\(|\\)| |on|is|was){0,6}',
  `(?<![0-9])(?<it>${DATE})`,
)
const AFTER = buildPattern(
  `(?<![0-9${'零○一二三四五六七八九十百'}/.\\-])(?<it>${DATE}) ?(?:出生(?!率|入死)|生日|誕生|那天生|生的|生(?=[,。.!?！？、；;\\s]|$))`,
)

/** Full dates of birth, known by the words about them; a year alone is an age, which the talk needs. */
export const findBirthdays: PersonalDataFinder = ({ plain }) =>
  [BEFORE, AFTER]
    .flatMap((pattern) => matchView(plain, pattern))
    .map(
      ({ start, end, words }): Found => ({
        kind: 'birthday',
        start,
        end,
        value: words.replace(/\s/g, '').toLowerCase(),
      }),
    )
