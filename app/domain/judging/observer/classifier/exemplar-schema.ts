import { z } from 'zod'

const linesSchema = z.string().transform((text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
)

/** One file of `content/exemplars/`: by code, utterances that show it and near misses that do not. */
export const exemplarFileSchema = z.record(
  z.string().regex(/^[a-z]+\.[a-z0-9_]+$/),
  z.strictObject({ shows: linesSchema, near: linesSchema }),
)
export type ExemplarFile = z.infer<typeof exemplarFileSchema>

export type Exemplar = {
  code: string
  isShown: boolean
  /** The client's words before; empty when none are given. */
  clientText: string
  text: string
  /** Further codes of the line, after " # ". */
  alsoShows: readonly string[]
}

/** Reads a line 「client's words >> utterance # code, code」; the first and last part may be missing. */
export function parseExemplarLine(code: string, isShown: boolean, line: string): Exemplar {
  const [body = '', codes = ''] = line.split(/ # (?=[a-z])/u)
  const [first = '', second] = body.split(/\s*>>\s*/u)
  return {
    code,
    isShown,
    clientText: second === undefined ? '' : first.trim(),
    text: (second ?? first).trim(),
    alsoShows: codes
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  }
}

export function listExemplars(file: ExemplarFile): Exemplar[] {
  return Object.entries(file).flatMap(([code, { shows, near }]) => [
    ...shows.map((line) => parseExemplarLine(code, true, line)),
    ...near.map((line) => parseExemplarLine(code, false, line)),
  ])
}
