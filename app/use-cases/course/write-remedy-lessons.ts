import { describeDuty } from '../../domain/course/build-checklist'
import { buildLesson } from '../../domain/course/build-lesson'
import { codeOfDuty } from '../../domain/course/build-mistakes'
import type { CitedText, Lesson, LessonBlock } from '../../domain/course/course'
import { citeLaw } from '../../domain/course/course-library'
import { CODE_OF_SKILL, findGoodInstead } from '../../domain/course/find-wordings'
import { LESSON_CUES } from '../../domain/course/lesson-cues'
import { pickKeyPoints } from '../../domain/course/pick-key-points'
import type { Gap } from '../../domain/insight/find-gaps'
import type { Scenario } from '../../domain/persona/scenario-schema'
import type { Dimension } from '../../domain/shared/observation'
import { describeTalkFacts, listProductsOf } from '../describe-scenario'
import { chooseBadDialogue, chooseGoodDialogue, type Dialogue, rephraseMoment, toDialogue } from './choose-dialogues'
import { type CourseKit, checklistFor, dutiesFor, mistakesFor } from './course-kit'
import type { Moment } from './find-moments'
import { listPersonas } from './write-document-lessons'

type Draft = Parameters<typeof buildLesson>[1]
type Breach = Extract<Gap, { kind: 'breach' }>
type Skill = Extract<Gap, { kind: 'skill' }>

/** Our guide for each skill. */
const GUIDES: Readonly<Record<Dimension, string>> = {
  opening: 'opening-and-identification',
  discovery: 'needs-discovery',
  listening: 'listening-and-empathy',
  explanation: 'plain-explanation',
  disclosure: 'risk-disclosure-and-suitability',
  objection: 'objection-handling',
  closing: 'closing-without-pressure',
  compliance: 'risk-disclosure-and-suitability',
}
const MAX_POINTS = 6
const GUIDE_POINTS = 3
const PRODUCT_POINTS = 2
const MAX_DUTIES = 6

/**
 * One lesson for each thing to work on.
 *
 * @param scenario that of the talk, where the course is about one talk.
 */
export async function writeRemedyLessons(
  kit: CourseKit,
  gaps: readonly Gap[],
  scenario: Scenario | null,
): Promise<Lesson[]> {
  const lessons: Lesson[] = []
  for (const gap of gaps) {
    await kit.pause()
    const draft = gap.kind === 'breach' ? await writeBreach(kit, gap, scenario) : await writeSkill(kit, gap, scenario)
    const lesson = buildLesson(lessons.length + 1, draft)
    if (lesson) lessons.push(lesson)
  }
  return lessons
}

async function writeBreach(kit: CourseKit, { code }: Breach, scenario: Scenario | null): Promise<Draft> {
  const { content } = kit.deps
  const entry = content.catalogue.entries.get(code)!
  const good = findGoodInstead(code)
  const duties = dutiesFor(kit, [good])
  const moment = findMoment(kit, (one) => one.codes.includes(code))
  const points = [
    ...entry.cite.flatMap((cite) => citeLaw(kit.library, cite, entry.zh) ?? []),
    ...pickAbout([code, good], guideSources(kit, entry.dimension), GUIDE_POINTS),
    ...pickAbout([code, good], productSources(kit, scenario ?? scenarioOf(kit, moment)), PRODUCT_POINTS),
  ]
  return {
    title: entry.zh,
    goals: [
      `說得出為什麼不能「${entry.zh}」${entry.cite[0] ? `（${entry.cite[0]}）` : ''}`,
      `遇到同樣的話，改用「${content.catalogue.entries.get(good)?.zh ?? '合規的說法'}」回應`,
    ],
    blocks: [
      pointsBlock(points),
      ...(await showMoment(kit, { moment, code, wanted: [good], scenario })),
      mistakesFor(kit, [code], []),
      checklistFor(kit, duties, factsOf(kit, scenario)),
    ],
    scenarioIds: listPractice(kit, {
      scenario: scenario ?? scenarioOf(kit, moment),
      dimension: dimensionOf(kit, good),
    }),
  }
}

