import { buildChecklist, describeDuty, findDutiesFor } from '../../domain/course/build-checklist'
import { buildMistake, codeOfDuty, type Mistake } from '../../domain/course/build-mistakes'
import type { LessonBlock } from '../../domain/course/course'
import { buildCourseLibrary, type CourseLibrary } from '../../domain/course/course-library'
import type { Actor } from '../../domain/governance/authorise'
import { countMistakes, type MistakeCounts } from '../../domain/insight/count-mistakes'
import type { Duty } from '../../domain/judging/duty-schema'
import type { TalkFacts } from '../../domain/judging/match-condition'
import type { Exemplar } from '../../domain/judging/observer/classifier/exemplar-schema'
import type { ItemSource } from '../../domain/quiz/item'
import { readTaipeiDate } from '../knowledge/knowledge-deps'
import { isInForce, toItemSource } from '../quiz/find-sources'
import type { DialogueDeps } from './choose-dialogues'
import type { CourseDeps } from './course-deps'
import { type GatheredTalks, gatherTalks, type Moment } from './find-moments'

/** All that lessons of one course are made with. */
export type CourseKit = {
  deps: CourseDeps
  /** The judge of the talks, for what is written. */
  judging: DialogueDeps
  library: CourseLibrary
  /** Some passages in force belong to the organisation alone. */
  isPrivate(documentIds: readonly string[]): boolean
  counts: MistakeCounts
  moments: readonly Moment[]
  exemplars: readonly Exemplar[]
  usedMoments: Set<string>
  /** Duties and mistakes that an earlier lesson has told. */
  told: { duties: Set<string>; mistakes: Set<string> }
  /** Local date of today: the day whose texts are cited. */
  asOf: string
  seed: string
  /** Lets others get their turn: a course is a second of work. */
  pause(): Promise<void>
}

/** @param gathered the talks that the course is about; those of the actor's scope when left out. */
export async function openCourseKit(
  deps: CourseDeps,
  actor: Actor,
  seed: string,
  gathered?: GatheredTalks,
): Promise<CourseKit> {
  const [index, exemplars, { talks, moments }] = await Promise.all([
    deps.getKnowledgeIndex(actor.organisationId),
    deps.loadExemplars(),
    gathered ?? gatherTalks(deps, actor),
  ])
  const { content, observer, clock } = deps
  const asOf = readTaipeiDate(clock.now())
  const readFacts: DialogueDeps['readFacts'] = (day, productIds) =>
    deps.readTalkKnowledge(actor.organisationId, day, productIds)
  const inForce = [...index.passages.values()].filter((one) => isInForce(one, asOf))
  const own = new Set(inForce.filter((one) => one.version.organisationId !== null).map((one) => one.passage.documentId))
  const ordered = inForce.sort((a, b) => a.passage.ordinal - b.passage.ordinal)
  const judged = talks.map(({ roleplay, turns }) => ({ scorecard: roleplay.scorecard, turns }))
  return {
    deps,
    judging: { content, observer, clock, readFacts },
    library: buildCourseLibrary(ordered.map(toItemSource)),
    isPrivate: (documentIds) => documentIds.some((id) => own.has(id)),
    counts: countMistakes(judged, deps.content.catalogue),
    moments,
    exemplars,
    usedMoments: new Set(),
    told: { duties: new Set(), mistakes: new Set() },
    asOf,
    seed,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  }
}

/** The duties to tick off that no earlier lesson has told; null where none is left. */
export function checklistFor(
  { library, told }: CourseKit,
  duties: readonly Duty[],
  facts: TalkFacts | null,
  near: readonly ItemSource[] = [],
): Extract<LessonBlock, { kind: 'checklist' }> | null {
  const fresh = duties.filter((one) => !told.duties.has(one.id))
  for (const duty of fresh) told.duties.add(duty.id)
  const entries = buildChecklist(
    fresh.map((duty) => describeDuty(duty, facts)),
    library,
    near,
  )
  return entries.length === 0 ? null : { kind: 'checklist', entries }
}

export function dutiesFor({ deps }: CourseKit, codes: readonly string[]): Duty[] {
  return findDutiesFor(deps.content.duties.duties, codes)
}

const MAX_MISTAKES = 5

/** What goes wrong around these behaviours and no earlier lesson has told, most frequent in the talks first. */
export function mistakesFor(
  kit: CourseKit,
  faults: readonly string[],
  duties: readonly Duty[],
  facts: TalkFacts | null = null,
): LessonBlock | null {
  const { deps, library, counts, seed, told } = kit
  const { catalogue, advice } = deps.content
  const seen = faults.map((code) =>
    buildMistake(
      code,
      null,
      { count: counts.codes.get(code) ?? 0, talks: counts.talks },
      { catalogue, advice },
      library,
      seed,
    ),
  )
  const missed = duties.map((duty) => {
    const code = codeOfDuty(duty, advice)
    const { missed: count, applied: talks } = counts.duties.get(duty.id) ?? { missed: 0, applied: 0 }
    return code === null
      ? null
      : buildMistake(code, describeDuty(duty, facts), { count, talks }, { catalogue, advice }, library, seed)
  })
  const found = [...seen, ...missed].filter((one): one is Mistake => one !== null && !told.mistakes.has(one.code))
  const distinct = found.filter((one, i) => found.findIndex((other) => other.code === one.code) === i)
  const share = ({ count, talks }: Mistake) => (count === null || talks === 0 ? 0 : count / talks)
  const ranked = [...distinct].sort((a, b) => share(b) - share(a) || distinct.indexOf(a) - distinct.indexOf(b))
  const mistakes = ranked.slice(0, MAX_MISTAKES)
  for (const one of mistakes) told.mistakes.add(one.code)
  return mistakes.length === 0 ? null : { kind: 'mistakes', mistakes }
}
