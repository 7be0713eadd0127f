import { buildLesson } from '../../domain/course/build-lesson'
import { buildChargeTables, buildProvisionTable } from '../../domain/course/build-product-table'
import type { CitedText, Lesson, LessonBlock } from '../../domain/course/course'
import { cutProvisions } from '../../domain/course/cut-statements'
import { findLessonCodes } from '../../domain/course/lesson-cues'
import { cleanHeading, type OutlineEntry, outlineDocuments } from '../../domain/course/outline-documents'
import { citeSource, pickKeyPoints } from '../../domain/course/pick-key-points'
import type { Product } from '../../domain/knowledge/product-schema'
import { findCitedArticle, readCitation } from '../../domain/knowledge/read-citation'
import type { Persona } from '../../domain/persona/persona-schema'
import type { ItemSource } from '../../domain/quiz/item'
import { chooseBadDialogue, chooseGoodDialogue, type Dialogue } from './choose-dialogues'
import { type CourseKit, checklistFor, dutiesFor, mistakesFor } from './course-kit'

const MAX_TABLES = 2
const MAX_FAULTS = 3
const MAX_DUTIES = 6
const MAX_GOALS = 3
const MAX_OWN_ENTRIES = 8
/** A section of a guide that is a checklist by itself. */
const CHECKLIST_HEADING = /檢查表|檢核|自我檢查|核對清單/u

/** Makes lessons of the chapters of documents. @returns none when the texts say nothing that can be taught. */
export async function writeDocumentLessons(kit: CourseKit, documentIds: readonly string[]): Promise<Lesson[]> {
  const sources = documentIds.flatMap((id) => kit.library.listDocument(id))
  const shown = new Set<string>()
  const lessons: Lesson[] = []
  for (const entry of outlineDocuments(sources)) {
    await kit.pause()
    const lesson = await writeLesson(kit, entry, lessons.length + 1, shown)
    if (lesson) lessons.push(lesson)
  }
  return lessons
}

async function writeLesson(
  kit: CourseKit,
  entry: OutlineEntry,
  number: number,
  shown: Set<string>,
): Promise<Lesson | null> {
  const { sources } = entry
  const isChecklist = (one: ItemSource) => one.headings.some((heading) => CHECKLIST_HEADING.test(heading))
  const points = pickKeyPoints(sources.filter((one) => !isChecklist(one)))
  const codes = relatedCodes(kit, sources)
  const { entries: known } = kit.deps.content.catalogue
  const product = findProduct(kit, sources)
  const duties = dutiesFor(kit, codes.slice(0, MAX_DUTIES))
  const faults = codes.filter((code) => known.get(code)?.polarity !== 'good').slice(0, MAX_FAULTS)
  const dialogues = await chooseDialogues(kit, { codes, product, shown })
  const own = sources.filter(isChecklist).flatMap(readChecklist).slice(0, MAX_OWN_ENTRIES)
  const entries = [...own, ...(checklistFor(kit, duties.slice(0, MAX_DUTIES), null, sources)?.entries ?? [])]
  if (points.length === 0 && own.length === 0) return null
  return buildLesson(number, {
    title: entry.title,
    goals: writeGoals(kit, entry, codes),
    blocks: [
      points.length > 0 ? { kind: 'key-points', points } : null,
      ...listTables(sources, product),
      ...dialogues,
      mistakesFor(kit, faults, duties.slice(0, 2)),
      { kind: 'checklist', entries },
    ],
    scenarioIds: listScenarios(kit, product),
  })
}

function readChecklist(source: ItemSource): CitedText[] {
  return source.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, citations: [citeSource(source, line)] }))
}

function listTables(sources: readonly ItemSource[], product: Product | null): LessonBlock[] {
  const charges = product ? buildChargeTables(product, sources) : []
  const provisions = sources
    .flatMap(cutProvisions)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_TABLES)
    .map(buildProvisionTable)
  return [...charges, ...provisions]
}

function findProduct({ deps }: CourseKit, sources: readonly ItemSource[]): Product | null {
  return deps.content.products.get(sources[0]?.documentId ?? '') ?? null
}

/**
 * What of a talk the lesson is about. A law is about what cites its articles, and nothing else: the same words stand in many a law that has nothing to do with
 * a talk. Sheets and guides are known by their words.
 */