async function writeSkill(kit: CourseKit, gap: Skill, scenario: Scenario | null): Promise<Draft> {
  const { content } = kit.deps
  const { dimension, dutyIds, faults } = gap
  const name = content.catalogue.dimensions[dimension].zh
  const duties = content.duties.duties.filter((one) => dutyIds.includes(one.id)).slice(0, MAX_DUTIES)
  const missing = duties.flatMap((duty) => codeOfDuty(duty, content.advice) ?? [])
  const wanted = missing.length > 0 ? missing : [...faults.map(findGoodInstead), CODE_OF_SKILL[dimension]]
  const isAbout = (one: Moment) =>
    one.codes.some((code) => faults.includes(code)) || one.adviceCodes.some((code) => wanted.includes(code))
  const moment =
    findMoment(kit, isAbout) ??
    findMoment(kit, (one) => one.adviceCodes.some((code) => dimensionOf(kit, code) === dimension))
  const facts = factsOf(kit, scenario)
  const laws = duties.flatMap((duty) => {
    const { cite, name: dutyName, basis } = describeDuty(duty, facts)
    return cite.flatMap((one) => citeLaw(kit.library, one, `${dutyName}${basis}`) ?? [])
  })
  const cues = [...wanted, ...faults]
  const fromGuide = pickAbout(cues, guideSources(kit, dimension), GUIDE_POINTS)
  const points = [
    ...laws.slice(0, GUIDE_POINTS),
    ...(fromGuide.length > 0 ? fromGuide : pickKeyPoints(guideSources(kit, dimension), { limit: GUIDE_POINTS })),
    ...pickAbout(cues, productSources(kit, scenario ?? scenarioOf(kit, moment)), PRODUCT_POINTS),
  ]
  const known = dutiesFor(kit, [CODE_OF_SKILL[dimension]])
  return {
    title: `${name}${
      duties.length > 0
        ? `：${duties
            .slice(0, 2)
            .map((one) => one.name.zh)
            .join('、')}`
        : ''
    }`,
    goals: [
      ...duties.slice(0, 2).map((one) => `談到的時候，主動${one.name.zh}`),
      content.advice.practise[dimension]!.zh,
    ],
    blocks: [
      pointsBlock(points),
      ...(await showMoment(kit, { moment, code: faults[0] ?? null, wanted, scenario })),
      mistakesFor(kit, faults, duties, facts),
      checklistFor(kit, duties.length > 0 ? duties : known, facts),
    ],
    scenarioIds: listPractice(kit, { scenario, dimension }),
  }
}

function pointsBlock(points: readonly CitedText[]): LessonBlock | null {
  const distinct = points.filter((one, i) => points.findIndex((other) => other.text === one.text) === i)
  const shown = distinct.slice(0, MAX_POINTS).map(({ text, citations }) => ({ text, citations }))
  return shown.length === 0 ? null : { kind: 'key-points', points: shown }
}

type Shown = { moment: Moment | null; code: string | null; wanted: readonly string[]; scenario: Scenario | null }

/** What was said, and how it is said better; where no talk shows it, written examples. */
async function showMoment(kit: CourseKit, shown: Shown): Promise<Dialogue[]> {
  const { judging } = kit
  const { moment, code } = shown
  const wish = wishFor(kit, shown)
  const said = moment
    ? toDialogue(moment, 'bad', '當時是這樣說的', moment.advice || '這一句可以說得更好。')
    : code && (await chooseBadDialogue(judging, { ...wish, code }, sourceOf(kit)))
  const rephrased = moment && (await rephraseMoment(judging, moment, kit.asOf))
  const isToThePoint = rephrased?.lines.at(-1)?.codes.some((one) => shown.wanted.includes(one))
  const better = isToThePoint ? rephrased : ((await findBetter(kit, shown)) ?? rephrased)
  return [said, better].filter((one): one is Dialogue => !!one)
}

