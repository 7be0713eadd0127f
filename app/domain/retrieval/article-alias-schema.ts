import { z } from 'zod'
import { type ContentProblem, findRepeated } from '../shared/content-problem'

/**
 * One file of `content/knowledge/aliases/`: everyday questions and phrases per article of one law.
 * Source: content/knowledge/aliases/README.md.
 */
export const articleAliasFileSchema = z.strictObject({
  law: z.string().min(2),
  articles: z
    .array(
      z.strictObject({
        article: z.string().regex(/^[1-9][0-9]*(?:-[1-9][0-9]*)*$/),
        aliases: z.array(z.string().min(4).max(60)).min(1),
      }),
    )
    .min(1),
})
export type ArticleAliasFile = z.infer<typeof articleAliasFileSchema>

/** The everyday aliases of one article, in every version of its law. */
export type ArticleAliases = { law: string; article: string; aliases: readonly string[] }

/** Finds what the schema cannot see: an article told twice, an alias that repeats inside the file. */
export function checkArticleAliases(file: ArticleAliasFile): ContentProblem[] {
  const articles = file.articles.map((one, i) => ({ path: ['articles', i, 'article'], value: one.article }))
  const aliases = file.articles.flatMap((one, i) =>
    one.aliases.map((value, j) => ({ path: ['articles', i, 'aliases', j], value })),
  )
  return [...findRepeated(articles, 'article'), ...findRepeated(aliases, 'alias')]
}

/** @returns one entry per article over all files; the aliases of an article in several files are put together. */
export function mergeArticleAliases(files: readonly ArticleAliasFile[]): ArticleAliases[] {
  const merged = new Map<string, { law: string; article: string; aliases: string[] }>()
  for (const file of files) {
    for (const { article, aliases } of file.articles) {
      const key = `${file.law}§${article}`
      const known = merged.get(key)
      if (known) known.aliases.push(...aliases.filter((alias) => !known.aliases.includes(alias)))
      else merged.set(key, { law: file.law, article, aliases: [...aliases] })
    }
  }
  return [...merged.values()]
}
