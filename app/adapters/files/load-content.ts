import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import type { Content } from '../../domain/content'
import { adviceFileSchema, checkAdvice } from '../../domain/judging/advice-schema'
import { checkDuties, DUTY_IDS, dutiesFileSchema } from '../../domain/judging/duty-schema'
import { checkLawClaims, lawClaimsFileSchema } from '../../domain/judging/law-claims/law-claim-schema'
import { checkRubric, rubricSchema } from '../../domain/judging/rubric-schema'
import { checkWordings, type WordingBlock, wordingsFileSchema } from '../../domain/judging/wording-schema'
import { checkProduct } from '../../domain/knowledge/check-product'
import { guideSchema } from '../../domain/knowledge/guide-schema'
import { insurerSchema, productSchema } from '../../domain/knowledge/product-schema'
import { checkPersona } from '../../domain/persona/check-persona'
import { checkScenario } from '../../domain/persona/check-scenario'
import { personaSchema } from '../../domain/persona/persona-schema'
import { scenarioSchema } from '../../domain/persona/scenario-schema'
import { checkSituationReplies } from '../../domain/quiz/write/scenarios/check-situation-replies'
import { situationRepliesSchema } from '../../domain/quiz/write/scenarios/situation-reply-schema'
import { checkProductQuestions, productQuestionsFileSchema } from '../../domain/roleplay/product-question-schema'
import { checkCatalogue } from '../../domain/shared/check-catalogue'
import type { ContentProblem, KeyPath } from '../../domain/shared/content-problem'
import { buildCatalogue, catalogueFileSchema } from '../../domain/shared/observation'
import { ContentFault, type Fault } from './content-fault'
import { loadFrontMatterFile, loadYamlFile } from './load-yaml-file'
import type { PositionedYaml } from './parse-yaml'
import { placeFault, validateYaml } from './validate-yaml'

const PRODUCTS = 'content/knowledge/products'
const INSURER = 'insurer.yaml'

/**
 * Reads every data file under `rootDir` (the folder that holds `content/` and `personas/`).
 *
 * @throws ContentFault with all faults of all files together: syntax, unknown or missing keys, values out of range,
 * and references from one file to another that lead nowhere.
 */
export async function loadContent(rootDir: string): Promise<Content> {
  const faults: Fault[] = []
  const reader = createReader(rootDir, faults)
  const observations = await reader.loadOne('content/observations.yaml', catalogueFileSchema)
  const catalogue = observations && buildCatalogue(observations.value)
  const judging = {
    duties: await reader.loadOne('content/duties.yaml', dutiesFileSchema),
    rubric: await reader.loadOne('content/rubrics/default.yaml', rubricSchema),
    advice: await reader.loadOne('content/rubrics/advice.yaml', adviceFileSchema),
    wordings: await reader.loadFolder('content/wordings', '.yaml', wordingsFileSchema),
  }
  const lawClaims = await reader.loadOne('content/knowledge/law-claims.yaml', lawClaimsFileSchema)
  const productQuestions = await reader.loadOne('content/knowledge/product-questions.yaml', productQuestionsFileSchema)
  const insurer = await reader.loadOne(`${PRODUCTS}/${INSURER}`, insurerSchema)
  const products = await reader.loadNamed(PRODUCTS, '.md', productSchema)
  const guides = await reader.loadNamed('content/knowledge/guides', '.md', guideSchema)
  const personas = await reader.loadNamed('personas', '.yaml', personaSchema)
  const scenarios = await reader.loadNamed('content/scenarios', '.yaml', scenarioSchema)
  const replies = await reader.loadOne('content/quiz/situation-replies.yaml', situationRepliesSchema)

  const report = ({ yaml }: Loaded<unknown>, problems: readonly ContentProblem[]) => {
    faults.push(...problems.map((problem) => placeFault(yaml, problem.path, problem.message)))
  }
  if (observations) report(observations, checkCatalogue(observations.value))
  if (catalogue) reportJudging(judging, catalogue, report)
  const known = {
    catalogue,
    productIds: products.ids,
    personaIds: personas.ids,
    dutyIds: new Set<string>(DUTY_IDS),
  }
  if (lawClaims) report(lawClaims, checkLawClaims(lawClaims.value))
  if (productQuestions) report(productQuestions, checkProductQuestions(productQuestions.value))
  for (const product of products.entries) report(product, checkProduct(product.value))
  for (const persona of personas.entries) report(persona, checkPersona(persona.value, known))
  for (const scenario of scenarios.entries) {
    report(scenario, checkScenario(scenario.value, personas.byId.get(scenario.value.persona) ?? null, known))
  }
  // They speak of lines in persona and scenario files, which are all known only when each of these could be read.
  const areOwnersRead = [personas, scenarios].every((one) => one.byId.size === one.ids.size)
  if (replies && catalogue && areOwnersRead) {
    const places = { catalogue, personas: personas.byId, scenarios: scenarios.byId }
    const ids = { productIds: products.ids, guideIds: guides.ids }
    report(replies, checkSituationReplies(replies.value.sets, { ...places, ...ids }))
  }

  const { duties, rubric, advice, wordings } = judging
  const isWhole = catalogue && duties && rubric && advice && insurer && lawClaims && productQuestions && replies
  if (faults.length > 0 || !isWhole) throw new ContentFault(faults)
  return {
    catalogue,
    duties: duties.value,
    rubric: rubric.value,
    advice: advice.value,
    wordings: wordings.flatMap(({ value }) => value.blocks),
    situationReplies: replies.value.sets,
    insurer: insurer.value,
    lawClaims: lawClaims.value,
    productQuestions: productQuestions.value,
    products: products.byId,
    guides: guides.byId,
    personas: personas.byId,
    scenarios: scenarios.byId,
  }
}

