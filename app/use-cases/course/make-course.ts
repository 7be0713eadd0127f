import type { Lesson } from '../../domain/course/course'
import type { CourseOrigin, CourseRecord } from '../../domain/course/course-ports'
import { MAX_LESSONS } from '../../domain/course/outline-documents'
import { type Actor, findResultScope } from '../../domain/governance/authorise'
import { findGaps, type Gap } from '../../domain/insight/find-gaps'
import { DomainError } from '../../domain/shared/domain-error'
import type { Catalogue, Dimension } from '../../domain/shared/observation'
import { hashText } from '../../domain/shared/seeded-random'
import { getTalk } from '../get-talk'
import { ownerOf, requireRight } from '../quiz/quiz-deps'
import { type CourseDeps, canSeePerson, type NamedActor } from './course-deps'
import { type CourseKit, openCourseKit } from './course-kit'
import { buildMoments, gatherTalks } from './find-moments'
import { addQuiz } from './make-lesson-quiz'
import { writeDocumentLessons } from './write-document-lessons'
import { writeLessonTexts } from './write-lesson-texts'
import { writeRemedyLessons } from './write-remedy-lessons'
import { writeScenarioLessons } from './write-scenario-lessons'

export const MAX_TITLE = 100
const MAX_DIMENSIONS = 4

export type MakeCourseInput = {
  from: CourseOrigin
  title?: string | undefined
  /** Same texts, talks and seed: the same lessons, as far as no language model writes them. */
  seed?: string | undefined
}

/** What was written, before it is a course. */
type Draft = {
  kit: CourseKit
  lessons: Lesson[]
  title: string
  summary: string
  forPersonId: string | null
  isPrivate: boolean
}

/**
 * Makes a course out of what the knowledge base, the content and the talks hold; a draft, save the remedy that somebody makes of an own talk.
 *
 * @param signal ends the writing; no course is made then.
 * @throws DomainError `not-allowed`; `not-found` for a talk that the actor may not read; `bad-input` with `documentIds: required`, `unknown`, `too-many` or
 *   `nothing-to-teach`, `scenarioId: unknown`, `roleplayId: not-ended` or `nothing-to-remedy`, `personId: unknown`, `no-talks` or `nothing-to-remedy`, `title: out-of-range`.
 */
export async function makeCourse(
  deps: CourseDeps,
  actor: NamedActor,
  input: MakeCourseInput,
  signal?: AbortSignal,
): Promise<CourseRecord> {
  requireRight(actor, 'learning.use')
  const { from } = input
  const given = input.title?.trim() ?? ''
  if ([...given].length > MAX_TITLE)
    throw new DomainError('bad-input', `title over ${MAX_TITLE}`, { title: 'out-of-range' })
  const seed = input.seed ?? String(hashText(JSON.stringify(from)))
  const draft = await writeDraft(deps, actor, from, seed)
  const title = given || cutTitle(draft.title)
  const written = await writeLessonTexts(deps, actor, draft.lessons, draft.kit.library, signal)
  const lessons: Lesson[] = []
  const quizOf = { courseTitle: title, seed, from, forPersonId: draft.forPersonId }
  for (const lesson of written.lessons) lessons.push(await addQuiz(deps, actor, lesson, quizOf))
  const course: CourseRecord = {
    id: deps.ids.next(),
    organisationId: draft.isPrivate || draft.forPersonId !== null ? actor.organisationId : ownerOf(actor),
    title,
    status: draft.forPersonId === actor.personId ? 'published' : 'draft',
    origin: from,
    version: 1,
    forPersonId: draft.forPersonId,
    createdAt: deps.clock.now(),
    createdById: actor.personId,
    content: {
      summary: draft.summary,
      dimensions: listDimensions(lessons, deps.content.catalogue),
      lessons,
      asOf: draft.kit.asOf,
      ...(written.writing && { writing: written.writing }),
    },
  }
  await deps.courses.createCourse(course)
  return course
}

const cutTitle = (title: string) =>
  [...title].length > MAX_TITLE ? `${[...title].slice(0, MAX_TITLE - 1).join('')}…` : title

function writeDraft(deps: CourseDeps, actor: NamedActor, from: CourseOrigin, seed: string): Promise<Draft> {
  switch (from.kind) {
    case 'documents':
      return draftDocuments(deps, actor, from.documentIds, seed)
    case 'scenario':
      return draftScenario(deps, actor, from.scenarioId, seed)
    case 'talk':
      return draftTalk(deps, actor, from.roleplayId, seed)
    case 'remedy':
      return draftRemedy(deps, actor, from.personId, seed)
  }
}

const refuse = (field: string, reason: string) =>
  new DomainError('bad-input', `${field}: ${reason}`, { [field]: reason })

async function draftDocuments(
  deps: CourseDeps,
  actor: NamedActor,
  chosen: readonly string[],
  seed: string,
): Promise<Draft> {
  requireRight(actor, 'learning.manage')
  const documentIds = [...new Set(chosen)]
  if (documentIds.length === 0) throw refuse('documentIds', 'required')
  if (documentIds.length > MAX_LESSONS) throw refuse('documentIds', 'too-many')
  const kit = await openCourseKit(deps, actor, seed)
  const texts = documentIds.map((id) => kit.library.listDocument(id))
  if (texts.some((one) => one.length === 0)) throw refuse('documentIds', 'unknown')
  const lessons = await writeDocumentLessons(kit, documentIds)
  if (lessons.length === 0) throw refuse('documentIds', 'nothing-to-teach')
  const titles = texts.map((one) => one[0]!.title)
  const named = titles.slice(0, 2).map((one) => `《${one}》`)
  return {
    kit,
    lessons,
    title: titles.length > 2 ? `${titles.slice(0, 2).join('、')}等 ${titles.length} 份` : titles.join('、'),
    summary: `從${named.join('、')}${titles.length > 2 ? `等 ${titles.length} 份文件` : ''}整理出來，每個重點都附出處。`,
    forPersonId: null,
    isPrivate: kit.isPrivate(documentIds),
  }
}

