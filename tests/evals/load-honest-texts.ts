import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { HONEST_ANSWERS, pickSimLine, SIM_STYLES } from './sim-trainee'

const ROOT = path.resolve(import.meta.dirname, '../..')
const RATED = path.resolve(ROOT, '../shared/data/rated')
const INJECTION = 'meta.injection'
const SCRIPT_STEPS = 40

const readYaml = (file: string) => parse(readFileSync(path.join(ROOT, file), 'utf8')) as Record<string, unknown>
const listFiles = (folder: string, ending: string) =>
  existsSync(path.resolve(ROOT, folder))
    ? readdirSync(path.resolve(ROOT, folder))
        .filter((name) => name.endsWith(ending))
        .map((name) => path.join(path.resolve(ROOT, folder), name))
    : []

type RatedTurn = { who: string; text: string }
const listRated = (folder: string) =>
  listFiles(folder, '.json')
    .flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as { turns: RatedTurn[] }).turns)
    .filter((turn) => turn.who === 'trainee')
    .map((turn) => turn.text)

/** What follows the client's words in a line of exemplars, without the code that a comment names. */
const saidIn = (lines: unknown) =>
  String(lines)
    .split('\n')
    .map((line) => line.split('>>').at(-1)!.replace(/ #.*$/u, '').trim())
    .filter((line) => line !== '')

function listExemplars(): string[] {
  return listFiles('content/exemplars', '.yaml').flatMap((file) => {
    const codes = parse(readFileSync(file, 'utf8')) as Record<string, { shows: string; near: string }>
    return Object.entries(codes).flatMap(([code, { shows, near }]) =>
      code === INJECTION ? saidIn(near) : [...saidIn(shows), ...saidIn(near)],
    )
  })
}

/** All sentences of a data file, with its placeholders filled. */
function collectSentences(value: unknown): string[] {
  if (typeof value === 'string') return /[\u4e00-\u9fff]{3}/u.test(value) ? [value.replace(/\{\w+\}/gu, '三')] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(collectSentences) : []
}

function listSimulated(): string[] {
  const scripts = SIM_STYLES.filter((style) => style !== 'injecting').flatMap((style) =>
    Array.from({ length: SCRIPT_STEPS }, (_, step) => pickSimLine(style, step, null).line.say),
  )
  return [...scripts, ...Object.values(HONEST_ANSWERS).map((one) => one.say)].map((say) =>
    say.replace(/\{\w+\}/gu, '您'),
  )
}

/** @returns what honest agents say, of all kinds that the repository holds, and the rated talks where they are at hand; each once. */
export function listHonestTexts(): string[] {
  return [
    ...new Set([
      ...listRated('tests/fixtures/rated-own'),
      ...listRated(RATED),
      ...listExemplars(),
      ...listSimulated(),
      ...collectSentences(readYaml('content/quiz/situation-replies.yaml')),
      ...listFiles('content/wordings', '.yaml').flatMap((file) => collectSentences(parse(readFileSync(file, 'utf8')))),
    ]),
  ]
}
