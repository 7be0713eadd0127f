import { describeDuty } from '../../domain/course/build-checklist'
import { buildLesson } from '../../domain/course/build-lesson'
import { buildChargeTables } from '../../domain/course/build-product-table'
import type { CitedText, Lesson, LessonBlock } from '../../domain/course/course'
import { citeLaw } from '../../domain/course/course-library'
import { findGoodInstead, sayLine } from '../../domain/course/find-wordings'
import { LESSON_CUES } from '../../domain/course/lesson-cues'
import { pickKeyPoints } from '../../domain/course/pick-key-points'
import type { Duty } from '../../domain/judging/duty-schema'
import { matchCondition, type TalkFacts } from '../../domain/judging/match-condition'
import type { Product } from '../../domain/knowledge/product-schema'
import type { Persona } from '../../domain/persona/persona-schema'
import type { Scenario } from '../../domain/persona/scenario-schema'
import { SEVERITIES } from '../../domain/shared/observation'
import { CONCERNS } from '../../domain/shared/topics'
import { describeTalkFacts, listProductsOf } from '../describe-scenario'
import { chooseBadDialogue, chooseGoodDialogue, type Dialogue } from './choose-dialogues'
import { type CourseKit, checklistFor, mistakesFor } from './course-kit'

type Draft = Parameters<typeof buildLesson>[1]
type Setting = { scenario: Scenario; persona: Persona; products: readonly Product[]; facts: TalkFacts }

const MAX_WORRIES = 3
const MAX_LAW_WORDS = 6
const MAX_FAULTS = 5

/** Lessons before a meeting: who the client is, the products, the duties, what the client will ask, what goes wrong. */
export async function writeScenarioLessons(kit: CourseKit, scenario: Scenario): Promise<Lesson[]> {
  const persona = kit.deps.content.personas.get(scenario.persona)!
  const products = listProductsOf(kit.deps.content, scenario)
  const setting = { scenario, persona, products, facts: describeTalkFacts(persona, scenario, products, kit.asOf) }
  const drafts = [
    introduceClient(setting),
    ...products.map((product) => introduceProduct(kit, product)),
    listDuties(kit, setting),
    await answerWorries(kit, setting),
    await showMistakes(kit, setting),
  ]
  return drafts.flatMap((draft, i) => buildLesson(i + 1, draft) ?? [])
}

/** What one knows before the visit; nothing that the client has to tell. */
function introduceClient({ scenario, persona }: Setting): Draft {
  const { where, introducedBy, goal, known } = scenario.briefing
  const plain = (text: string): CitedText => ({ text, citations: [] })
  const facts = [...new Set([...persona.known, ...known].map((one) => one.zh))]
  return {
    title: `見面之前：認識${persona.address}`,
    goals: [`說得出${persona.address}是誰、在意什麼，還有哪些要當面問`, `知道這次見面要談到哪裡：${goal.zh}`],
    blocks: [
      {
        kind: 'table',
        caption: '會面前知道的事（演練用的虛構客戶）',
        head: ['項目', '內容'],
        rows: [
          ['客戶', `${persona.address}，${persona.age} 歲，${persona.occupation.zh}，${persona.place.zh}`],
          ['地點', where.zh],
          ['介紹人', introducedBy.zh],
          ['這次的目標', goal.zh],
          ['時間', `約 ${scenario.minutes} 分鐘`],
        ],
        citations: [],
      },
      { kind: 'key-points', points: facts.map(plain) },
    ],
  }
}

function introduceProduct(kit: CourseKit, product: Product): Draft {
  const sources = kit.library.listDocument(product.id)
  const points = pickKeyPoints(sources)
  return {
    title: `商品重點：${product.shortName}`,
    goals: [`不看說明書，也說得出${product.shortName}的給付、費用、風險和不賠的情形`],
    blocks: [points.length > 0 ? { kind: 'key-points', points } : null, ...buildChargeTables(product, sources)],
  }
}

function listApplying(kit: CourseKit, { scenario, facts }: Setting): Duty[] {
  const required = new Set(scenario.requiredDuties)
  return kit.deps.content.duties.duties.filter(
    (duty) => required.has(duty.id) || duty.appliesWhen.some((one) => matchCondition(one, facts)),
  )
}

function listDuties(kit: CourseKit, setting: Setting): Draft {
  const { facts, persona } = setting
  const duties = listApplying(kit, setting)
  const isLaw = (duty: Duty) => duty.binds.some((rule) => matchCondition(rule.when, facts))
  const [law, practice] = [duties.filter(isLaw), duties.filter((duty) => !isLaw(duty))]
  return {
    title: '這次要做到的事',
    goals: [
      `知道面對${persona.address}，哪些是法令要求（${law.length} 件），哪些是好習慣（${practice.length} 件）`,
      '每一件都說得出為什麼',
    ],
    blocks: [lawWords(kit, law, facts), checklistFor(kit, law, facts), checklistFor(kit, practice, facts)],
  }
}