async function draftScenario(deps: CourseDeps, actor: NamedActor, scenarioId: string, seed: string): Promise<Draft> {
  requireRight(actor, 'learning.manage')
  const scenario = deps.content.scenarios.get(scenarioId)
  if (!scenario) throw refuse('scenarioId', 'unknown')
  const kit = await openCourseKit(deps, actor, seed, await gatherTalks(deps, actor, { scenarioId }))
  const persona = deps.content.personas.get(scenario.persona)!
  return {
    kit,
    lessons: await writeScenarioLessons(kit, scenario),
    title: `談之前先準備：${scenario.title.zh}`,
    summary: `和${persona.address}談之前先讀：商品、要做到的事、客戶會問什麼、哪裡容易出錯。`,
    forPersonId: null,
    isPrivate: kit.isPrivate(scenario.products),
  }
}

/** The skill to which a duty belongs: that of the behaviour by which it is met. */
function findDutyDimension({ deps }: CourseKit, dutyId: string): Dimension | null {
  const { duties, catalogue } = deps.content
  const duty = duties.duties.find((one) => one.id === dutyId)
  const code = duty && [...duty.meetBy.all, ...duty.meetBy.any][0]
  return (code && catalogue.entries.get(code)?.dimension) || null
}

const listGaps = (kit: CourseKit): Gap[] =>
  findGaps(kit.counts, kit.deps.content.catalogue, (dutyId) => findDutyDimension(kit, dutyId))

async function draftTalk(deps: CourseDeps, actor: NamedActor, roleplayId: string, seed: string): Promise<Draft> {
  const talk = await getTalk(deps, actor, roleplayId, 'roleplay.read')
  const isOwn = talk.owner.personId === actor.personId
  if (!isOwn) requireRight(actor, 'learning.manage')
  const { scorecard } = talk.roleplay
  if (scorecard?.status !== 'scored') throw refuse('roleplayId', 'not-ended')
  const kit = await openCourseKit(deps, actor, seed, await buildMoments(deps, actor, [talk]))
  const gaps = listGaps(kit)
  const scenario = deps.content.scenarios.get(talk.roleplay.scenarioId) ?? null
  const lessons = await writeRemedyLessons(kit, gaps, scenario)
  if (lessons.length === 0) throw refuse('roleplayId', 'nothing-to-remedy')
  return {
    kit,
    lessons,
    title: `補強：${scenario?.title.zh ?? '這場對談'}`,
    summary: `從這場對談的成績單整理出來，補最需要的幾件事。`,
    forPersonId: talk.owner.personId,
    isPrivate: false,
  }
}

async function draftRemedy(deps: CourseDeps, actor: NamedActor, personId: string | null, seed: string): Promise<Draft> {
  const isOwn = personId === actor.personId
  if (!isOwn) requireRight(actor, 'learning.manage')
  if (personId !== null && !isOwn && !(await canSeePerson(deps, actor, personId))) throw refuse('personId', 'unknown')
  // A trainer without a team looks after nobody.
  if (personId === null && !findResultScope(actor)) throw refuse('personId', 'no-talks')
  const person = personId === null ? null : await deps.accounts.findPerson(personId)
  const gathered = await gatherTalks(deps, actor, { personId })
  if (gathered.talks.length === 0) throw refuse('personId', 'no-talks')
  const kit = await openCourseKit(deps, actor, seed, gathered)
  const lessons = await writeRemedyLessons(kit, listGaps(kit), null)
  if (lessons.length === 0) throw refuse('personId', 'nothing-to-remedy')
  const whose = person ? `${person.name}最近 ${kit.counts.talks} 場對談` : `團隊最近 ${kit.counts.talks} 場對談`
  return {
    kit,
    lessons,
    title: person ? `${person.name}的補強課程` : '團隊補強課程',
    summary: `從${whose}整理出來，先補最常犯、最要緊的。`,
    forPersonId: personId,
    isPrivate: true,
  }
}

function listDimensions(lessons: readonly Lesson[], catalogue: Catalogue): Dimension[] {
  const codes = lessons.flatMap((lesson) =>
    lesson.blocks.flatMap((block) => {
      if (block.kind === 'dialogue') return block.lines.flatMap((line) => line.codes)
      return block.kind === 'mistakes' ? block.mistakes.map((one) => one.code) : []
    }),
  )
  const found = codes.flatMap((code) => catalogue.entries.get(code)?.dimension ?? [])
  return [...new Set(found)].slice(0, MAX_DIMENSIONS)
}

/** The remedy that somebody has of an own talk already; null when there is none. */
export async function findOwnRemedy(
  deps: Pick<CourseDeps, 'courses'>,
  actor: Actor,
  roleplayId: string,
): Promise<string | null> {
  const courses = await deps.courses.listCourses(actor.organisationId)
  const found = courses.find(
    ({ origin, forPersonId, status }) =>
      origin.kind === 'talk' &&
      origin.roleplayId === roleplayId &&
      forPersonId === actor.personId &&
      status !== 'retired',
  )
  return found?.id ?? null
}
