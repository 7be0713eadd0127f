/** A place in a law as our content cites it: 「保險業招攬及核保理賠辦法 §6-1-11(1)」. */
export type Citation = { law: string; numbers: readonly string[]; subItem: string | null }

/** @returns the parts of a citation, or null for what is none. */
export function readCitation(text: string): Citation | null {
  const parts = /^(.+?)\s*§\s*(\d+(?:-\d+)*)(?:[（(](\d+)[)）])?/u.exec(text.trim())
  return parts ? { law: parts[1]!, numbers: parts[2]!.split('-'), subItem: parts[3] ?? null } : null
}

/**
 * Finds the article that a citation means. Our citations write article-paragraph-item with hyphens (§19-1-8: article 19, paragraph 1, item 8), and the branch of an
 * article too (§167-1: article 167-1). Two numbers are a branch where the law has it, else a paragraph; of three or more the first is
 * the article where the law has it, and only then the branch.
 *
 * @param hasArticle whether the law has that article.
 */
export function findCitedArticle(citation: Citation, hasArticle: (article: string) => boolean): string | null {
  const [first, second] = citation.numbers
  const branch = second === undefined ? null : `${first}-${second}`
  const candidates = citation.numbers.length === 2 ? [branch, first] : [first, branch]
  return candidates.find((one) => one !== null && one !== undefined && hasArticle(one)) ?? null
}
