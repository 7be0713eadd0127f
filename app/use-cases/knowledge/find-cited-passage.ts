import type { Actor } from '../../domain/governance/authorise'
import { readCitation } from '../../domain/knowledge/read-citation'
import { searchKnowledge } from './search-knowledge'

const HITS = 5

/**
 * The passage that a citation of our content means, as it stood on a day.
 *
 * @param input.cite as 「保險業務員管理規則 §19-1-1」. Two numbers are a branch (§167-1) where the law has it, else article and paragraph.
 * @param input.asOf local date; today in Taiwan when left out.
 * @returns null when it is no citation, or that law has not been imported.
 */
export async function findCitedPassage(
  deps: Parameters<typeof searchKnowledge>[0],
  actor: Actor,
  input: { cite: string; asOf?: string | undefined },
): Promise<string | null> {
  const citation = readCitation(input.cite)
  if (!citation) return null
  const [first, second] = citation.numbers
  const branch = second === undefined ? [] : [`${first}-${second}`]
  const candidates = citation.numbers.length === 2 ? [...branch, first!] : [first!, ...branch]
  for (const article of candidates) {
    const query = `${citation.law}第${article.replace('-', '條之')}${article.includes('-') ? '' : '條'}`
    const { hits } = await searchKnowledge(deps, actor, { query, k: HITS, kind: 'regulation', asOf: input.asOf })
    const found = hits.find((hit) => hit.version.title === citation.law && hit.passage.article === article)
    if (found) return found.passage.id
  }
  return null
}