export function relatedCodes(kit: CourseKit, sources: readonly ItemSource[]): string[] {
  const laws = sources.filter((one) => one.kind === 'regulation')
  const others = sources.filter((one) => one.kind !== 'regulation')
  const isSheet = others.length > 0 && others.every((one) => one.kind === 'product')
  // A product sheet says what must be disclosed; how to ask and listen is not in it.
  const byWords = findLessonCodes(others).filter((code) => !isSheet || /^(?:disclosure|violation)\./u.test(code))
  const byCitation = laws.length > 0 ? listCitingCodes(kit, laws) : []
  return [...new Set([...byCitation, ...byWords])]
}

function listCitingCodes({ deps }: CourseKit, laws: readonly ItemSource[]): string[] {
  const { catalogue, duties } = deps.content
  const articles = new Set(laws.map((one) => `${one.title} ${one.article}`))
  const isHere = (cite: string) => {
    const citation = readCitation(cite)
    return (
      citation !== null && findCitedArticle(citation, (article) => articles.has(`${citation.law} ${article}`)) !== null
    )
  }
  const entries = [...catalogue.entries.values()].filter((one) => one.cite.some(isHere)).map((one) => one.code)
  const ofDuties = duties.duties
    .filter((duty) => duty.binds.some((rule) => rule.cite.some(isHere)))
    .flatMap((duty) => [...duty.meetBy.all, ...duty.meetBy.any])
  return [...new Set([...ofDuties, ...entries])]
}

function writeGoals(kit: CourseKit, { headings, sources }: OutlineEntry, codes: readonly string[]): string[] {
  const { entries } = kit.deps.content.catalogue
  const names = headings.map(cleanHeading).filter((one) => !CHECKLIST_HEADING.test(one))
  const topic = (names.length > 0 ? names : [sources[0]!.title]).slice(0, 3).join('、')
  const good = codes.find((code) => entries.get(code)?.polarity === 'good')
  const bad = codes.find((code) => entries.get(code)?.polarity === 'violation')
  return [
    `說得出「${topic}」的重點，也知道出自哪裡`,
    ...(good ? [`在對談裡做到「${entries.get(good)!.zh}」`] : []),
    ...(bad ? [`認得出「${entries.get(bad)!.zh}」，換成合規的說法`] : []),
  ].slice(0, MAX_GOALS)
}

/** One good and one bad example, of behaviours that no earlier lesson has shown. */
async function chooseDialogues(
  kit: CourseKit,
  { codes, product, shown }: { codes: readonly string[]; product: Product | null; shown: Set<string> },
): Promise<Dialogue[]> {
  const { entries } = kit.deps.content.catalogue
  const source = { moments: kit.moments, exemplars: kit.exemplars, used: kit.usedMoments }
  const wish = { product, personas: listPersonas(kit, product), asOf: kit.asOf, seed: kit.seed }
  const fresh = codes.filter((code) => !shown.has(code))
  const find = async (isWanted: (code: string) => boolean, choose: typeof chooseGoodDialogue) => {
    for (const code of fresh.filter(isWanted).slice(0, 3)) {
      const dialogue = await choose(kit.judging, { ...wish, code }, source)
      if (!dialogue) continue
      shown.add(code)
      return [dialogue]
    }
    return []
  }
  const isGood = (code: string) => entries.get(code)?.polarity === 'good'
  const bad = await find((code) => !isGood(code), chooseBadDialogue)
  const good = await find(isGood, chooseGoodDialogue)
  return [...bad, ...good]
}

/** Those who are offered the product; everybody where no product is meant. */
export function listPersonas({ deps }: CourseKit, product: Product | null): Persona[] {
  const { personas, scenarios } = deps.content
  if (!product) return [...personas.values()]
  const ids = new Set(
    [...scenarios.values()].filter((one) => one.products.includes(product.id)).map((one) => one.persona),
  )
  return ids.size === 0 ? [...personas.values()] : [...personas.values()].filter((one) => ids.has(one.id))
}

function listScenarios({ deps }: CourseKit, product: Product | null): string[] {
  if (!product) return []
  return [...deps.content.scenarios.values()]
    .filter((one) => one.products.includes(product.id))
    .sort((a, b) => a.difficulty - b.difficulty)
    .slice(0, 2)
    .map((one) => one.id)
}
