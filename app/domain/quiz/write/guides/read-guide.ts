import type { ItemSource } from '../../item'
import type { WriteContext } from '../candidate'

export type GuideLine = {
  /** As it stands, without the number of a list. */
  text: string
  /** In a numbered list, from 1. */
  number: number | null
  /** What stands before the colon in 「接納：…」; null where there is none. */
  label: string | null
  /** Behind the label; the whole line where there is none. */
  body: string
}

/** One section of a sales guide, in its lines. */
export type GuideSection = {
  source: ItemSource
  title: string
  /** Without its number; empty for the words before the first heading. */
  heading: string
  lines: readonly GuideLine[]
}

const NUMBERED = /^(\d+)\.\s+/u
const LABELLED = /^(「[^」]{2,24}」|[^「」：，。？]{1,16})：(.+)$/u

/** @returns null for a source that is no guide's. */
export function readGuide(source: ItemSource): GuideSection | null {
  if (source.kind !== 'guide') return null
  const heading = (source.headings.at(-1) ?? '').replace(/^\d+[.、]\s*/u, '')
  return { source, title: source.title, heading, lines: source.text.split('\n').flatMap((one) => readLine(one.trim())) }
}

function readLine(line: string): GuideLine[] {
  if (line === '') return []
  const number = NUMBERED.exec(line)
  const text = line.replace(NUMBERED, '')
  const [, label, body] = LABELLED.exec(text) ?? []
  return [{ text, number: number ? Number(number[1]) : null, label: label ?? null, body: body ?? text }]
}

/** @returns the sections of one guide, in its order. */
export function listSections(documentId: string, context: WriteContext): GuideSection[] {
  return context.listSiblings(documentId).flatMap((one) => readGuide(one) ?? [])
}

/** @returns the sections of all guides of this round. */
export function listAllSections(context: WriteContext): GuideSection[] {
  return context.sources.flatMap((one) => readGuide(one) ?? [])
}

/** @returns lines with a label that is theirs alone, as a guide sets out cases or terms. */
export function listLabelled(section: GuideSection): (GuideLine & { label: string })[] {
  const labelled = section.lines.filter((one): one is GuideLine & { label: string } => one.label !== null)
  return labelled.filter((one) => labelled.filter((other) => other.label === one.label).length === 1)
}

/** A sentence of fewer characters says too little by itself. */
const SHORTEST = 10

/** @returns the first sentence, without its full stop; more of them where it is very short. What is said in 「」 stays whole. */
export function shorten(text: string): string {
  let depth = 0
  let end = 0
  for (const [at, one] of [...text].entries()) {
    if (one === '「') depth++
    if (one === '」') depth--
    if (depth === 0 && /[。！？]/u.test(one) && at + 1 >= SHORTEST) {
      end = at + 1
      break
    }
    // A line that begins with what somebody says is that saying.
    if (depth === 0 && one === '」' && text.startsWith('「')) {
      end = at + 1
      break
    }
  }
  return (end > 0 ? text.slice(0, end) : text).replace(/。$/u, '').trim()
}

/** @returns the text in 「」, unless it is a saying already. */
export function quote(text: string): string {
  return text.startsWith('「') ? text : `「${text}」`
}

/** @returns the text without 「（法規 §…）」: a statement can be asked without its source. */
export function dropLaw(text: string): string {
  return text.replace(/（[^（）]*§[^（）]*）/gu, '')
}
