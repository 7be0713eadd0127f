import type { Persona } from '../../../persona/persona-schema'
import type { Scenario } from '../../../persona/scenario-schema'
import type { ContentProblem } from '../../../shared/content-problem'
import type { Catalogue } from '../../../shared/observation'
import { listClientLines } from './list-client-lines'
import { NO_RULE, type ReplySet } from './situation-reply-schema'

type Known = {
  catalogue: Catalogue
  personas: ReadonlyMap<string, Persona>
  scenarios: ReadonlyMap<string, Scenario>
  productIds: ReadonlySet<string>
  guideIds: ReadonlySet<string>
}

/** @returns what leads nowhere: lines, products, guides, and codes that are no fault; ids that occur twice, and a line that two sets answer for the same product. */
export function checkSituationReplies(sets: readonly ReplySet[], known: Known): ContentProblem[] {
  const owners = [...known.personas.values(), ...known.scenarios.values()]
  const lines = new Set(owners.flatMap(listClientLines).map((one) => one.key))
  const answered = new Set<string>()
  const seen = new Set<string>()
  return sets.flatMap((set, at): ContentProblem[] => {
    const problem = (key: string, message: string): ContentProblem => ({ path: ['sets', at, key], message })
    const twice = seen.has(set.id) ? [problem('id', `'${set.id}' occurs twice`)] : []
    seen.add(set.id)
    const pairs = set.about.flatMap((line) =>
      (set.products.length > 0 ? set.products : ['']).map((one) => `${line} ${one}`),
    )
    const again = pairs.filter((one) => answered.has(one))
    for (const one of pairs) answered.add(one)
    return [
      ...twice,
      ...again.map((one) => problem('about', `'${one.trim()}' is answered before`)),
      ...set.about.filter((one) => !lines.has(one)).map((one) => problem('about', `there is no line '${one}'`)),
      ...set.products
        .filter((one) => !known.productIds.has(one))
        .map((one) => problem('products', `there is no product '${one}'`)),
      ...set.cite
        .filter((one) => 'guide' in one && !known.guideIds.has(one.guide))
        .map(() => problem('cite', 'names a guide that does not exist')),
      ...set.wrong
        .filter(({ code }) => (known.catalogue.entries.get(code)?.polarity ?? 'good') === 'good')
        .map(({ code }) => problem('wrong', `'${code}' is no fault or violation`)),
      ...set.wrong
        .filter(({ code, cite }) => cite && cite !== NO_RULE && !known.catalogue.entries.get(code)?.cite.includes(cite))
        .map(({ code, cite }) => problem('wrong', `'${code}' has no rule '${cite}'`)),
    ]
  })
}
