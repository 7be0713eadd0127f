import type { DocumentKind, Paragraph } from '../knowledge/passage'
import { formatProvision } from '../knowledge/split-provisions'
import { normaliseText } from './normalise-text'
import type { HitExplanation } from './search-types'
import { tokenise } from './tokenise'

/** A passage that search found, best first. */
export type SourcePassage = {
  id: string
  kind: DocumentKind
  /** 保險法, or the title of a guide. */
  document: string
  article: string | null
  headings: readonly string[]
  text: string
  paragraphs: readonly Paragraph[]
  score: number
}

/** One sentence of an answer and the passage it is taken from. `cite` is how people write the place: 保險法 §64 第2項. */
export type AnswerSentence = { text: string; passageId: string; cite: string }

const MAX_SENTENCES = 3
const MAX_PASSAGES = 3
/** A passage that is so much weaker than the best one would only distract. */
const MIN_PASSAGE_SHARE = 0.6
/** Of the best sentence's score: for the best one of another passage, and for any further one. */
const MIN_LEADER_SHARE = 0.35
const MIN_SENTENCE_SHARE = 0.6
const MAX_CHARACTERS = 320
/** How much less a sentence counts with each place of its passage in the ranking. */
const RANK_FACTOR = 0.8

/** What a question must share with its best passage to be answered from it; each alone is enough. Figures in docs/search.md, "Good enough". */
const MIN_TRADE_SHARE = 0.03
/** Beside a word of the trade, of which 手機 and 申請 are some too. */
const MIN_SHARED_WITH_TRADE = 0.31
const MIN_SHARED = 0.45
const MIN_ALIAS_LIKENESS = 0.3

/**
 * Whether a hit is about the matter of the question, and not only rich in its words: it shares a word of the trade (synonym or concept) and some of the question, much of
 * the question, or is like an everyday question to that article. Stricter than the search's own "good enough", which must also show what is merely near.
 */
export function isOnTopic(explain: Pick<HitExplanation, 'isNamedArticle' | 'isNamedLaw' | 'alias' | 'terms'>): boolean {
  if (explain.isNamedArticle || explain.isNamedLaw) return true
  const share = (isCounted: (term: string) => boolean) =>
    explain.terms.filter((one) => isCounted(one.term)).reduce((sum, one) => sum + one.share, 0)
  const shared = share(() => true)
  return (
    (explain.alias?.likeness ?? 0) >= MIN_ALIAS_LIKENESS ||
    (shared >= MIN_SHARED_WITH_TRADE && share((term) => /^[=~]/u.test(term)) >= MIN_TRADE_SHARE) ||
    shared >= MIN_SHARED
  )
}

type Unit = { text: string; passage: number; order: number; paragraph: number | null; terms: Set<string> }

/**
 * Answers out of the sources' own sentences: the few that share most with the question, each with its place. Nothing is worded anew, so nothing can be invented.
 *
 * @param passages best first; an empty list gives an empty answer.
 * @returns at most three sentences, in the order of ranking and text.
 */
export function answerQuestion(question: string, passages: readonly SourcePassage[]): AnswerSentence[] {
  const best = passages[0]?.score ?? 0
  const used = passages.slice(0, MAX_PASSAGES).filter((one) => one.score >= best * MIN_PASSAGE_SHARE)
  const units = used.flatMap((passage, i) => cutUnits(passage, i))
  const wanted = collectTerms(question)
  const rarity = countRarity(units)
  const scored = units.map((unit) => ({ unit, score: scoreUnit(unit, wanted, rarity) }))
  return pickUnits(scored)
    .map(({ unit }) => unit)
    .sort((a, b) => a.passage - b.passage || a.order - b.order)
    .map((unit) => {
      const passage = used[unit.passage]!
      return { text: unit.text, passageId: passage.id, cite: formatCite(passage, unit.paragraph) }
    })
}

