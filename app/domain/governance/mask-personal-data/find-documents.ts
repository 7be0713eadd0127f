import { buildPattern, type Found, matchBothViews, type PersonalDataFinder } from './personal-data-finder'

const PASSPORT = buildPattern(
  '(?:護照|passport)[^0-9a-z\\u0000。！？!?]{0,6}(?:(?:no\\.?|number|is|:) ?){0,2}(?<it>[a-z]{0,2}[ \\-]?\\d(?:[ \\-]?\\d){5,8})(?!\\d)(?! ?(?:元|萬|塊))',
)
const HEALTH_CARD = buildPattern(
  '(?:健保卡|健保 ?ic ?卡|健保)[^0-9\\u0000。！？!?費]{0,6}(?<it>\\d(?:[ \\-]{0,2}\\d){10,11})(?!\\d)(?! ?(?:元|萬|塊))',
)

const compact = (words: string) => words.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Passports and health insurance cards, known by the words before them. */
export const findDocuments: PersonalDataFinder = (text) => [
  ...matchBothViews(text, PASSPORT).map(
    ({ start, end, words }): Found => ({ kind: 'passport', start, end, value: compact(words) }),
  ),
  ...matchBothViews(text, HEALTH_CARD).map(
    ({ start, end, words }): Found => ({ kind: 'health-card', start, end, value: compact(words) }),
  ),
]
