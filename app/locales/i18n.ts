import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '~/domain/shared/localised'
import adminEn from './en/admin.json'
import authEn from './en/auth.json'
import courseEn from './en/course.json'
import errorsEn from './en/errors.json'
import frameEn from './en/frame.json'
import knowledgeEn from './en/knowledge.json'
import learnEn from './en/learn.json'
import meEn from './en/me.json'
import modelsEn from './en/models.json'
import practiseEn from './en/practise.json'
import printEn from './en/print.json'
import quizEn from './en/quiz.json'
import recordsEn from './en/records.json'
import scorecardEn from './en/scorecard.json'
import talkEn from './en/talk.json'
import adminZh from './zh-Hant/admin.json'
import authZh from './zh-Hant/auth.json'
import courseZh from './zh-Hant/course.json'
import errorsZh from './zh-Hant/errors.json'
import frameZh from './zh-Hant/frame.json'
import knowledgeZh from './zh-Hant/knowledge.json'
import learnZh from './zh-Hant/learn.json'
import meZh from './zh-Hant/me.json'
import modelsZh from './zh-Hant/models.json'
import practiseZh from './zh-Hant/practise.json'
import printZh from './zh-Hant/print.json'
import quizZh from './zh-Hant/quiz.json'
import recordsZh from './zh-Hant/records.json'
import scorecardZh from './zh-Hant/scorecard.json'
import talkZh from './zh-Hant/talk.json'

const zhHant = {
  admin: adminZh,
  auth: authZh,
  course: courseZh,
  errors: errorsZh,
  frame: frameZh,
  knowledge: knowledgeZh,
  learn: learnZh,
  me: meZh,
  models: modelsZh,
  practise: practiseZh,
  print: printZh,
  quiz: quizZh,
  records: recordsZh,
  scorecard: scorecardZh,
  talk: talkZh,
}
/** The Chinese files are the measure: an English file that lacks one of their keys does not compile. */
const en: typeof zhHant = {
  admin: adminEn,
  auth: authEn,
  course: courseEn,
  errors: errorsEn,
  frame: frameEn,
  knowledge: knowledgeEn,
  learn: learnEn,
  me: meEn,
  models: modelsEn,
  practise: practiseEn,
  print: printEn,
  quiz: quizEn,
  records: recordsEn,
  scorecard: scorecardEn,
  talk: talkEn,
}
export const RESOURCES = { 'zh-Hant': zhHant, en } satisfies Record<Locale, typeof zhHant>

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame'
    resources: typeof zhHant
  }
}

/**
 * The texts of the pages, ready at once: nothing is fetched, so that the server's markup and the browser's agree.
 *
 * @returns an instance of its own for every call; requests in different languages do not disturb each other.
 */
export function createI18n(locale: Locale): I18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'zh-Hant',
    supportedLngs: ['zh-Hant', 'en'],
    load: 'currentOnly',
    defaultNS: 'frame',
    ns: Object.keys(zhHant),
    resources: RESOURCES,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return instance
}
