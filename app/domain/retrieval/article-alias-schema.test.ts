import { expect, test } from 'vitest'
import { articleAliasFileSchema, checkArticleAliases, mergeArticleAliases } from './article-alias-schema'

const file = (article: string, aliases: string[]) => ({ law: '茶會法', articles: [{ article, aliases }] })

test('takes article numbers as the law writes them', () => {
  expect(articleAliasFileSchema.safeParse(file('107-1', ['可以加奶嗎'])).success).toBe(true)
  for (const article of ['第1條', '01', '1-', ''])
    expect(articleAliasFileSchema.safeParse(file(article, ['可以加奶嗎'])).success).toBe(false)
  expect(articleAliasFileSchema.safeParse(file('1', ['茶'])).success).toBe(false)
})

test('finds repetitions and merges files of one law', () => {
  const twice = {
    law: '茶會法',
    articles: [
      { article: '1', aliases: ['有茶嗎？', '有茶嗎？'] },
      { article: '1', aliases: ['幾點有茶'] },
    ],
  }
  expect(checkArticleAliases(twice).map((one) => one.path.join('.'))).toEqual([
    'articles.1.article',
    'articles.0.aliases.1',
  ])
  expect(mergeArticleAliases([file('1', ['甲甲甲甲']), file('1', ['甲甲甲甲', '乙乙乙乙'])])).toEqual([
    { law: '茶會法', article: '1', aliases: ['甲甲甲甲', '乙乙乙乙'] },
  ])
})
