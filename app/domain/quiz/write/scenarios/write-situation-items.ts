import { fillWording, type ProductWords } from '../../../judging/describe-product'
import type { Insurer, Product } from '../../../knowledge/product-schema'
import type { Persona } from '../../../persona/persona-schema'
import type { Scenario } from '../../../persona/scenario-schema'
import type { Catalogue } from '../../../shared/observation'
import { createSeededRandom, type SeededRandom } from '../../../shared/seeded-random'
import { checkGiveAway } from '../../check/check-give-away'
import type { ItemCitation, ItemContent, ItemSource } from '../../item'
import { buildOptions, cite, namePlace, type OptionDraft } from '../candidate'
import { drawSome } from '../draw-some'
import { describeSituation, describeWords } from './describe-situation'
import { type ClientLine, listClientLines } from './list-client-lines'
import { NO_RULE, type ReplyCite, type ReplySet } from './situation-reply-schema'

/** The part of the content that situations are made of. */
export type SituationContent = {
  situationReplies: readonly ReplySet[]
  personas: ReadonlyMap<string, Persona>
  products: ReadonlyMap<string, Product>
  insurer: Insurer
  catalogue: Catalogue
}

const WRONG_SHOWN = 3
/** Other choices of wrong replies that are tried where the best one could be told by its looks. */
const MOST_TRIES = 12

/**
 * Writes what a client may say in a scenario, each with four replies of which one is best; the others show a fault or violation of the catalogue.
 *
 * @param seed same scenario, sources and seed: the same items.
 * @param sources where the replies are supported: the guides and the scenario's product sheets. A reply set none of whose places is among them is left out.
 */
export function writeSituationItems(
  content: SituationContent,
  scenario: Scenario,
  seed: string,
  sources: readonly ItemSource[],
): ItemContent[] {
  const persona = content.personas.get(scenario.persona)
  if (!persona) return []
  const lines = [...listClientLines(scenario), ...listClientLines(persona)]
  return lines.flatMap((line) => {
    const found = findReplies(line, scenario, content.situationReplies)
    if (!found) return []
    const product = found.productId === null ? null : (content.products.get(found.productId) ?? null)
    const random = createSeededRandom(`${seed} ${scenario.id} ${line.key}`)
    return writeSituation({ content, scenario, persona, line, replies: found.replies, product, sources }, random)
  })
}

type Found = { replies: ReplySet; productId: string | null }

/** @returns the replies to a line, with the product of the scenario that it is about. */
function findReplies(line: ClientLine, scenario: Scenario, sets: readonly ReplySet[]): Found | null {
  const spoken = scenario.products.filter((one) => line.products.length === 0 || line.products.includes(one))
  if (line.products.length > 0 && spoken.length === 0) return null
  for (const replies of sets) {
    if (!replies.about.includes(line.key)) continue
    const productId = spoken.find((one) => replies.products.length === 0 || replies.products.includes(one))
    if (productId !== undefined) return { replies, productId }
    if (replies.products.length === 0) return { replies, productId: null }
  }
  return null
}

type Draft = {
  content: SituationContent
  scenario: Scenario
  persona: Persona
  line: ClientLine
  replies: ReplySet
  product: Product | null
  sources: readonly ItemSource[]
}

function writeSituation(draft: Draft, random: SeededRandom): ItemContent[] {
  const { content, scenario, persona, line, replies, product, sources } = draft
  const words = describeWords(product, content.insurer, persona.address)
  const citations = replies.cite.flatMap((one) => findCitation(one, product, sources) ?? [])
  const best = replies.best.flatMap((one) => fillWording(one, words) ?? [])
  if (citations.length === 0 || best.length === 0) return []
  const common = {
    type: 'situation' as const,
    stem: `${persona.address}${line.kind === 'worry' ? '在意的' : '問的'}是「${replies.asks}」。下面哪一個回應最好？`,
    situation: describeSituation(scenario, persona, product),
    clientSays: line.says,
    scenarioId: scenario.id,
    explanation: explain(replies, sources, citations),
    citations,
    difficulty: replies.difficulty,
    ability: 'apply' as const,
    dimension: replies.dimension,
  }
  const key = { text: random.pick(best), reason: replies.why }
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const wrong = pickWrong(draft, words, random)
    const item: ItemContent = { ...common, options: buildOptions([key], wrong) }
    if (wrong.length === WRONG_SHOWN && checkGiveAway(item).length === 0) return [item]
  }
  return []
}

function pickWrong({ content, replies }: Draft, words: ProductWords, random: SeededRandom): OptionDraft[] {
  return drawSome(replies.wrong, WRONG_SHOWN, random).flatMap((reply): OptionDraft[] => {
    const text = fillWording(reply.say, words)
    return text === null ? [] : [{ text, reason: nameFault(reply, content.catalogue) }]
  })
}

/** @returns 「保證獲利或保本：…（保險業務員管理規則 §19-1-1）」: the fault's name, what is wrong, and the rule where the catalogue cites one. */
function nameFault({ code, cite: chosen, why }: ReplySet['wrong'][number], catalogue: Catalogue): string {
  const entry = catalogue.entries.get(code)
  const rule = chosen === undefined ? entry?.cite[0] : chosen === NO_RULE ? undefined : chosen
  const name = entry && !why.includes(entry.zh) ? `${entry.zh}：` : ''
  return `${name}${why}${rule ? `（${rule}）` : ''}。`
}

function findCitation(place: ReplyCite, product: Product | null, sources: readonly ItemSource[]): ItemCitation | null {
  const found = sources.find((one) =>
    'guide' in place
      ? one.documentId === place.guide && (one.headings.at(-1) ?? '').replace(/^\d+[.、]\s*/u, '') === place.heading
      : one.documentId === product?.id && one.article === place.clause,
  )
  return found ? cite(found) : null
}

function explain(replies: ReplySet, sources: readonly ItemSource[], citations: readonly ItemCitation[]): string {
  const places = citations.flatMap(({ passageId }) => sources.find((one) => one.passageId === passageId) ?? [])
  return `${replies.why}參考：${places.map(namePlace).join('、')}。`
}
