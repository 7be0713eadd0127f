import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '~/domain/shared/localised'
import { en } from './en'
import { type Texts, zhHant } from './zh-hant'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame'
    resources: Texts
  }
}

/** The server speaks both languages; the browser is given those of its page, so that nobody loads the other one. */
const known: Partial<Record<Locale, Texts>> = import.meta.env.SSR ? { 'zh-Hant': zhHant, en } : {}

/** In the browser, before anything is rendered: the texts of the page's language. */
export function provideTexts(locale: Locale, texts: Texts): void {
  known[locale] = texts
}

/**
 * The texts of the pages, ready at once, so that the server's markup and the browser's agree.
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
    ns: Object.keys(known[locale] ?? {}),
    resources: known,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return instance
}