function lawWords(kit: CourseKit, duties: readonly Duty[], facts: TalkFacts): LessonBlock | null {
  const found = duties.flatMap((duty) => {
    const { cite, name, basis } = describeDuty(duty, facts)
    return cite.flatMap((one) => citeLaw(kit.library, one, `${name}${basis}`) ?? [])
  })
  const distinct = found.filter((one, i) => found.findIndex((other) => other.text === one.text) === i)
  const points = distinct.slice(0, MAX_LAW_WORDS).map(({ text, citations }) => ({ text, citations }))
  return points.length === 0 ? null : { kind: 'key-points', points }
}

async function answerWorries(kit: CourseKit, setting: Setting): Promise<Draft> {
  const { scenario, persona, products } = setting
  const all = [...scenario.extraWorries, ...persona.worries]
  const fits = (ids: readonly string[]) => ids.length === 0 || ids.some((id) => scenario.products.includes(id))
  const focus = all.filter((one) => scenario.focusWorries.includes(one.id))
  const worries = [...focus, ...all.filter((one) => !focus.includes(one) && fits(one.products))].slice(0, MAX_WORRIES)
  const pronoun = persona.gender === 'female' ? '她' : '他'
  const codes = worries.map(
    (one) => CONCERNS[one.concern].find((code) => code !== 'listening.answer') ?? 'listening.answer',
  )
  const matter = codes.flatMap((code) => LESSON_CUES[code] ?? [])
  const sources = scenario.products.flatMap((id) => kit.library.listDocument(id))
  const points = matter.length === 0 ? [] : pickKeyPoints(sources, { matter, isStrict: true, limit: 5 })
  const dialogues: Dialogue[] = []
  for (const code of new Set(codes)) {
    const dialogue = await chooseGoodDialogue(kit.judging, wishFor(kit, setting, code), sourceOf(kit))
    if (dialogue) dialogues.push(dialogue)
  }
  return {
    title: `${persona.address}會問、會擔心的事`,
    goals: worries
      .map((one) => `接得住「${one.label.zh}」，例如${pronoun}說：「${sayLine(one.lines[0]!)}」`)
      .slice(0, 3),
    blocks: [points.length > 0 ? { kind: 'key-points', points } : null, ...dialogues],
    scenarioIds: products.length === 0 ? [scenario.id] : [],
  }
}

const sourceOf = (kit: CourseKit) => ({ moments: kit.moments, exemplars: kit.exemplars, used: kit.usedMoments })

function wishFor(kit: CourseKit, { persona, products }: Setting, code: string) {
  return { code, product: products[0] ?? null, personas: [persona], asOf: kit.asOf, seed: kit.seed }
}

async function showMistakes(kit: CourseKit, setting: Setting): Promise<Draft> {
  const { scenario } = setting
  const faults = listLikelyFaults(kit, setting)
  const dialogues: Dialogue[] = []
  const bad = await firstDialogue(faults, (code) =>
    chooseBadDialogue(kit.judging, wishFor(kit, setting, code), sourceOf(kit)),
  )
  if (bad) dialogues.push(bad.dialogue)
  const wish = bad && { ...wishFor(kit, setting, findGoodInstead(bad.code)), insteadOf: bad.code }
  const good = wish && (await chooseGoodDialogue(kit.judging, wish, sourceOf(kit)))
  if (good) dialogues.push(good)
  const required = listApplying(kit, setting).filter((duty) => scenario.requiredDuties.includes(duty.id))
  return {
    title: '常見的失誤',
    goals: ['事先知道哪裡容易出錯，講出口之前就換成別的說法'],
    blocks: [...dialogues, mistakesFor(kit, faults, required, setting.facts)],
    scenarioIds: [scenario.id],
  }
}

async function firstDialogue(codes: readonly string[], choose: (code: string) => Promise<Dialogue | null>) {
  for (const code of codes) {
    const dialogue = await choose(code)
    if (dialogue) return { code, dialogue }
  }
  return null
}

/** What the team's talks show, then what such products and clients tempt to. */
function listLikelyFaults({ counts, deps }: CourseKit, { persona, products, scenario }: Setting): string[] {
  const severity = (code: string) => SEVERITIES.indexOf(deps.content.catalogue.entries.get(code)?.severity ?? 'minor')
  const seen = [...counts.codes]
    .sort(([a, timesA], [b, timesB]) => timesB - timesA || severity(b) - severity(a))
    .map(([code]) => code)
  const any = (test: (product: Product) => boolean) => products.some(test)
  const tempting: [boolean, string][] = [
    [any((one) => one.isInterestSensitive || one.isInvestmentLinked), 'violation.guaranteed_return'],
    [any((one) => one.hasSurrenderValue), 'violation.conceal'],
    [any((one) => one.isInterestSensitive), 'violation.improper_comparison'],
    [scenario.involvesReplacement, 'violation.twisting'],
    [any((one) => one.hasHealthQuestions), 'violation.nondisclosure'],
    [persona.age >= 65, 'violation.pressure'],
    [true, 'violation.exaggerate'],
    [true, 'listening.ignore'],
  ]
  const likely = tempting.filter(([isLikely]) => isLikely).map(([, code]) => code)
  return [...new Set([...seen, ...likely])]
    .filter((code) => deps.content.catalogue.entries.has(code))
    .slice(0, MAX_FAULTS)
}
