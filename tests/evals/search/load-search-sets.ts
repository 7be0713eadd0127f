import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { isDeleted } from '../../../app/domain/knowledge/diff-versions'
import { parseLawJson } from '../../../app/domain/knowledge/parse-law-json'
import { parseLawMarkdown } from '../../../app/domain/knowledge/parse-law-markdown'
import type { ParsedDocument } from '../../../app/domain/knowledge/parsed-document'
import { placePassages } from '../../../app/domain/knowledge/passage'
import { buildLawNames, parseLawQuery } from '../../../app/domain/retrieval/parse-law-query'
import type { SearchablePassage } from '../../../app/domain/retrieval/search-types'

/** A question and the passages that answer it. */
export type Probe = { id: string; query: string; gold: readonly string[] }
export type SearchSet = { name: string; passages: readonly SearchablePassage[]; probes: readonly Probe[] }

function readJson<T>(file: string): T {
  return JSON.parse(fs.readFileSync(file, 'utf8').replace(/^\uFEFF/u, '')) as T
}

function parseFolder(
  folder: string,
  pattern: RegExp,
  parse: (source: string) => ReturnType<typeof parseLawJson>,
): ParsedDocument[] {
  return fs
    .readdirSync(folder)
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => {
      const result = parse(fs.readFileSync(path.join(folder, file), 'utf8'))
      if (result.status === 'refused') throw new Error(`${file}: ${JSON.stringify(result.faults)}`)
      return result.document
    })
}

/** The newest text of every law at hand, without articles that are only kept as a number. Ids are `law§article`. */
export function loadLawPassages(dataDir: string): SearchablePassage[] {
  const laws = new Map<string, ParsedDocument>()
  for (const law of parseFolder(path.join(dataDir, 'moj-law-json-20241011'), /^[A-Z]\d{7}\.json$/, parseLawJson))
    laws.set(law.title, law)
  for (const law of parseFolder(path.join(dataDir, 'taiwan-laws-md-20260817'), /^[^A-Z].*\.md$/, parseLawMarkdown))
    laws.set(law.title, law)
  return [...laws.values()].flatMap((law) =>
    placePassages({ id: law.title, kind: 'regulation', title: law.title }, law.amendedOn!, law.passages)
      .filter((passage) => !isDeleted(passage))
      .map((passage) => ({
        passage: { ...passage, id: `${law.title}§${passage.article}` },
        kind: 'regulation' as const,
        title: law.title,
        effectiveFrom: law.effectiveFrom,
        effectiveTo: null,
      })),
  )
}

type DrcdFile = {
  data: { title: string; paragraphs: { id: string; context: string; qas: { id: string; question: string }[] }[] }[]
}

/** Questions that were written from a paragraph, and that paragraph. */
export function loadDrcd(dataDir: string, part: 'dev' | 'test'): SearchSet {
  const { data } = readJson<DrcdFile>(path.join(dataDir, 'DRCD', `DRCD_${part}.json`))
  const paragraphs = data.flatMap(({ title, paragraphs: some }) => some.map((one) => ({ title, ...one })))
  return {
    name: `DRCD ${part}`,
    passages: paragraphs.map(({ id, title, context }) => ({
      passage: { id, article: null, headings: [], text: context },
      kind: 'guide',
      title,
      effectiveFrom: null,
      effectiveTo: null,
    })),
    probes: paragraphs.flatMap(({ id, qas }) => qas.map((qa) => ({ id: qa.id, query: qa.question, gold: [id] }))),
  }
}

export function loadEveryday(dataDir: string, passages: readonly SearchablePassage[]): SearchSet {
  const questions = readJson<{ id: string; question: string; gold: string[] }[]>(
    path.join(dataDir, 'law-questions', 'dev-60.json'),
  )
  return {
    name: 'everyday dev-60',
    passages,
    probes: questions.map(({ id, question, gold }) => ({ id, query: question, gold })),
  }
}

/** Our own questions, `probes.yaml`. */
export function loadProbes(rootDir: string, passages: readonly SearchablePassage[]): SearchSet {
  const file = path.join(rootDir, 'tests/evals/search/probes.yaml')
  const questions = parse(fs.readFileSync(file, 'utf8')) as { question: string; gold: string[] }[]
  return {
    name: 'everyday, our own',
    passages,
    probes: questions.map(({ question, gold }, i) => ({ id: `own-${i + 1}`, query: question, gold })),
  }
}

type ExamQuestion = { question: string; options: Record<string, string>; answer: string; year: number }

/**
 * Exam questions that cite an article of a law at hand, with every citation removed: 「依保險法第 64 條之規定，…」 becomes 「依 之規定，…」. The query is the
 * question with its options, as somebody who practises would paste it; what is cited only in an option is no gold, for there it may be the wrong answer.
 */
export function loadExam(dataDir: string, passages: readonly SearchablePassage[]): SearchSet {
  const questions = readJson<ExamQuestion[]>(path.join(dataDir, 'broker-exam-99-114', 'questions.json'))
  const ids = new Set(passages.map((one) => one.passage.id))
  const names = buildLawNames([...new Set(passages.map((one) => one.title))], {})
  const probes = questions.flatMap((one, i): Probe[] => {
    const { references, rest } = parseLawQuery(one.question, names)
    const gold = [
      ...new Set(
        references.filter(({ law, article }) => law && article).map(({ law, article }) => `${law}§${article}`),
      ),
    ].filter((id) => ids.has(id))
    const options = Object.values(one.options).map((option) => parseLawQuery(option, names).rest)
    const query = [rest, ...options].join(' ').replace(/第\s*\d+\s*條/gu, ' ')
    return gold.length === 0 ? [] : [{ id: `exam-${one.year}-${i}`, query, gold }]
  })
  return { name: 'exam → article', passages, probes }
}
