import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import { analyseClientLine } from '../app/domain/judging/observer/analyse-client-line'
import {
  type Exemplar,
  exemplarFileSchema,
  listExemplars,
} from '../app/domain/judging/observer/classifier/exemplar-schema'
import { extractFeatures } from '../app/domain/judging/observer/classifier/extract-features'
import { ANY_VIOLATION } from '../app/domain/judging/observer/classifier/linear-model'
import { type TrainingExample, trainModel } from '../app/domain/judging/observer/classifier/train-model'
import { observeByRules, readContext } from '../app/domain/judging/observer/observe-by-rules'
import type { TalkLine } from '../app/domain/shared/observation'

/**
 * Trains the embedded observer's classifier from content/exemplars and writes content/observer/model.json.
 * `--check` writes nothing and fails when the committed model differs.
 */
const EXEMPLARS = 'content/exemplars'
const MODEL = 'content/observer/model.json'

/** A violation is alleged on better evidence than a courtesy. */
const TARGET_PRECISION = { violation: 0.9, other: 0.8 }

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
  const context = readContext({ utterance: exemplar.text, talk, client: { age: 70 }, products: [], asOf: '2025-01-01' })
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
  return { features: extractFeatures(context.utterance.text, line), shows, unknown }
}

const exemplars = await loadExemplars()
const codes = [...new Set([...exemplars.map((one) => one.code), ANY_VIOLATION])].sort()
const model = trainModel(exemplars.map(toExample), codes, (code) =>
  code.startsWith('violation.') ? TARGET_PRECISION.violation : TARGET_PRECISION.other,
)
const text = `${JSON.stringify(model, null, 1)}\n`
if (process.argv.includes('--check')) {
  const committed = await readFile(MODEL, 'utf8')
  if (committed !== text) {
    console.error(`${MODEL} is not what content/exemplars gives: run npm run train:observer`)
    process.exitCode = 1
  } else console.log(`${MODEL} agrees with ${exemplars.length} exemplars`)
} else {
  await writeFile(MODEL, text)
  console.log(`${exemplars.length} exemplars, ${codes.length} codes, ${Math.round(text.length / 1024)} KB`)
  for (const code of codes) {
    const one = model.codes[code]!
    console.log(
      `${code.padEnd(34)} enough ${one.enough.toFixed(3)} veto ${one.veto.toFixed(3)} precision ${one.precision} recall ${one.recall}`,
    )
  }
}
