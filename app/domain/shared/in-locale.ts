/** Free of zod, so that a page can choose a language without carrying the schemas to the browser. */
export const LOCALES = ['zh-Hant', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export function inLocale(text: { zh: string; en: string }, locale: Locale): string {
  return locale === 'en' ? text.en : text.zh
}