const sourceOf = (kit: CourseKit) => ({ moments: kit.moments, exemplars: kit.exemplars, used: kit.usedMoments })

function wishFor(kit: CourseKit, { moment, scenario }: Pick<Shown, 'moment' | 'scenario'>) {
  const { deps, asOf, seed } = kit
  const from = scenario ?? scenarioOf(kit, moment)
  const product = from ? (listProductsOf(deps.content, from)[0] ?? null) : null
  const persona = from ? deps.content.personas.get(from.persona) : null
  return { product, personas: persona ? [persona] : listPersonas(kit, product), asOf, seed }
}

const MAX_TRIES = 4

/** The first of the wanted behaviours that somebody can be heard to show: before this client, else before another. */
async function findBetter(kit: CourseKit, shown: Shown): Promise<Dialogue | null> {
  const wish = wishFor(kit, shown)
  const others = listPersonas(kit, null)
  const instead = shown.code === null ? [] : [{ insteadOf: shown.code }]
  for (const code of shown.wanted.slice(0, MAX_TRIES))
    for (const place of [...instead, {}])
      for (const personas of [wish.personas, others]) {
        const found = await chooseGoodDialogue(kit.judging, { ...wish, ...place, personas, code }, sourceOf(kit))
        if (found) return found
      }
  return null
}

/** The costliest turn of that sort that no lesson shows yet. */
function findMoment(kit: CourseKit, isWanted: (moment: Moment) => boolean): Moment | null {
  const keyOf = (one: Moment) => `${one.roleplayId}:${one.turnIndex}`
  const found = [...kit.moments]
    .filter((one) => isWanted(one) && !kit.usedMoments.has(keyOf(one)))
    .sort((a, b) => a.total - b.total || keyOf(a).localeCompare(keyOf(b)))[0]
  if (found) kit.usedMoments.add(keyOf(found))
  return found ?? null
}

const scenarioOf = ({ deps }: CourseKit, moment: Moment | null): Scenario | null =>
  moment ? (deps.content.scenarios.get(moment.scenarioId) ?? null) : null

const dimensionOf = ({ deps }: CourseKit, code: string): Dimension | null =>
  deps.content.catalogue.entries.get(code)?.dimension ?? null

function factsOf({ deps, asOf }: CourseKit, scenario: Scenario | null) {
  if (!scenario) return null
  const persona = deps.content.personas.get(scenario.persona)!
  return describeTalkFacts(persona, scenario, listProductsOf(deps.content, scenario), asOf)
}

const guideSources = ({ library }: CourseKit, dimension: Dimension) => library.listDocument(GUIDES[dimension])

const productSources = ({ library }: CourseKit, scenario: Scenario | null) =>
  (scenario?.products ?? []).flatMap((id) => library.listDocument(id))

function pickAbout(codes: readonly string[], sources: Parameters<typeof pickKeyPoints>[0], limit: number): CitedText[] {
  const matter = codes.flatMap((code) => LESSON_CUES[code] ?? [])
  return matter.length === 0 ? [] : pickKeyPoints(sources, { matter, isStrict: true, limit })
}

/** The same client again, then others that train the skill. */
function listPractice(
  { deps }: CourseKit,
  { scenario, dimension }: { scenario: Scenario | null; dimension: Dimension | null },
): string[] {
  const level = scenario?.difficulty ?? 1
  const others = [...deps.content.scenarios.values()]
    .filter((one) => one.id !== scenario?.id && dimension !== null && one.practises.includes(dimension))
    .sort((a, b) => Math.abs(a.difficulty - level) - Math.abs(b.difficulty - level) || a.id.localeCompare(b.id))
  return [...(scenario ? [scenario.id] : []), ...others.map((one) => one.id)].slice(0, 2)
}
