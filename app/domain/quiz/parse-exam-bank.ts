import { z } from 'zod'
import { hashText } from '../shared/seeded-random'
import type { ItemContent } from './item'

const rowSchema = z.object({
  year: z.number().int().min(50).max(999),
  section: z.string().trim().min(1).max(60),
  type: z.string().trim().min(1).max(30),
  question: z.string().trim().min(1).max(2_000),
  options: z.record(z.string().regex(/^[A-H]$/), z.string().trim().min(1).max(700)),
  answer: z.string().regex(/^[A-H]{1,8}$/),
})

/** One paper as it was set: a year, a section and a branch of the profession. */
export type ExamPaper = {
  /** The same for every import of the same paper. */
  id: string
  /** Of the Republic: 114 is 2025. */
  year: number
  section: string
  branch: string
  items: { id: string; content: ItemContent }[]
}
export type ExamBank = { papers: ExamPaper[]; faults: { row: number; reason: string }[] }

/** The branches of the insurance-broker examination. */
const BRANCHES: Readonly<Record<string, string>> = { life: '人身', property: '財產' }

/**
 * Reads a bank of national examination questions: a JSON list of `{year, section, type, question, options: {A: …}, answer}`.
 *
 * An answer of several letters means that the examiners accepted each of them. Years are those of the Republic of China.
 * @returns papers from the newest to the oldest, questions in the order of the file, and every row that could not be read.
 */
export function parseExamBank(json: string): ExamBank | null {
  let rows: unknown
  try {
    rows = JSON.parse(json)
  } catch {
    return null
  }
  if (!Array.isArray(rows)) return null
  const papers = new Map<string, ExamPaper>()
  const faults: ExamBank['faults'] = []
  for (const [at, row] of rows.entries()) {
    const read = readRow(row)
    if (typeof read === 'string') {
      faults.push({ row: at + 1, reason: read })
      continue
    }
    const { year, section, branch, content } = read
    const id = `exam-${year}-${hashText(`${section} ${branch}`).toString(36)}`
    const paper = papers.get(id) ?? { id, year, section, branch, items: [] }
    paper.items.push({ id: `${id}-${paper.items.length + 1}`, content })
    papers.set(id, paper)
  }
  const ordered = [...papers.values()].sort((a, b) => b.year - a.year || a.section.localeCompare(b.section, 'zh-Hant'))
  return { papers: ordered, faults }
}

function readRow(row: unknown) {
  const read = rowSchema.safeParse(row)
  if (!read.success) {
    const [issue] = read.error.issues
    return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
  }
  const { year, section, type, question, options, answer } = read.data
  const letters = Object.keys(options).sort()
  if (letters.length < 2) return 'options: fewer than two'
  const keys = new Set(answer)
  const stray = [...keys].find((letter) => !letters.includes(letter))
  if (stray) return `answer: there is no option ${stray}`
  const content: ItemContent = {
    type: 'single',
    stem: question,
    options: letters.map((letter) => ({
      id: letter.toLowerCase(),
      text: options[letter]!,
      isKey: keys.has(letter),
      reason: '',
    })),
    explanation: '',
    citations: [],
    difficulty: 2,
    ability: 'understand',
    dimension: null,
  }
  return { year, section, branch: BRANCHES[type] ?? type, content }
}
