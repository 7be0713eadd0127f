import { readChineseNumber } from '../knowledge/read-chinese-number'
import { normaliseText } from './normalise-text'

/** Names by which a law is called, its own included; normalised. The longest is tried first. */
export type LawNames = readonly { name: string; law: string }[]

export type LawReference = { law: string | null; article: string | null }

export type LawQuery = {
  references: readonly LawReference[]
  /** The query without its references, normalised: what else it asks. */
  rest: string
}

const NUMBER = '([0-9]+|[零〇一二三四五六七八九十百千]+)'
const HAN_DIGITS = '[0-9一二三四五六七八九十]+'
/** Behind an article's number: -1, 條, 條之1, 之1. */
const TAIL = `(?:-\\s*([0-9]+)\\s*條?|條(?:\\s*之\\s*(${HAN_DIGITS}))?|之\\s*(${HAN_DIGITS})(?=$|[^年月日天元萬%個歲次]))`
/** 第64條之1, 第六十四條, §64-1, §64. */
const MARKED_ARTICLE = new RegExp(`(?:第|§)\\s*${NUMBER}\\s*${TAIL}|§\\s*([0-9]+)`, 'u')
/** The same without a mark, 64條 or a bare 64: it counts only right behind a law's name, and not as a measure. */
const BEHIND_NAME = new RegExp(
  `^\\s*(?:(?:第|§)?\\s*${NUMBER}\\s*${TAIL}|(?:第|§)?\\s*([0-9]+)(?!\\s*[0-9年月日天元萬%.個歲次]))`,
  'u',
)

/** @returns all names sorted for `parseLawQuery`. @param aliases law → other names. */
export function buildLawNames(laws: readonly string[], aliases: Readonly<Record<string, readonly string[]>>): LawNames {
  const names = laws.flatMap((law) =>
    [law, ...(aliases[law] ?? [])].map((name) => ({ name: normaliseText(name), law })),
  )
  return names.sort((a, b) => b.name.length - a.name.length || a.name.localeCompare(b.name))
}

/**
 * Reads references to laws and articles out of a query: 「保險法64」, 「業管規19條」, 「保險法第64條之1」, 「民法第一千一百三十八條」, 「§64」, a law's name alone.
 *
 * An article without a law, 「第64條」, is a reference with `law` null, unless the query names one law only: then it is that law's. Money, dates and ages are
 * no articles: 「保險法 30 天」 names the law only.
 */
export function parseLawQuery(query: string, names: LawNames): LawQuery {
  let rest = normaliseText(query)
  const references: { law: string | null; article: string | null }[] = []
  for (const { name, law } of names) {
    let at = rest.indexOf(name)
    while (at >= 0) {
      const behind = BEHIND_NAME.exec(rest.slice(at + name.length))
      const article = behind ? formatArticle(behind) : null
      references.push({ law, article })
      const end = at + name.length + (behind?.[0].length ?? 0)
      rest = `${rest.slice(0, at)}\u0000${rest.slice(end)}`
      at = rest.indexOf(name)
    }
  }
  const loose = MARKED_ARTICLE.exec(rest)
  if (loose) {
    rest = `${rest.slice(0, loose.index)}\u0000${rest.slice(loose.index + loose[0].length)}`
    const article = formatArticle(loose)
    const bare = references.filter((one) => one.article === null)
    if (references.length === 1 && bare.length === 1) bare[0]!.article = article
    else references.push({ law: null, article })
  }
  return { references, rest: rest.replace(/\0(?:第[0-9一二三四五六七八九十]+[項款目])*/gu, ' ').trim() }
}

/** Groups: number, branch behind "-", behind 條之, behind 之, or the bare number. */
function formatArticle(match: RegExpExecArray): string | null {
  const [, marked, dash, afterArticle, afterBare, bare] = match
  const number = readChineseNumber(marked ?? bare ?? '')
  if (number === null || number === 0) return null
  const branch = dash ?? afterArticle ?? afterBare
  const branchNumber = branch === undefined ? null : readChineseNumber(branch)
  return branchNumber === null ? String(number) : `${number}-${branchNumber}`
}