/** The best sentence of each passage first: a product sheet and the law behind it say more together than two sentences of one. */
function pickUnits(scored: readonly { unit: Unit; score: number }[]): { unit: Unit; score: number }[] {
  const ranked = [...scored].sort(
    (a, b) => b.score - a.score || a.unit.passage - b.unit.passage || a.unit.order - b.unit.order,
  )
  const top = ranked[0]?.score ?? 0
  const leaders = ranked.filter((one, i) => ranked.findIndex((other) => other.unit.passage === one.unit.passage) === i)
  const picked = leaders.filter((one) => one.score >= top * MIN_LEADER_SHARE)
  const others = ranked.filter((one) => !leaders.includes(one) && one.score >= top * MIN_SENTENCE_SHARE)
  return [...picked, ...others].slice(0, MAX_SENTENCES)
}

/** @returns 「保險法 §64 第2項」 for a law, 「美元利率變動型… › 費用」 for the rest. */
export function formatCite(
  passage: Pick<SourcePassage, 'kind' | 'document' | 'article' | 'headings'> & { paragraphs?: readonly unknown[] },
  paragraph: number | null = null,
): string {
  if (passage.kind === 'regulation' && passage.article !== null) {
    const place =
      paragraph !== null && (passage.paragraphs?.length ?? 0) > 1 ? ` ${formatProvision({ paragraph })}` : ''
    return `${passage.document} §${passage.article}${place}`
  }
  const last = passage.article ?? passage.headings.at(-1)
  return last && last !== passage.document ? `${passage.document} › ${last}` : passage.document
}

/** A paragraph of a law with its items is one unit: an introduction without its list says nothing. Other texts are cut into sentences. */
function cutUnits(passage: SourcePassage, index: number): Unit[] {
  const texts = passage.paragraphs.flatMap((paragraph): { text: string; paragraph: number | null }[] => {
    if (passage.kind === 'regulation') {
      const items = paragraph.items.map((item) => item.text)
      return [{ text: shorten([paragraph.text, ...items].join(' ')), paragraph: paragraph.number }]
    }
    return [paragraph.text, ...paragraph.items.map((item) => item.text)]
      .flatMap(cutSentences)
      .map((text) => ({ text, paragraph: null }))
  })
  return texts.map(({ text, paragraph }, order) => ({
    text,
    passage: index,
    order,
    paragraph,
    terms: collectTerms(`${passage.document} ${passage.headings.join(' ')} ${text}`),
  }))
}

/** A question in a guide asks; it states nothing. */
const QUESTION = /[？?][」』）)]?$/u

function cutSentences(text: string): string[] {
  return (text.match(/[^。！？!?\n]+[。！？!?]?[」』）)]?/gu) ?? [])
    .map((one) => shorten(one.trim()))
    .filter((one) => one.length > 3 && !QUESTION.test(one))
}

function shorten(text: string): string {
  const characters = [...text]
  if (characters.length <= MAX_CHARACTERS) return text
  const cut = characters.slice(0, MAX_CHARACTERS).join('')
  const end = Math.max(cut.lastIndexOf('。'), cut.lastIndexOf('；'))
  return end > MAX_CHARACTERS / 2 ? cut.slice(0, end + 1) : `${cut}…`
}

function collectTerms(text: string): Set<string> {
  const terms = new Set<string>()
  tokenise(normaliseText(text), (term) => {
    if (term.length > 1 || /\d/u.test(term)) terms.add(term)
  })
  return terms
}

function countRarity(units: readonly Unit[]): (term: string) => number {
  const counts = new Map<string, number>()
  for (const unit of units) for (const term of unit.terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (term) => Math.log(1 + (units.length + 1) / (counts.get(term) ?? 0.5))
}

function scoreUnit(unit: Unit, wanted: ReadonlySet<string>, rarity: (term: string) => number): number {
  let score = 0
  for (const term of wanted) if (unit.terms.has(term)) score += rarity(term)
  // Also a sentence that shares no word can answer, when its passage was found by an everyday alias.
  const base = unit.order === 0 ? 0.5 : 0.2
  return (score + base) * RANK_FACTOR ** unit.passage
}