type Loaded<T> = { yaml: PositionedYaml; name: string; value: T }
type NamedFiles<T> = {
  /** Ids by file name, those of faulty files among them: a fault is told once, not again by each reference to the file. */
  ids: ReadonlySet<string>
  entries: Loaded<T>[]
  byId: Map<string, T>
}
type Extension = '.yaml' | '.md'

/** Loads files and notes in `faults` what is wrong with each. */
function createReader(rootDir: string, faults: Fault[]) {
  const validate = <T>(yaml: PositionedYaml, name: string, schema: z.ZodType<T>): Loaded<T> | null => {
    const result = validateYaml(yaml, schema)
    faults.push(...result.faults)
    return result.value === null ? null : { yaml, name, value: result.value }
  }

  const listNames = async (folder: string, extension: Extension): Promise<string[]> => {
    try {
      const files = (await readdir(path.join(rootDir, folder))).sort()
      const wanted = files.filter((file) => file.endsWith(extension) && file !== 'README.md' && file !== INSURER)
      return wanted.map((file) => path.basename(file, extension))
    } catch {
      faults.push({ file: folder, line: 1, key: '', message: 'the folder is missing' })
      return []
    }
  }

  const loadNames = async <T>(
    folder: string,
    names: readonly string[],
    extension: Extension,
    schema: z.ZodType<T>,
  ): Promise<Loaded<T>[]> => {
    const load = extension === '.md' ? loadFrontMatterFile : loadYamlFile
    const files = await Promise.all(
      names.map(async (name) => validate(await load(rootDir, `${folder}/${name}${extension}`), name, schema)),
    )
    return files.filter((file) => file !== null)
  }

  return {
    loadOne: async <T>(file: string, schema: z.ZodType<T>): Promise<Loaded<T> | null> =>
      validate(await loadYamlFile(rootDir, file), file, schema),

    /** Files of `folder` that end in `extension`, README and insurer apart. */
    loadFolder: async <T>(folder: string, extension: Extension, schema: z.ZodType<T>): Promise<Loaded<T>[]> =>
      loadNames(folder, await listNames(folder, extension), extension, schema),

    /** As `loadFolder`, of files that are named after the id they hold. */
    loadNamed: async <T extends { id: string }>(
      folder: string,
      extension: Extension,
      schema: z.ZodType<T>,
    ): Promise<NamedFiles<T>> => {
      const names = await listNames(folder, extension)
      const entries = await loadNames(folder, names, extension, schema)
      for (const { yaml, name, value } of entries) {
        if (value.id !== name) faults.push(placeFault(yaml, ['id'], `is '${value.id}', the file is named '${name}'`))
      }
      return { ids: new Set(names), entries, byId: new Map(entries.map(({ value }) => [value.id, value])) }
    },
  }
}

type Judging = {
  duties: Loaded<z.infer<typeof dutiesFileSchema>> | null
  rubric: Loaded<z.infer<typeof rubricSchema>> | null
  advice: Loaded<z.infer<typeof adviceFileSchema>> | null
  wordings: Loaded<z.infer<typeof wordingsFileSchema>>[]
}

/** The checks of the judge's files tell a message each; its first word leads to the key at fault. */
function reportJudging(
  { duties, rubric, advice, wordings }: Judging,
  catalogue: Content['catalogue'],
  report: (file: Loaded<unknown>, problems: ContentProblem[]) => void,
): void {
  const codes = new Set(catalogue.entries.keys())
  if (duties) {
    const toPath = (id: string) => findById('duties', duties.value.duties, id)
    report(duties, placeMessages(checkDuties(duties.value, codes), toPath))
  }
  if (rubric)
    report(
      rubric,
      placeMessages(checkRubric(rubric.value, catalogue), (key) => key.split('.')),
    )
  if (advice)
    report(
      advice,
      placeMessages(checkAdvice(advice.value, catalogue), (key) => [key]),
    )
  const blocks: WordingBlock[] = []
  for (const file of wordings) {
    // Ids are unique over all files: each file is checked after those before it.
    const earlier = new Set(checkWordings(blocks, codes))
    blocks.push(...file.value.blocks)
    const messages = checkWordings(blocks, codes).filter((message) => !earlier.has(message))
    report(
      file,
      placeMessages(messages, (id) => findById('blocks', file.value.blocks, id)),
    )
  }
}

function placeMessages(messages: readonly string[], toPath: (firstWord: string) => KeyPath): ContentProblem[] {
  return messages.map((message) => ({ path: toPath(message.split(' ')[0]!), message }))
}

function findById(key: string, all: readonly { id: string }[], id: string): KeyPath {
  const index = all.findLastIndex((one) => one.id === id)
  return index === -1 ? [key] : [key, index]
}
