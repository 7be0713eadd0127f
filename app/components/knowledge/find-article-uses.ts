import type { Content } from '~/domain/content'
import { inLocale, type Locale } from '~/domain/shared/localised'

export type ArticleUse = { id: string; name: string; why: string | null; isBreach: boolean }

/** What an article stands behind in the practice: duties with their reason, then what is heard in a sentence; breaches first. */
export function findArticleUses(
  { duties, catalogue }: Pick<Content, 'duties' | 'catalogue'>,
  cite: string,
  locale: Locale,
): ArticleUse[] {
  const heard = [...catalogue.entries.values()]
    .filter((entry) => entry.cite.includes(cite))
    .map((entry) => ({
      id: entry.code,
      name: inLocale(entry, locale),
      why: null,
      isBreach: entry.polarity === 'violation',
    }))
  const due = duties.duties.flatMap((duty) => {
    const rule = duty.binds.find((one) => one.cite.includes(cite))
    return rule
      ? [{ id: duty.id, name: inLocale(duty.name, locale), why: inLocale(rule.why, locale), isBreach: false }]
      : []
  })
  return [...heard.filter((one) => one.isBreach), ...due, ...heard.filter((one) => !one.isBreach)]
}
