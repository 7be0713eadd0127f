import type { Content } from '../../domain/content'
import type { ScorecardCitations } from '../../domain/knowledge/knowledge-ports'
import { findCitedArticle, readCitation } from '../../domain/knowledge/read-citation'
import type { Localised } from '../../domain/shared/localised'

/** Something that stands on a passage. @param article null where it cites the document as a whole. */
export type Citing = {
  kind: 'observation' | 'duty' | 'scenario' | 'scorecard' | 'course' | 'item'
  id: string
  label: Localised
  cite: string
  article: string | null
}
/** The document that is cited, with the articles that any of its texts has. */
export type CitedDocument = { id: string; title: string; articles: ReadonlySet<string> }

type SourceCitation = Omit<Citing, 'article'>

/** Citations of statutes in the catalogue of observations and in the duties. */
function listContentCitations(content: Pick<Content, 'catalogue' | 'duties'>): SourceCitation[] {
  const observations = [...content.catalogue.entries.values()].flatMap(({ code, zh, en, cite }) =>
    cite.map((one) => ({ kind: 'observation' as const, id: code, label: { zh, en }, cite: one })),
  )
  const duties = content.duties.duties.flatMap((duty) => {
    const cites = new Set([...duty.binds.flatMap((rule) => rule.cite), ...duty.goodPractice.cite])
    return [...cites].map((cite) => ({ kind: 'duty' as const, id: duty.id, label: duty.name, cite }))
  })
  return [...observations, ...duties]
}

function listScorecardCitations(
  cards: readonly ScorecardCitations[],
  content: Pick<Content, 'scenarios'>,
): SourceCitation[] {
  return cards.flatMap(({ roleplayId, personName, scenarioId, startedAt, cites }) => {
    const title = content.scenarios.get(scenarioId)?.title ?? { zh: scenarioId, en: scenarioId }
    const day = startedAt.toISOString().slice(0, 10)
    const label = { zh: `${personName}・${title.zh}・${day}`, en: `${personName} · ${title.en} · ${day}` }
    return cites.map((cite) => ({ kind: 'scorecard' as const, id: roleplayId, label, cite }))
  })
}

/** Finds what stands on a document: rules and duties by their citations, scenarios by their products, scorecards by both. */
export function findCiting(
  document: CitedDocument,
  content: Pick<Content, 'catalogue' | 'duties' | 'scenarios'>,
  cards: readonly ScorecardCitations[],
): Citing[] {
  const scenarios = [...content.scenarios.values()].filter((one) => one.products.includes(document.id))
  const byProduct = scenarios.map(
    (one): Citing => ({ kind: 'scenario', id: one.id, label: one.title, cite: document.title, article: null }),
  )
  const byLaw = [...listContentCitations(content), ...listScorecardCitations(cards, content)].flatMap((one) => {
    const article = matchCitation(document, one.cite)
    return article === undefined ? [] : [{ ...one, article }]
  })
  return [...byLaw, ...byProduct]
}

/** @returns the article cited, null for the document as a whole or an article that it does not have, undefined when another document is cited. */
function matchCitation(document: CitedDocument, cite: string): string | null | undefined {
  // A passage's id names document, version and article: 保險法@2025-06-18#64.
  const byId = /^(.+)@[^@#]+#(.+)$/u.exec(cite)
  if (byId) return byId[1] === document.id ? byId[2]! : undefined
  const citation = readCitation(cite)
  if (!citation) return cite === document.title ? null : undefined
  return citation.law === document.title ? findCitedArticle(citation, (one) => document.articles.has(one)) : undefined
}
