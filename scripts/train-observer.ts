import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { analyseClientLine } from '../app/domain/judging/observer/analyse-client-line'
import {
  type Exemplar,
  exemplarFileSchema,
  listExemplars,
} from '../app/domain/judging/observer/classifier/exemplar-schema'
import { extractFeatures, listContext } from '../app/domain/judging/observer/classifier/extract-features'
import { ANY_VIOLATION, observerModelSchema } from '../app/domain/judging/observer/classifier/linear-model'
import { type TrainingExample, trainModel } from '../app/domain/judging/observer/classifier/train-model'
import { observeByRules, readContext } from '../app/domain/judging/observer/observe-by-rules'
import type { TalkLine } from '../app/domain/shared/observation'

/**
 * Trains the embedded observer's classifier from content/exemplars and writes content/observer/model.json.
 * `--check` writes nothing and fails when the committed model differs; `--codes a,b` looks at these codes only.
 */
const EXEMPLARS = 'content/exemplars'
const MODEL = 'content/observer/model.json'

/** A violation is alleged on better evidence than a courtesy. */
const TARGET_PRECISION = { violation: 0.78, other: 0.8 }

async function loadExemplars(): Promise<Exemplar[]> {
  const names = (await readdir(EXEMPLARS)).filter((name) => name.endsWith('.yaml')).sort()
  const files = await Promise.all(
    names.map(async (name) => exemplarFileSchema.parse(parse(await readFile(path.join(EXEMPLARS, name), 'utf8')))),
  )
  return files.flatMap(listExemplars)
}

/** A line that a rule takes for another code too may well show it: such a pair is left out of that code's training. */
function toExample(exemplar: Exemplar): TrainingExample {
  const talk: TalkLine[] = exemplar.clientText === '' ? [] : [{ who: 'client', text: exemplar.clientText }]
  const context = readContext({ utterance: exemplar.text, talk, client: { age: 70 }, products: [] })
  const line = exemplar.clientText === '' ? null : analyseClientLine(exemplar.clientText)
  const shows = new Set([...(exemplar.isShown ? [exemplar.code] : []), ...exemplar.alsoShows])
  const unknown = new Set(observeByRules(context).map((finding) => finding.code))
  if (!exemplar.isShown) unknown.delete(exemplar.code)
  const isNearViolation = !exemplar.isShown && exemplar.code.startsWith('violation.')
  for (const code of unknown)
    if (shows.has(code) || (isNearViolation && code.startsWith('violation.'))) unknown.delete(code)
  const isViolation = (one: string) => one.startsWith('violation.')
  if ([...shows].some(isViolation)) shows.add(ANY_VIOLATION)
  else if ([...unknown].some(isViolation) && exemplar.isShown) unknown.add(ANY_VIOLATION)
  return { features: extractFeatures(context.utterance.text, listContext(line)), shows, unknown }
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, codes: { type: 'string' } } })
const exemplars = await loadExemplars()
const known = [...new Set([...exemplars.map((one) => one.code), ANY_VIOLATION])].sort()
const codes = values.codes === undefined ? known : values.codes.split(',')
const model = trainModel(exemplars.map(toExample), codes, (code) =>
  code.startsWith('violation.') ? TARGET_PRECISION.violation : TARGET_PRECISION.other,
)

function reportModel(): void {
  for (const code of codes) {
    const one = model.codes[code]!
    console.log(
      `${code.padEnd(34)} enough ${one.enough.toFixed(3)} veto ${one.veto.toFixed(3)} precision ${one.precision} recall ${one.recall}`,
    )
  }
}

async function checkModel(): Promise<void> {
  const committed = observerModelSchema.parse(JSON.parse(await readFile(MODEL, 'utf8')))
  const isComplete = values.codes !== undefined || Object.keys(committed.codes).join() === known.join()
  const differing = codes.filter((code) => JSON.stringify(committed.codes[code]) !== JSON.stringify(model.codes[code]))
  if (!isComplete || differing.length > 0) {
    console.error(
      `${MODEL} is not what ${EXEMPLARS} gives (${differing.join(', ') || 'other codes'}): run npm run train:observer`,
    )
    process.exitCode = 1
  } else console.log(`${MODEL} agrees with ${exemplars.length} exemplars for ${codes.length} codes`)
}

if (values.check) await checkModel()
else if (values.codes !== undefined) reportModel()
else {
  const text = `${JSON.stringify(model, null, 1)}\n`
  await writeFile(MODEL, text)
  console.log(`${exemplars.length} exemplars, ${codes.length} codes, ${Math.round(text.length / 1024)} KB`)
  reportModel()
}
