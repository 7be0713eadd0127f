import type { AdviceFile } from '../judging/advice-schema'
import type { Duty } from '../judging/duty-schema'
import type { Catalogue, CatalogueEntry } from '../shared/observation'
import { hashText } from '../shared/seeded-random'
import { type DutyForCourse, groundDuty } from './build-checklist'
import type { CitedText, LessonBlock } from './course'
import { type CourseLibrary, citeLaw } from './course-library'

export type Mistake = Extract<LessonBlock, { kind: 'mistakes' }>['mistakes'][number]
/** In how many of `talks` talks it was seen. `count` null: there are no talks to count in. */
export type MistakeCount = { count: number | null; talks: number }

export type MistakeContent = { catalogue: Catalogue; advice: AdviceFile }

const NO_WORDS: CitedText = {
  text: '客戶會因此少信你一分，這一句的分數也會跟著掉。',
  citations: [],
}

/**
 * One thing that goes wrong: why it matters, in the words of the law where there are some, and what to do instead.
 *
 * @param code a fault or violation, or for something left out the behaviour that was wanted.
 * @param duty the one that was left out; null for a fault.
 * @returns null when the content has no advice for it.
 */
export function buildMistake(
  code: string,
  duty: DutyForCourse | null,
  seen: MistakeCount,
  content: MistakeContent,
  library: CourseLibrary,
  seed: string,
): Mistake | null {
  const entry = content.catalogue.entries.get(code)
  const instead = adviseOn(code, content.advice, seed)
  if (!entry || instead === null) return null
  const why = duty ? whyOfDuty(duty, library) : whyOfFault(entry, library)
  return {
    code,
    title: duty ? `漏了：${duty.name}` : entry.zh,
    why: why ?? NO_WORDS,
    instead,
    count: seen.talks === 0 ? null : seen.count,
    talks: seen.talks,
  }
}

function whyOfFault(entry: CatalogueEntry, library: CourseLibrary): CitedText | null {
  const words = entry.cite.map((cite) => citeLaw(library, cite, entry.zh)).find((one) => one !== null)
  if (!words) return null
  // Of a list the one item, named by its place: what introduces it would be told with every mistake again.
  const text = words.own === words.text ? words.text : `${words.citations[0]!.label}：「${words.own}」`
  return { text, citations: words.citations }
}

function whyOfDuty(duty: DutyForCourse, library: CourseLibrary): CitedText | null {
  const { text, citations } = groundDuty(duty, library, [])
  const why = text.slice(duty.name.length + 1)
  return why === '' ? null : { text: why, citations }
}

/** Advice of the coach on a behaviour, without the words of a single talk. */
export function adviseOn(code: string, advice: AdviceFile, seed: string): string | null {
  const from = (advice.seen[code] ?? advice.missing[code] ?? []).filter((one) => !one.zh.includes('{quote}'))
  if (from.length === 0) return null
  return from[hashText(`${seed}:${code}`) % from.length]!.zh.replaceAll('{address}', '客戶')
}

/** The behaviour by which a duty is met, that has advice for leaving it out. */
export function codeOfDuty(duty: Duty, advice: AdviceFile): string | null {
  return [...duty.meetBy.all, ...duty.meetBy.any].find((code) => advice.missing[code] !== undefined) ?? null
}
