import { DUTY_STAGES, type Duty } from '../judging/duty-schema'
import { matchCondition, type TalkFacts } from '../judging/match-condition'
import type { ItemSource } from '../quiz/item'
import { findMeasures } from '../retrieval/find-measures'
import { normaliseText } from '../retrieval/normalise-text'
import type { CitedText } from './course'
import { type CourseLibrary, citeLaw } from './course-library'
import { LESSON_CUES } from './lesson-cues'
import { citeSource, isHeldBy } from './pick-key-points'

/** A duty as it stands for a client and product, or in general where no talk is given. */
export type DutyForCourse = {
  id: string
  name: string
  /** Why it matters, in our words. */
  why: string
  /** What the law says of it, or that it is good practice. */
  basis: string
  force: 'law' | 'good-practice'
  cite: readonly string[]
  /** By which it is met. */
  codes: readonly string[]
}

/** @param facts null: in general, as the first rule has it. */
export function describeDuty(duty: Duty, facts: TalkFacts | null): DutyForCourse {
  const rule = facts ? duty.binds.find((one) => matchCondition(one.when, facts)) : duty.binds[0]
  const basis = rule ?? duty.goodPractice
  return {
    id: duty.id,
    name: duty.name.zh,
    why: duty.why.zh,
    basis: basis.why.zh,
    force: rule ? 'law' : 'good-practice',
    cite: basis.cite,
    codes: [...duty.meetBy.all, ...duty.meetBy.any],
  }
}

/** The duties that these codes meet, in the order in which a talk comes to them. */
export function findDutiesFor(duties: readonly Duty[], codes: readonly string[]): Duty[] {
  const wanted = new Set(codes)
  return duties
    .filter((duty) => [...duty.meetBy.any, ...duty.meetBy.all].some((code) => wanted.has(code)))
    .sort((a, b) => DUTY_STAGES.indexOf(a.dueFrom) - DUTY_STAGES.indexOf(b.dueFrom))
}

/**
 * Entries to tick off before and in a talk. A duty's legal ground is told only with its place, and only as far as the words there hold its numbers; where
 * the law is not in the knowledge base the entry is advice without a place, or leans on a sheet that says the same.
 *
 * @param near passages of the lesson: looked at first.
 */
export function buildChecklist(
  duties: readonly DutyForCourse[],
  library: CourseLibrary,
  near: readonly ItemSource[] = [],
): CitedText[] {
  return duties.map((duty) => groundDuty(duty, library, near))
}

/** @returns the duty's name with what can be told of it: 「name：why」, or the name alone. */
export function groundDuty(duty: DutyForCourse, library: CourseLibrary, near: readonly ItemSource[]): CitedText {
  const about = `${duty.name}${duty.basis}`
  const found = duty.cite.flatMap((cite) => citeLaw(library, cite, about) ?? [])
  const sources = found.map((one) => one.source)
  const whole = `${duty.name}：${duty.why}${duty.basis}`
  const short = `${duty.name}：${duty.basis}`
  const text = sources.length > 0 ? [whole, short].find((one) => isHeldBy(one, sources)) : undefined
  if (text) return { text, citations: dropRepeated(found.flatMap((one) => one.citations)) }
  const advice = `${duty.name}：${duty.why}`
  if (isAdvice(advice)) return { text: advice, citations: [] }
  const sheet = findSheet(advice, duty.codes, [...near, ...library.leaflets])
  return sheet ? { text: advice, citations: [citeSource(sheet)] } : { text: duty.name, citations: [] }
}

/** A passage about the same behaviour that holds the figures. */
function findSheet(text: string, codes: readonly string[], sources: readonly ItemSource[]): ItemSource | undefined {
  const cues = codes.flatMap((code) => LESSON_CUES[code] ?? [])
  return sources.find((source) => cues.some((cue) => cue.test(source.text)) && isHeldBy(text, [source]))
}

/** What stands without a place may not hold a figure; 一年 and the like are words. */
function isAdvice(text: string): boolean {
  const figures = findMeasures(normaliseText(text)).filter((one) => !/^#1\D/u.test(one))
  return !text.includes('§') && figures.length === 0
}

function dropRepeated(citations: CitedText['citations']): CitedText['citations'] {
  return citations.filter((one, i) => citations.findIndex((other) => other.label === one.label) === i)
}
