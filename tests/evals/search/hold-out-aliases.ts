import type { ArticleAliases } from '../../../app/domain/retrieval/article-alias-schema'
import type { SearchablePassage } from '../../../app/domain/retrieval/search-types'
import { hashText } from '../../../app/domain/shared/seeded-random'
import type { Probe } from './load-search-sets'

/**
 * Takes one alias of each article out and makes a question of it. It tells how well the other aliases and the vocabulary carry over to words that they have not
 * seen; as one author wrote them all, it flatters, and only differences between two ways to search mean anything.
 */
export function holdOutAliases(
  aliases: readonly ArticleAliases[],
  passages: readonly SearchablePassage[],
): { probes: Probe[]; rest: ArticleAliases[] } {
  const ids = new Set(passages.map((one) => one.passage.id))
  const probes: Probe[] = []
  const rest = aliases.map((one) => {
    const id = `${one.law}§${one.article}`
    if (!ids.has(id) || one.aliases.length < 3) return one
    const held = hashText(id) % one.aliases.length
    probes.push({ id, query: one.aliases[held]!, gold: [id] })
    return { ...one, aliases: one.aliases.filter((_, i) => i !== held) }
  })
  return { probes, rest }
}
